import type { Chart } from '@/components/chart-figure'
import { FRAMES, frameLook, frameOf } from '@/components/charts/frames'
import type { Cells } from '@/components/data-table'
import type { TablePageProps } from '@/components/table-page'
import { formatPrinted } from '@/lib/compare/figure'
import { type DataTable, type Figure, wordsOf } from '@/lib/figure/figure'
import { firstRows } from '@/lib/figure/late-table'
import { narrowable } from '@/lib/figure/narrow'
import { systemHref } from '@/lib/link/story'
import type { View } from '@/lib/link/view'
import { unitWords } from '@/lib/model/field'
import type { Prose } from '@/lib/model/prose'
import { type Subject, subjectFigure, subjectHref } from '@/lib/picture/subject'
import { layScene, sceneSize } from '@/lib/scene/lay'
import { linkNames } from '@/lib/scene/linked-names'
import type { Scene } from '@/lib/scene/scene'
import { drawScene, svgText } from '@/lib/scene/svg'
import type { SvgNode } from '@/lib/scene/svg-node'
import { told } from './told'

/** A chart of a page: its kind, and a name of its own, as a kind may stand there more than once. */
export type ChartPlace = { id: string; kind: string }

type Theme = View['theme']

/** A link in a theme; what the system says needs no word. */
const inTheme = (href: string, theme: Theme): string =>
  theme === 'system' ? href : `${href}${href.includes('?') ? '&' : '?'}theme=${theme}`

/** What an empty cell of a column says where it is not that the list gives nothing. */
const EMPTY: Readonly<Record<string, string>> = { 'counts-for': 'all others' }

/** Rows of a chart's table that the page itself holds; the others are one link away. */
const ROWS_ON_PAGE = 12

/** The most decimals that any list prints; sums and shares are rounded to as many. */
const DECIMALS = 5

/** What names a system in a table: its key, or its rank on the one list that the table is of. */
function linksOf(
  table: Pick<DataTable, 'columns' | 'rows'>,
  lists: Figure['lists'],
  theme: Theme,
): Pick<Cells, 'links'> {
  const at = (key: string) => table.columns.findIndex((column) => column.key === key)
  const cellOf = (column: number) => (row: DataTable['rows'][number]) => row[column] ?? ''
  if (at('system') >= 0) {
    const key = cellOf(at('system'))
    return {
      links: {
        column: 'called',
        hrefs: table.rows.map((row) => systemHref(String(key(row)), theme)),
      },
    }
  }
  const [list] = lists
  if (!list || lists.length > 1 || at('rank') < 0 || at('name') < 0) return {}
  const rank = cellOf(at('rank'))
  const hrefs = table.rows.map((row) => systemHref(`${list.edition}-${rank(row)}`, theme))
  return { links: { column: 'name', hrefs } }
}

/** A chart's table in words, as people read it. @param limit rows that are shown at most. */
function shapeCells(
  { table, lists }: Pick<Figure, 'table' | 'lists'>,
  theme: Theme,
  limit?: number,
): Cells {
  const { columns } = table
  const { rows, count } = firstRows(table, limit)
  return {
    ...linksOf({ columns, rows }, lists, theme),
    columns: columns.map((column) => ({
      ...column,
      unit: unitWords(column.unit),
    })),
    count,
    rows: rows.map((row) =>
      row.map((cell, at) =>
        typeof cell === 'number'
          ? formatPrinted(Number(cell.toFixed(DECIMALS)))
          : (cell ?? EMPTY[columns[at]?.key ?? ''] ?? null),
      ),
    ),
  }
}

/** How a reader's page looks, apart from what it shows. */
export type Look = {
  /** Links out of a chart keep it. */
  theme: Theme
  /** Whether a phone asks, for which a narrow picture is drawn. */
  phone: boolean
}

/** The drawing of a chart on its page, in the colours of the reader's theme; names lead to the pages of their systems. */
export function pageDrawing(figure: Figure, scene: Scene, id: string, theme: Theme): SvgNode {
  const { page } = figure.rows
  const drawing = { mode: 'page', background: 'none', fontCss: null, id } as const
  return linkNames(drawScene(scene, drawing), scene, {
    hrefOf: ({ row }) => (page === undefined ? null : inTheme(`${page}${row}`, theme)),
    look: 'opacity-0 hover:opacity-100',
  })
}

/** The room that a drawing will take. */
const emptyDrawing = ({ width, height }: Scene['frame']): SvgNode => ({
  tag: 'svg',
  attrs: { viewBox: `0 0 ${width} ${height}`, width, height, 'aria-hidden': 'true' },
  children: [],
})

/**
 * The places of a chart's drawings, one for each width of frame. One is drawn; where the window shows another, the
 * browser fetches that, and nothing moves when it comes.
 */
function shapePicture(figure: Figure, id: string, { theme, phone }: Look): string {
  return FRAMES.map(({ width }): SvgNode => {
    const frame = { width, words: false }
    const drawn = width === frameOf(phone)
    return {
      tag: 'div',
      attrs: { 'data-frame': width, class: frameLook(width, drawn) },
      children: [
        drawn
          ? pageDrawing(figure, layScene(figure, frame), `${id}-${width}`, theme)
          : emptyDrawing(sceneSize(figure, frame)),
      ],
    }
  })
    .map(svgText)
    .join('')
}

/** Whether a reader can take a chart apart. */
function canNarrow(figure: Figure): boolean {
  const { series, stops, scales } = narrowable(figure)
  return series.length + stops.length + scales.length > 0
}

/** A chart of a page with its picture. */
export function shapeChart({ id, kind }: ChartPlace, subject: Subject, look: Look): Chart {
  const { theme, phone } = look
  const figure = subjectFigure(subject, kind, null)
  const words = wordsOf(figure)
  const say = (text: Prose) => told(text, theme, subject.about)
  const query = subjectHref(subject, '').slice(1)
  // The lists are named, so that a browser does not take an older answer for the one of this page.
  const asked = `${query ? `${query}&` : ''}version=${encodeURIComponent(subject.version)}`
  return {
    id,
    title: figure.title,
    heading: say(words.title),
    subtitle: say(words.subtitle),
    notes: words.notes.map(say),
    table: shapeCells(figure, theme, ROWS_ON_PAGE),
    source: inTheme(`/api/spec/${kind}?${asked}`, theme),
    drawn: frameOf(phone),
    tablePage: inTheme(subjectHref(subject, `/table/${kind}`), theme),
    picture: shapePicture(figure, id, look),
    anew: canNarrow(figure)
      ? { id, title: figure.title, source: `/api/figure/${kind}?${asked}` }
      : null,
    offered: {
      id,
      title: figure.title,
      source: `/api/export/${kind}?${asked}&id=${id}`,
      page: inTheme(subjectHref(subject, `/export/${kind}`), theme),
    },
  }
}

/** What the table of a chart leads back to, by its page. */
export const BACK: Readonly<Record<Subject['page'], string>> = {
  comparison: 'the comparison',
  time: 'the charts through time',
  system: 'the system',
  rank: 'the ranks',
  changes: 'the changes',
  claim: 'the statement',
}

/** A chart's whole table, with links to the page on which it stands and to the same of other lists. */
export function shapeTable(
  kind: string,
  subject: Subject,
  {
    theme,
    back,
    listLinks,
    notices,
  }: Pick<TablePageProps, 'theme' | 'back' | 'listLinks' | 'notices'>,
): TablePageProps {
  const figure = subjectFigure(subject, kind, null)
  const { title, source } = figure
  const words = wordsOf(figure)
  return {
    kind,
    title,
    heading: told(words.title, theme),
    subtitle: told(words.subtitle, theme),
    notes: words.notes.map((note) => told(note, theme)),
    source,
    data: shapeCells(figure, theme),
    theme,
    back,
    backTo: BACK[subject.page],
    listLinks,
    notices,
  }
}
