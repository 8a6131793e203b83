import { someRows } from '@/app/some-rows'
import type { ComparisonPageProps } from '@/components/comparison-page'
import type { Rows, RowsCell } from '@/components/rows-table'
import type { SentenceChoices } from '@/components/sentence'
import { plainTold } from '@/components/told'
import { REPORTED } from '@/data/reported/reported'
import type { Comparison, Group } from '@/lib/compare/comparison'
import { formatPrinted } from '@/lib/compare/figure'
import { headline, keyFigures } from '@/lib/compare/headline'
import { METRICS } from '@/lib/compare/metric'
import { ORGANISATIONS, organisationOf } from '@/lib/compare/organisations'
import { handoverNotes, printedNotes } from '@/lib/compare/printed'
import {
  ROW_COLUMNS,
  type Row,
  type RowColumn,
  reasonOf,
  SHARED_RANK,
  shownRows,
} from '@/lib/compare/rows'
import { commonNotes } from '@/lib/figure/answer'
import { KINDS, kindOf } from '@/lib/figure/kinds'
import { hrefOf, writeLink } from '@/lib/link/link'
import { systemHref } from '@/lib/link/story'
import { DEFAULT_TIME_VIEW, timeHref } from '@/lib/link/time-view'
import { THEME, type View, viewHref } from '@/lib/link/view'
import { type EditionId, editionLabel } from '@/lib/model/edition'
import { unitWords } from '@/lib/model/field'
import { plain } from '@/lib/model/prose'
import { rowKeyOf } from '@/lib/model/system-key'
import type { Name } from '@/lib/names/name'
import type { Version } from '@/lib/store/store'
import { KNOWN_NAMES } from './known-names'
import { shapeListLinks } from './list-links'
import type { Loaded } from './load'
import { type ChartPlace, shapeChart } from './shape-chart'
import { told } from './told'

/** Rows of the table before somebody asks for all. */
const SOME_ROWS = 25

/** The words of the lens in the sentence. */
const LENSES: readonly { value: View['lens']; label: string }[] = [
  { value: 'built-by', label: 'built by' },
  { value: 'run-by', label: 'run by' },
]

const AXES: readonly { value: View['axis']; label: string }[] = [
  { value: 'log', label: 'logarithmic' },
  { value: 'linear', label: 'linear' },
]

const THEMES: readonly { value: View['theme']; label: string }[] = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

/** The charts of the comparison page, in the order in which the question unfolds. */
export const COMPARISON_CHARTS: readonly ChartPlace[] = KINDS.filter(
  ({ page }) => page === 'comparison',
).map(({ key }) => ({ id: key, kind: key }))

const labelOf = (key: string) => organisationOf(key)?.label ?? key
const optionOf = (key: string) => ({ value: key, label: labelOf(key) })

/**
 * Everything that the comparison page shows, from what a link led to.
 * @param phone whether narrow pictures are drawn.
 */
export function shapePage(
  found: Extract<Loaded, { kind: 'comparison' }>,
  phone: boolean,
): ComparisonPageProps {
  const { view, comparison, subject, notices, lists, version } = found
  const focus = comparison.groups.find((group) => group.focus)
  const common = commonNotes(comparison).map(plain)
  return {
    headline: told(headline(comparison), view.theme, subject.about),
    listLinks: shapeListLinks(
      view.list,
      lists,
      (list) => viewHref(view, { list }),
      `TOP500 list of ${editionLabel(view.list)}`,
    ),
    printed: focus ? printedNotes(focus, comparison) : [],
    ways: waysOf(view),
    note: focus ? noteOf(focus, comparison) : null,
    figures: keyFigures(comparison).map(({ label, value, context }) => ({
      label,
      value,
      place: told(context, view.theme, subject.about),
    })),
    theme: view.theme,
    themes: THEMES.map(({ value, label }) => ({
      label,
      href: viewHref(view, { theme: value }),
      now: view.theme === value,
    })),
    choices: shapeChoices(view, lists),
    names: {
      known: KNOWN_NAMES,
      source: `/api/names?list=${view.list}&version=${comparison.version}`,
    },
    notices,
    charts: COMPARISON_CHARTS.map((place) => {
      const chart = shapeChart(place, subject, { theme: view.theme, phone })
      return {
        ...chart,
        // Said once on the page: beside the sums that must not be added up.
        notes: chart.notes.filter(
          (note) => !common.includes(plainTold(note)) || kindOf(place.kind)?.byMetric,
        ),
      }
    }),
    reported: REPORTED.filter(({ organisation }) => organisation === view.focus),
    rows: shapeRows(comparison, view),
    source: sourceOf(comparison, version),
  }
}

/** What a list is made of, beside organisations. */
const BY: readonly { of: string; label: string }[] = [
  { of: 'country', label: 'This list by country and more' },
  { of: 'segment', label: 'By segment' },
  { of: 'manufacturer', label: 'By maker' },
  { of: 'accelerator-maker', label: 'By accelerator' },
]

/** The links to the organisations of a view on all lists, and to what its list is made of. */
function waysOf({ focus, beside, lens, metric, theme, list }: View): ComparisonPageProps['ways'] {
  const view = { ...DEFAULT_TIME_VIEW, focus, beside, theme }
  const onList = { metric: 'share', since: list, until: list } as const
  return [
    {
      label: `${labelOf(focus)} through time`,
      href: timeHref(view, { of: lens, metric }),
    },
    ...BY.map(({ of, label }) => ({ label, href: timeHref(view, { ...onList, of }) })),
    {
      label: 'The story of Azure’s five',
      href: hrefOf('/azure-2021', writeLink({ theme: THEME }, { theme })),
    },
  ]
}

/** What the name of an organisation hides on a list; null for most. */
function noteOf(focus: Group, comparison: Comparison): string | null {
  const { note } = focus.organisation
  // Where nothing is found, the headline itself says who took the business over.
  const handovers = focus.matches.length > 0 ? handoverNotes(focus, comparison) : []
  return [...(note === undefined ? [] : [note]), ...handovers].join(' ') || null
}

function sourceOf(comparison: Comparison, version: Version): string {
  const origin =
    version.origin === 'bundled' ? 'as published' : `version ${version.version}, uploaded here`
  return `Figures: TOP500 list ${comparison.number}, ${editionLabel(comparison.edition)}, ${origin}. Rmax and Rpeak in Tflop/s as printed; sums are our own.`
}

/** What the sentence lets a reader choose, for a view. */
export function shapeChoices(view: View, lists: readonly EditionId[]): SentenceChoices {
  const known = ORGANISATIONS.map(({ key }) => key)
  const shown = new Set([view.focus, ...view.beside])
  const inFocus = [...new Set([view.focus, ...view.beside, ...known])]
  return {
    lists: {
      now: view.list,
      options: lists.map((id) => ({ value: id, label: editionLabel(id) })).reverse(),
    },
    lens: { now: view.lens, options: LENSES },
    focus: { now: view.focus, options: inFocus.map(optionOf) },
    metric: { now: view.metric, options: METRICS.map((m) => ({ value: m.id, label: m.phrase })) },
    axis: { now: view.axis, options: AXES },
    companions: view.beside.map((key) => ({
      key,
      label: labelOf(key),
      without: viewHref(view, { beside: view.beside.filter((other) => other !== key) }),
    })),
    more: known.filter((key) => !shown.has(key)).map(optionOf),
    kept: [
      // The focus is carried along among the others, so that it stays when another one takes its place.
      { name: 'with', value: view.focus },
      ...view.beside.map((key) => ({ name: 'with', value: key })),
      { name: 'theme', value: view.theme },
      { name: 'sort', value: view.sort },
      { name: 'rows', value: view.rows },
    ],
  }
}

/** The table of the systems that are shown. */
export function shapeRows(comparison: Comparison, view: View): Rows {
  const rows = shownRows(comparison, view.sort)
  const { rows: lines, more } = someRows(rows, view.rows, {
    few: SOME_ROWS,
    noun: 'system',
    href: (shown) => viewHref(view, { rows: shown }),
  })
  return {
    columns: ROW_COLUMNS.map(({ key, label, unit, numeric }) => ({
      key,
      label,
      unit: unitWords(unit),
      numeric,
      look: key === 'country' ? 'whitespace-nowrap' : undefined,
      sort: {
        href: `${viewHref(view, { sort: view.sort === key ? `-${key}` : key })}#rows`,
        now: view.sort === key ? 'ascending' : view.sort === `-${key}` ? 'descending' : null,
      },
    })),
    lines: lines.map((row) => ({
      key: row.system.rank,
      href: systemHref(rowKeyOf(row.system, view.list), view.theme),
      cells: ROW_COLUMNS.map((column) => (CELLS[column.key] ?? printed)(row, column)),
    })),
    total: rows.length,
    more,
  }
}

type CellOf = (row: Row, column: RowColumn) => RowsCell

const printed = (row: Row, { of }: RowColumn): string | null => {
  const value = of(row)
  return typeof value === 'number' ? formatPrinted(value) : value
}

/** A name, and what the list prints in its place where that is not the same. */
const shapeName = (name: Name | null) =>
  name && {
    name: name.name,
    printed: name.printed === name.name ? null : name.printed,
    mended: name.mended,
  }

/** Cells that say more than what their column sorts by. */
const CELLS: Readonly<Record<string, CellOf>> = {
  rank: (row) => printed(row, SHARED_RANK),
  name: ({ called }) => called,
  site: ({ names }) => shapeName(names.site),
  manufacturer: ({ names }) => shapeName(names.manufacturer),
  country: ({ names }) => shapeName(names.country),
  organisation: ({ holders }) =>
    holders.map((holder) => ({
      key: holder.key,
      label: holder.label,
      reason: reasonOf(holder),
    })),
}
