import type { Notice } from '@/lib/link/codec'
import type { View } from '@/lib/link/view'

/** A chart for the pages of others. */
export type EmbeddedChartProps = {
  /** Key of the kind of chart. */
  kind: string
  title: string
  alt: string
  /** Absolute address of the view. */
  href: string
  theme: View['theme']
  width: number
  height: number
  /** Addresses of the picture by theme, wide and narrow. */
  pictures: readonly { theme: 'light' | 'dark'; wide: string; narrow: string }[]
}

/** Below this many pixels the narrow picture is shown. */
const NARROW = '(max-width: 639px)'

/** The picture, in the theme of the link or of the reader's system, and behind it the way to the view. */
export function EmbeddedChart(chart: EmbeddedChartProps) {
  const { title, alt, href, theme, width, height, pictures } = chart
  const shown = pictures.filter((one) => theme === 'system' || one.theme === theme)
  const [first] = shown
  if (!first) return null
  return (
    <main id="content" data-theme={theme}>
      <h1 className="sr-only">{title}</h1>
      <a
        className="block focus-visible:-outline-offset-2"
        href={href}
        target="_blank"
        rel="noopener"
      >
        <picture>
          {[...shown].reverse().flatMap((one) => {
            const scheme = theme === 'system' ? ` and (prefers-color-scheme: ${one.theme})` : ''
            return [
              <source key={one.narrow} media={NARROW + scheme} srcSet={one.narrow} />,
              <source key={one.wide} media={`(min-width: 640px)${scheme}`} srcSet={one.wide} />,
            ]
          })}
          <img className="h-auto w-full" src={first.wide} alt={alt} width={width} height={height} />
        </picture>
      </a>
    </main>
  )
}

/** What stands in place of a chart whose link names somebody who is on no list. */
export function RefusedChart({ notices }: { notices: readonly Notice[] }) {
  return (
    <main id="content">
      <p>{['No chart is shown.', ...notices.map(({ fault }) => fault)].join(' ')}</p>
    </main>
  )
}
