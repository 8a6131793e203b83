import { fileURLToPath } from 'node:url'
import { compare } from '@/lib/compare/compare'
import type { Comparison } from '@/lib/compare/comparison'
import type { Figure } from '@/lib/figure/figure'
import { KINDS as ROWS } from '@/lib/figure/kinds'
import { PRESETS } from '@/lib/link/preset'
import { parseTimeView } from '@/lib/link/time-view'
import { DEFAULT_VIEW, type View, viewHref } from '@/lib/link/view'
import { subjectFigure } from '@/lib/picture/subject'
import { timeSubject } from '@/lib/picture/time-subject'
import { buildRecord, type ListRecord } from '@/lib/record/record'
import { vocabularyOf } from '@/lib/record/vocabulary'
import { layScene } from '@/lib/scene/lay'
import type { Mode } from '@/lib/scene/palette'
import type { Scene } from '@/lib/scene/scene'
import { drawScene, svgText } from '@/lib/scene/svg'
import { bundledTexts } from '@/lib/store/names-index'
import type { KeptEdition } from '@/lib/store/store'
import { allLists } from '@/tests/fixtures/all-lists'
import { bundledList } from '@/tests/fixtures/lists'

/** The kinds of chart of the comparison page. */
const COMPARISONS = ROWS.flatMap((row) => (row.page === 'comparison' ? [row] : []))
export const KINDS = COMPARISONS.map(({ key }) => key)
export const MODES: readonly Mode[] = ['light', 'dark']

/** Names as long as any on the lists, and every field that can give one. */
const LONG: Partial<View> = {
  lens: 'run-by',
  focus:
    "site:Grand Equipement National de Calcul Intensif - Centre Informatique National de l'Enseignement Supérieur (GENCI-CINES)",
  beside: [
    'site:Japan Atomic Energy Agency(JAEA)/ National Institutes for Quantum and Radiological Science and Technology(QST)',
    'site:Rokkasho Institute for Fusion Energy, National Institutes for Quantum Science and Technology',
    'site:IT4Innovations National Supercomputing Center, VSB-Technical University of Ostrava',
    'site:Rensselaer Polytechnic Institute Center for Computational Innovations (CCI)',
    'manufacturer:Quanta Computer / Taiwan Fixed Network / ASUS Cloud',
    'azure',
    'amazon',
    'country:United Arab Emirates',
  ],
}

/** Views of bundled lists in which charts look as different as they can. */
export const VIEWS = {
  'as-opened': {},
  'long-names': { ...LONG, metric: 'efficiency' },
  alone: { beside: [], metric: 'share' },
  'of-1993': {
    list: '1993-11',
    focus: 'manufacturer:Thinking Machines Corporation',
    beside: ['fujitsu', 'ibm', 'azure', 'manufacturer:Cray', 'manufacturer:Intel'],
    metric: 'best-rank',
  },
  'linear-power': { list: '2022-11', lens: 'run-by', axis: 'linear', metric: 'power' },
} as const satisfies Readonly<Record<string, Partial<View>>>
export type ViewName = keyof typeof VIEWS

const lists = new Map<string, KeptEdition>()

/** The whole view of a change to the one that a bare link gives, and what it compares. */
export function comparisonOf(change: Partial<View>): { view: View; comparison: Comparison } {
  const view = { ...DEFAULT_VIEW, ...change }
  const list = lists.get(view.list) ?? bundledList(view.list)
  lists.set(view.list, list)
  return { view, comparison: compare(list, view) }
}

/** What a chart of a view shows, with the link that a picture has. */
export function figureOf(
  key: string,
  { view, comparison }: ReturnType<typeof comparisonOf>,
): Figure {
  const kind = COMPARISONS.find((row) => row.key === key)
  if (!kind) throw new Error(`There is no chart “${key}”.`)
  const permalink = `https://top500.example${viewHref(view)}`
  return kind.figure({ comparison, axis: view.axis, permalink })
}

/** The frame that a picture is asked in; without a height as the page asks for it. */
export type Frame = { width: number; height?: number; words?: boolean }

/** A chart of a view as a picture with its words, or in a frame of the page. */
export function sceneOf(
  key: string,
  compared: ReturnType<typeof comparisonOf>,
  { width, height, words = height !== undefined }: Frame,
): Scene {
  return layScene(figureOf(key, compared), { width, height, words })
}

/**
 * A picture as the gallery keeps it: as it is exported, but without the font, which would be the same 150 KB in each,
 * and with a line for each element, so that a change of one is a change of one line.
 */
export function snapshotOf(scene: Scene, mode: Mode): string {
  const drawing = { mode, background: 'paper', fontCss: null, id: 'chart' } as const
  return `${svgText(drawScene(scene, drawing)).replaceAll('><', '>\n<')}\n`
}

/** Where the gallery's pictures are kept; `npm run gallery -- --update` writes them. */
export const KEPT = fileURLToPath(new URL('kept', import.meta.url))

/** A picture of the gallery. */
export type Case = {
  file: string
  kind: string
  view: ViewName
  preset: string
  mode: Mode
  frame: Frame
}

/** The view of a bare link in every preset and theme, the others in those that are most unlike. */
const OTHERS: Readonly<Record<string, readonly Mode[]>> = {
  article: ['light'],
  portrait: ['dark'],
}

/** Everything that the gallery shows. */
export const CASES: readonly Case[] = (Object.keys(VIEWS) as ViewName[]).flatMap((view) =>
  KINDS.flatMap((kind) =>
    PRESETS.flatMap(({ id, width, height }) =>
      (view === 'as-opened' ? MODES : (OTHERS[id] ?? [])).map((mode) => ({
        file: `${view}/${kind}.${id}.${mode}.svg`,
        kind,
        view,
        preset: id,
        mode,
        frame: { width, height },
      })),
    ),
  ),
)

/** Queries of the page through time in which its charts look as different as they can, each with its kind. */
export const TIME_VIEWS = {
  development: { kind: 'development', query: '', every: true },
  countries: { kind: 'over-time', query: 'of=country', every: true },
  'countries-stacked': { kind: 'shares-over-time', query: 'of=country&as=stacked', every: true },
  azure: { kind: 'over-time', query: 'of=built-by&metric=rmax', every: false },
  'azure-ranks': {
    kind: 'over-time',
    query: 'of=run-by&metric=best-rank&milestones=off&ranks=printed',
    every: false,
  },
  accelerators: {
    kind: 'shares-over-time',
    query: 'of=accelerator-maker&metric=systems&as=stacked&since=2008-06',
    every: false,
  },
  'makers-indexed': {
    kind: 'over-time',
    query: 'of=manufacturer&metric=rmax&as=indexed&since=2000-06&joint=none&copies=distinct',
    every: false,
  },
  'countries-in-panels': {
    kind: 'small-multiples',
    query: 'of=country&as=multiples&top=20',
    every: true,
  },
  'best-ranks-in-panels': {
    kind: 'small-multiples',
    query: 'of=run-by&metric=best-rank&as=multiples',
    every: false,
  },
  'makers-in-panels': {
    kind: 'small-multiples',
    query: 'of=manufacturer&metric=rmax&as=multiples&top=12&since=2019-06',
    every: false,
  },
  'interconnects-on-one-list': {
    kind: 'groups-on-list',
    query: 'metric=systems&of=interconnect&since=2021-11&until=2021-11',
    every: false,
  },
  'countries-on-one-list': {
    kind: 'groups-on-list',
    query: 'metric=share&of=country&since=2021-11&until=2021-11',
    every: true,
  },
  'countries-as-tiles': {
    kind: 'group-tiles',
    query: 'metric=share&of=country&since=2021-11&until=2021-11&top=20',
    every: true,
  },
  'ranks-by-segment': {
    kind: 'group-ranks',
    query: 'metric=systems&of=segment&since=2021-11&until=2021-11',
    every: false,
  },
  'ranks-of-builders': {
    kind: 'group-ranks',
    query: 'metric=rmax&of=built-by&since=2021-11&until=2021-11&axis=linear',
    every: false,
  },
  'makers-as-tiles': {
    kind: 'group-tiles',
    query: 'metric=systems&of=manufacturer&since=2021-11&until=2021-11&top=30',
    every: false,
  },
  growth: { kind: 'over-time', query: 'metric=rmax&as=change&until=2021-11', every: false },
} as const satisfies Readonly<Record<string, { kind: string; query: string; every: boolean }>>
export type TimeViewName = keyof typeof TIME_VIEWS

let record: ListRecord | null = null
const names = vocabularyOf(bundledTexts())

/** What a chart through time shows of all bundled lists, with the link that a picture has. */
export function timeFigureOf(kind: string, query: string): Figure {
  record ??= buildRecord(allLists())
  const search = new URLSearchParams(query)
  const params = Object.fromEntries([...search.keys()].map((key) => [key, search.getAll(key)]))
  const lists = record.lists.map(({ id }) => id)
  const { view, notices, clashes } = parseTimeView(params, { lists, names })
  if (notices.length + clashes.length > 0) throw new Error(`The query ${query} is not understood.`)
  return subjectFigure(timeSubject(record, view, 'test'), kind, 'https://top500.example')
}

/** The pictures of the gallery through time. */
export const TIME_CASES: readonly (Omit<Case, 'view'> & { view: TimeViewName; query: string })[] = (
  Object.entries(TIME_VIEWS) as [TimeViewName, (typeof TIME_VIEWS)[TimeViewName]][]
).flatMap(([view, { kind, query, every }]) =>
  PRESETS.flatMap(({ id, width, height }) =>
    (every ? MODES : (OTHERS[id] ?? [])).map((mode) => ({
      file: `time/${view}.${id}.${mode}.svg`,
      kind,
      view,
      query,
      preset: id,
      mode,
      frame: { width, height },
    })),
  ),
)

const timeFigures = new Map<string, Figure>()

/** A chart through time as a picture with its words. */
export function timeSceneOf(kind: string, query: string, frame: Frame): Scene {
  const key = `${kind}?${query}`
  const figure = timeFigures.get(key) ?? timeFigureOf(kind, query)
  timeFigures.set(key, figure)
  const { width, height, words = height !== undefined } = frame
  return layScene(figure, { width, height, words })
}
