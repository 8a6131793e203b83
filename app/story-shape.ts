import type { Chart } from '@/components/chart-figure'
import type { ThemeLink } from '@/components/theme-links'
import type { Kind } from '@/lib/figure/kind'
import { KINDS } from '@/lib/figure/kinds'
import type { View } from '@/lib/link/view'
import type { Subject } from '@/lib/picture/subject'
import { type ChartPlace, shapeChart } from './shape-chart'

/** The charts of a page, in the order of the table of kinds. */
export const chartsOn = (page: Kind['page']): readonly ChartPlace[] =>
  KINDS.flatMap(({ key, page: of }) => (of === page ? [{ id: key, kind: key }] : []))

/** The charts of a subject's page. @param phone whether narrow pictures are drawn. */
export function shapeCharts(subject: Subject, phone: boolean, theme: View['theme']): Chart[] {
  return chartsOn(subject.page).map((place) => shapeChart(place, subject, { theme, phone }))
}

const THEMES: readonly { value: View['theme']; label: string }[] = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

/** The links that choose a theme on a page. @param path of the page. @param query of its link, without the theme. */
export function themeLinks(
  path: string,
  query: URLSearchParams,
  theme: View['theme'],
): ThemeLink[] {
  return THEMES.map(({ value, label }) => ({
    label,
    href: withTheme(path, query, value),
    now: value === theme,
  }))
}

/** The link to a page in a theme; what the system says needs no word. */
export function withTheme(path: string, query: URLSearchParams, theme: View['theme']): string {
  const asked = new URLSearchParams(query)
  if (theme !== 'system') asked.set('theme', theme)
  const text = asked.toString()
  return text === '' ? path : `${path}?${text}`
}

/** The link of a page in a theme. */
export function pageLinks({ path, query, inPath = [] }: Subject, theme: View['theme']) {
  const own = new URLSearchParams(query)
  for (const name of inPath) own.delete(name)
  return { here: withTheme(path, own, theme), themes: themeLinks(path, own, theme) }
}
