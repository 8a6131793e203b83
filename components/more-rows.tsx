import { TOUCH } from './look'

/** The way to the other systems of a table, or back; on paper, how many stand there of how many. */
export function MoreRows(props: {
  shown: number
  total: number
  /** Null where all stand there. */
  more: { label: string; href: string } | null
  /** Whether the page changes by it without another one, see `soft-navigation`. */
  soft?: boolean
}) {
  const { shown, total, more, soft } = props
  return (
    <>
      {shown < total && (
        <p className="hidden print:block">
          The first {shown} of {total} systems.
        </p>
      )}
      {more && (
        <p className="mt-4 print:hidden">
          <a className={TOUCH} href={more.href} data-view={soft}>
            {more.label}
          </a>
        </p>
      )}
    </>
  )
}
