import type { EmbeddedChartProps } from '@/components/embedded-chart'
import type { ExportChoices } from '@/components/export/export-form'
import { altText, caption } from '@/lib/figure/caption'
import { bibtex, citation } from '@/lib/figure/citation'
import { PRESETS } from '@/lib/link/preset'
import type { View } from '@/lib/link/view'
import { EMBED_FRAMES, iframeSnippet, imageSnippet } from '@/lib/picture/embed'
import { type Subject, subjectFigure, subjectHref } from '@/lib/picture/subject'
import type { ChartPlace } from './shape-chart'

const SIZES = PRESETS.map(({ id, label, width, height }) => ({
  value: id,
  label: `${label}, ${width} × ${height}`,
}))

/** The data of a chart as files. */
const DATA: readonly { label: string; file: string; params: string; rows: boolean }[] = [
  { label: 'CSV of the chart', file: 'csv', params: 'download=1', rows: false },
  { label: 'JSON of the chart', file: 'json', params: 'download=1', rows: false },
  { label: 'CSV of the rows behind it', file: 'csv', params: 'data=rows&download=1', rows: true },
  { label: 'JSON of the rows behind it', file: 'json', params: 'data=rows&download=1', rows: true },
]

/** Address of a file of a subject. @param params of the picture, as a query; may be empty. */
function fileHref({ query }: Subject, file: string, params: string): string {
  const all = [query.toString(), params].filter((part) => part !== '').join('&')
  return `/api/chart/${file}${all ? `?${all}` : ''}`
}

/**
 * What the export menu of a chart offers for a view.
 * @param origin of the links that leave the page. @param today for the citations.
 */
export function shapeExport(
  { id, kind }: ChartPlace,
  subject: Subject,
  origin: string,
  today: Date,
): ExportChoices {
  const figure = subjectFigure(subject, kind, origin)
  const file = (name: string, params: string) => fileHref(subject, `${kind}.${name}`, params)
  const alt = altText(figure)
  return {
    id,
    kind,
    title: figure.title,
    view: [...subject.query].map(([name, value]) => ({ name, value })),
    sizes: SIZES,
    data: DATA.filter(({ rows }) => !rows || subject.rows !== null).map(
      ({ label, file: name, params }) => ({ label, href: file(name, params) }),
    ),
    words: [
      { id: 'link', label: 'link', text: figure.permalink ?? '' },
      { id: 'caption', label: 'caption', text: caption(figure) },
      { id: 'alt', label: 'alternative text', text: alt },
      { id: 'citation', label: 'citation', text: citation(figure, today) },
      { id: 'bibtex', label: 'BibTeX', text: bibtex(figure, today) },
      {
        id: 'iframe',
        label: 'embed code (iframe)',
        text: iframeSnippet({
          src: `${origin}${subjectHref(subject, `/embed/${kind}`)}`,
          alt: figure.title,
        }),
      },
      {
        id: 'image',
        label: 'embed code (image)',
        text: imageSnippet({ src: origin + file('svg', ''), alt }),
      },
    ],
  }
}

/** A chart for the pages of others. */
export function shapeEmbed(
  kind: string,
  subject: Subject,
  theme: View['theme'],
  origin: string,
): EmbeddedChartProps {
  const { wide, narrow } = EMBED_FRAMES
  const sized = (mode: string, { width, height }: { width: number; height: number }) =>
    fileHref(subject, `${kind}.svg`, `width=${width}&height=${height}&theme=${mode}`)
  const figure = subjectFigure(subject, kind, origin)
  return {
    kind,
    title: figure.title,
    alt: altText(figure),
    href: `${origin}${subjectHref(subject)}`,
    theme,
    ...wide,
    pictures: (['light', 'dark'] as const).map((mode) => ({
      theme: mode,
      wide: sized(mode, wide),
      narrow: sized(mode, narrow),
    })),
  }
}
