/** A theme, the link that chooses it, and whether it is chosen. */
export type ThemeLink = { label: string; href: string; now: boolean }

/** Chooses between light, dark and what the system says. */
export function ThemeLinks({ links }: { links: readonly ThemeLink[] }) {
  return (
    <nav className="themes" aria-label="Theme">
      {links.map(({ label, href, now }) => (
        <a key={label} href={href} data-view aria-current={now || undefined}>
          {label}
        </a>
      ))}
    </nav>
  )
}
