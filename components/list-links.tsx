/** A list by name, and where it leads. */
export type ListLink = { label: string; href: string }

/** The ways from a page that is about one list to the same page of others; null where there is none. */
export type ListLinksProps = {
  /** The list's own name, where the page's title does not say it. */
  name: string | null
  earlier: ListLink | null
  later: ListLink | null
  newest: ListLink | null
}

/** Links to the lists before and after, and to the newest one, each in the same view. */
export function ListLinks({ name, earlier, later, newest }: ListLinksProps) {
  const look = 'inline-block max-[599px]:min-h-11 max-[599px]:py-2.5 max-[599px]:leading-6'
  return (
    <nav
      aria-label="Other lists"
      className="mb-3 flex flex-wrap items-baseline gap-x-6 gap-y-1 text-small text-muted print:hidden"
    >
      {name !== null && <span className="text-ink">{name}</span>}
      {earlier && (
        <a className={look} href={earlier.href} rel="prev" data-view>
          <span aria-hidden="true">← </span>
          {earlier.label}
        </a>
      )}
      {later && (
        <a className={look} href={later.href} rel="next" data-view>
          {later.label}
          <span aria-hidden="true"> →</span>
        </a>
      )}
      {newest && (
        <a className={look} href={newest.href} data-view>
          Newest list: {newest.label}
        </a>
      )}
    </nav>
  )
}
