import { LINE, TOUCH } from '@/components/look'

/** A link with its words. */
export type StoryLink = { label: string; href: string }

/** Links side by side, which lead on from a page. */
export function StoryLinks({ links }: { links: readonly StoryLink[] }) {
  return (
    <p className={`print:hidden ${LINE}`}>
      {links.map(({ label, href }) => (
        <a key={href} className={TOUCH} href={href}>
          {label}
        </a>
      ))}
    </p>
  )
}
