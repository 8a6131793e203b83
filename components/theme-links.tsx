import { TOUCH } from './look'
/** A theme, the link that chooses it, and whether it is chosen. */
export type ThemeLink = { label: string; href: string; now: boolean }

/** Chooses between light, dark and what the system says. */
export function ThemeLinks({ links }: { links: readonly ThemeLink[] }) {
  return (
    <nav className="flex gap-6" aria-label="Theme">
      {links.map(({ label, href, now }) => (
        <a
          key={label}
          className={`aria-[current]:text-ink aria-[current]:no-underline ${TOUCH}`}
          href={href}
          data-view
          aria-current={now || undefined}
        >
          {label}
        </a>
      ))}
    </nav>
  )
}
