import type { EmbeddedChartProps } from '@/components/embedded-chart'
import type { ExportChoices } from '@/components/export/export-menu'
import { EMBED_FRAMES, iframeSnippet, imageSnippet } from '@/lib/chart/embed'
import { chartFigure, pictureHref } from '@/lib/chart/render'
import type { Comparison } from '@/lib/compare/comparison'
import { altText, caption } from '@/lib/figure/caption'
import { bibtex, citation } from '@/lib/figure/citation'
import type { Figure } from '@/lib/figure/figure'
import { kindOf } from '@/lib/figure/kinds'
import { PRESETS } from '@/lib/link/preset'
import { DEFAULT_VIEW, type View, viewParams } from '@/lib/link/view'
import type { Loaded } from './load'
import { type ChartPlace, COMPARISON_CHARTS } from './shape'

const SIZES = PRESETS.map(({ id, label, width, height }) => ({
  value: id,
  label: `${label}, ${width} × ${height}`,
}))

/** The data of a chart as files. */
const DATA: readonly { label: string; file: string; params: string }[] = [
  { label: 'CSV of the chart', file: 'csv', params: 'download=1' },
  { label: 'JSON of the chart', file: 'json', params: 'download=1' },
  { label: 'CSV of the rows behind it', file: 'csv', params: 'data=rows&download=1' },
  { label: 'JSON of the rows behind it', file: 'json', params: 'data=rows&download=1' },
]

/** What a view says to a picture: nothing of the page's theme, or of how its table is sorted. */
function pictureQuery(view: View): URLSearchParams {
  const { theme, sort, rows } = DEFAULT_VIEW
  return viewParams({ ...view, theme, sort, rows })
}

/** Address of a file of a view. @param params of the picture, as a query; may be empty. */
function fileHref(view: View, file: string, params: string): string {
  const query = [pictureQuery(view).toString(), params].filter((part) => part !== '').join('&')
  return `/api/chart/${file}${query ? `?${query}` : ''}`
}

/** The words of the menu are taken from a figure that is made once for each comparison, which is kept by `load`. */
const figures = new WeakMap<Comparison, Map<string, Figure>>()

/** What a chart's pictures show; their link begins with the origin that is asked for. */
function figureOnce(kind: string, comparison: Comparison, view: View, origin: string): Figure {
  const made = figures.get(comparison) ?? new Map<string, Figure>()
  figures.set(comparison, made)
  const key = `${kind} ${view.axis} ${view.metric}`
  const figure = made.get(key) ?? chartFigure(kind, comparison, view, '')
  made.set(key, figure)
  return { ...figure, permalink: `${origin}${figure.permalink ?? ''}` }
}

/**
 * What the export menu of a chart offers for a view.
 * @param origin of the links that leave the page. @param today for the citations.
 */
export function shapeExport(
  { id, kind, change }: ChartPlace,
  found: Extract<Loaded, { kind: 'comparison' }>,
  origin: string,
  today: Date,
): ExportChoices {
  const view = { ...found.view, ...change }
  const figure = figureOnce(kind, found.comparison, view, origin)
  const query = pictureQuery(view)
  const file = (name: string, params: string) => fileHref(view, `${kind}.${name}`, params)
  const alt = altText(figure)
  return {
    id,
    kind,
    title: figure.title,
    view: [...query].map(([name, value]) => ({ name, value })),
    sizes: SIZES,
    data: DATA.map(({ label, file: name, params }) => ({ label, href: file(name, params) })),
    words: [
      { id: 'link', label: 'link', text: figure.permalink ?? '' },
      { id: 'caption', label: 'caption', text: caption(figure) },
      { id: 'alt', label: 'alternative text', text: alt },
      { id: 'citation', label: 'citation', text: citation(figure, today) },
      { id: 'bibtex', label: 'BibTeX', text: bibtex(figure, today) },
      {
        id: 'iframe',
        label: 'frame to embed',
        text: iframeSnippet({
          src: `${origin}${pictureHref(view, `/embed/${kind}`)}`,
          alt: figure.title,
        }),
      },
      {
        id: 'image',
        label: 'picture to embed',
        text: imageSnippet({ src: origin + file('svg', ''), alt }),
      },
    ],
  }
}

/** A chart for the pages of others; null for a kind that there is not. */
export function shapeEmbed(
  name: string,
  { comparison, view }: Extract<Loaded, { kind: 'comparison' }>,
  origin: string,
): EmbeddedChartProps | null {
  const kind = kindOf(name)
  if (!kind) return null
  const { wide, narrow } = EMBED_FRAMES
  const sized = (theme: string, { width, height }: { width: number; height: number }) =>
    fileHref(view, `${kind.key}.svg`, `width=${width}&height=${height}&theme=${theme}`)
  const figure = chartFigure(kind.key, comparison, view, origin)
  return {
    kind: kind.key,
    title: figure.title,
    alt: altText(figure),
    href: `${origin}${pictureHref(view)}`,
    theme: view.theme,
    ...wide,
    pictures: (['light', 'dark'] as const).map((theme) => ({
      theme,
      wide: sized(theme, wide),
      narrow: sized(theme, narrow),
    })),
  }
}

/** The export menus of the charts of the comparison page, by their ids. */
export function shapeExports(
  found: Extract<Loaded, { kind: 'comparison' }>,
  origin: string,
  today: Date,
): Readonly<Record<string, ExportChoices>> {
  return Object.fromEntries(
    COMPARISON_CHARTS.map((place) => [place.id, shapeExport(place, found, origin, today)]),
  )
}
