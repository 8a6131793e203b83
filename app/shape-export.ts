import type { Metadata } from 'next'
import type { EmbeddedChartProps } from '@/components/embedded-chart'
import type { ExportChoices } from '@/components/export/export-menu'
import { CHART_KINDS } from '@/lib/chart/build'
import { altText, caption } from '@/lib/chart/caption'
import { bibtex, citation } from '@/lib/chart/citation'
import { EMBED_FRAMES, iframeSnippet, imageSnippet } from '@/lib/chart/embed'
import { parsePicture } from '@/lib/chart/picture'
import { LINK_PREVIEW, PRESETS } from '@/lib/chart/preset'
import { pictureHref, pictureSpec } from '@/lib/chart/render'
import type { ChartKind, ChartSpec } from '@/lib/chart/spec'
import type { Comparison } from '@/lib/compare/comparison'
import { editionLabel } from '@/lib/model/edition'
import { DEFAULT_VIEW, type View, viewParams } from '@/lib/query'
import type { Loaded } from './load'

const KINDS = Object.keys(CHART_KINDS) as ChartKind[]

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

/** The words of the menu are taken from a spec that is built once for each comparison, which is kept by `load`. */
const specs = new WeakMap<Comparison, Map<string, ChartSpec>>()

/** The spec of a chart's picture; its link begins with the origin that is asked for, its texts with none. */
function specOnce(
  kind: ChartKind,
  { comparison, view }: Extract<Loaded, { kind: 'comparison' }>,
  origin: string,
): ChartSpec {
  const picture = parsePicture(`${kind}.png`, new URLSearchParams())
  if (!picture.ok) throw new Error(`There is no chart “${kind}”.`)
  const built = specs.get(comparison) ?? new Map<string, ChartSpec>()
  specs.set(comparison, built)
  const key = `${kind} ${view.axis}`
  const spec = built.get(key) ?? pictureSpec(comparison, view, picture.value, '')
  built.set(key, spec)
  return { ...spec, permalink: `${origin}${spec.permalink ?? ''}` }
}

/**
 * What the export menu of a chart offers for a view.
 * @param origin of the links that leave the page. @param today for the citations.
 */
export function shapeExport(
  kind: ChartKind,
  found: Extract<Loaded, { kind: 'comparison' }>,
  origin: string,
  today: Date,
): ExportChoices {
  const { view } = found
  const spec = specOnce(kind, found, origin)
  const query = pictureQuery(view)
  const file = (name: string, params: string) => fileHref(view, `${kind}.${name}`, params)
  const alt = altText(spec)
  return {
    kind,
    title: spec.title,
    view: [...query].map(([name, value]) => ({ name, value })),
    sizes: SIZES,
    data: DATA.map(({ label, file: name, params }) => ({ label, href: file(name, params) })),
    words: [
      { id: 'link', label: 'link', text: spec.permalink ?? '' },
      { id: 'caption', label: 'caption', text: caption(spec) },
      { id: 'alt', label: 'alternative text', text: alt },
      { id: 'citation', label: 'citation', text: citation(spec, today) },
      { id: 'bibtex', label: 'BibTeX', text: bibtex(spec, today) },
      {
        id: 'iframe',
        label: 'frame to embed',
        text: iframeSnippet({
          src: `${origin}${pictureHref(view, `/embed/${kind}`)}`,
          alt: spec.title,
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
  const kind = KINDS.find((known) => known === name)
  const picture = parsePicture(`${name}.svg`, new URLSearchParams())
  if (!kind || !picture.ok) return null
  const { wide, narrow } = EMBED_FRAMES
  const sized = (theme: string, { width, height }: { width: number; height: number }) =>
    fileHref(view, `${kind}.svg`, `width=${width}&height=${height}&theme=${theme}`)
  const spec = pictureSpec(comparison, view, picture.value, origin)
  return {
    title: spec.title,
    alt: altText(spec),
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

/** The chart that stands for a view where there is room for one picture. */
const PREVIEWED: ChartKind = 'rank-rmax'

/** What other sites show of a link to a view: its first chart, drawn for that very view. */
export function previewOf(
  { comparison, view }: Extract<Loaded, { kind: 'comparison' }>,
  description: string,
  origin: string,
): Metadata {
  const image = {
    url: origin + fileHref(view, `${PREVIEWED}.png`, 'size=link'),
    ...LINK_PREVIEW,
    alt: description,
  }
  const title = `TOP500, ${editionLabel(comparison.edition)}`
  return {
    openGraph: {
      type: 'website',
      siteName: 'TOP500 Compare',
      title,
      description,
      url: `${origin}${pictureHref(view)}`,
      images: [image],
    },
    twitter: { card: 'summary_large_image', title, description, images: [image] },
  }
}

/** The export menus of all charts, by kind. */
export function shapeExports(
  found: Extract<Loaded, { kind: 'comparison' }>,
  origin: string,
  today: Date,
): Readonly<Record<ChartKind, ExportChoices>> {
  return Object.fromEntries(
    KINDS.map((kind) => [kind, shapeExport(kind, found, origin, today)]),
  ) as Record<ChartKind, ExportChoices>
}
