import type { ReactNode } from 'react'

/** What is shown on demand, under a line that says what it is. */
export function Disclosure(props: { summary: string; open?: boolean; children: ReactNode }) {
  return (
    <details className="mt-2" open={props.open}>
      <summary className="w-fit cursor-pointer text-small text-muted phone:leading-[44px]">
        {props.summary}
      </summary>
      {props.children}
    </details>
  )
}
