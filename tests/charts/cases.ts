import { fileURLToPath } from 'node:url'
import { buildChart, CHART_KINDS } from '@/lib/chart/build'
import type { Ground } from '@/lib/chart/palette'
import { PRESETS } from '@/lib/chart/preset'
import type { ChartKind, ChartSpec } from '@/lib/chart/spec'
import { drawChart, svgText } from '@/lib/chart/svg'
import { compare } from '@/lib/compare/compare'
import type { Comparison } from '@/lib/compare/comparison'
import { DEFAULT_VIEW, type View, viewHref } from '@/lib/query'
import type { KeptEdition } from '@/lib/store/store'
import { bundledList } from '@/tests/fixtures/lists'

export const KINDS = Object.keys(CHART_KINDS) as ChartKind[]
export const GROUNDS: readonly Ground[] = ['light', 'dark']

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

/** The frame that a picture is asked in; without a height as the page asks for it. */
export type Frame = { width: number; height?: number; block?: boolean }

/** A chart of a view as a picture with its words, or in a frame of the page. */
export function specOf(
  kind: ChartKind,
  { view, comparison }: ReturnType<typeof comparisonOf>,
  { width, height, block = height !== undefined }: Frame,
): ChartSpec {
  const permalink = block ? `https://top500.example${viewHref(view)}` : null
  return buildChart(comparison, { kind, width, height, block, axis: view.axis, permalink })
}

/**
 * A picture as the gallery keeps it: as it is exported, but without the font, which would be the same 150 KB in each,
 * and with a line for each element, so that a change of one is a change of one line.
 */
export function snapshotOf(spec: ChartSpec, ground: Ground): string {
  const drawing = { paint: ground, background: 'paper', fontCss: null, id: 'chart' } as const
  return `${svgText(drawChart(spec, drawing)).replaceAll('><', '>\n<')}\n`
}

/** Where the gallery's pictures are kept; `npm run gallery -- --update` writes them. */
export const KEPT = fileURLToPath(new URL('kept', import.meta.url))

/** A picture of the gallery. */
export type Case = {
  file: string
  kind: ChartKind
  view: ViewName
  preset: string
  ground: Ground
  frame: Frame
}

/** The view of a bare link in every preset and theme, the others in those that are most unlike. */
const OTHERS: Readonly<Record<string, readonly Ground[]>> = {
  article: ['light'],
  portrait: ['dark'],
}

/** Everything that the gallery shows. */
export const CASES: readonly Case[] = (Object.keys(VIEWS) as ViewName[]).flatMap((view) =>
  KINDS.flatMap((kind) =>
    PRESETS.flatMap(({ id, width, height }) =>
      (view === 'as-opened' ? GROUNDS : (OTHERS[id] ?? [])).map((ground) => ({
        file: `${view}/${kind}.${id}.${ground}.svg`,
        kind,
        view,
        preset: id,
        ground,
        frame: { width, height },
      })),
    ),
  ),
)
