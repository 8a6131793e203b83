/** Another view of the same, by name, and where it leads. */
export type OtherView = { label: string; href: string }

/** Links to other views of the same: through time, on one list, by what a list is made of. */
export function OtherViews({ links }: { links: readonly OtherView[] }) {
  return (
    <nav
      aria-label="Other views"
      className="mt-4 flex flex-wrap items-baseline gap-x-6 gap-y-1 text-small text-muted print:hidden"
    >
      {links.map(({ label, href }) => (
        <a
          key={href}
          className="inline-block max-w-full wrap-anywhere max-[599px]:min-h-11 max-[599px]:py-2.5 max-[599px]:leading-6"
          href={href}
        >
          {label}
        </a>
      ))}
    </nav>
  )
}
