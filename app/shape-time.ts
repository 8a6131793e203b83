import type { Option } from '@/components/sentence'
import type { ListRows, TimePageProps } from '@/components/time-page'
import type { TimeChoices } from '@/components/time-sentence'
import { formatPrinted } from '@/lib/compare/figure'
import { DIMENSIONS } from '@/lib/compare/grouping'
import { METRICS } from '@/lib/compare/metric'
import { milestonesOf } from '@/lib/compare/milestone'
import { ORGANISATIONS, organisationOf } from '@/lib/compare/organisations'
import { answerTime, type TimeAnswer } from '@/lib/compare/time'
import { DEVELOPMENT, TIME_METRICS, timeMetricOf } from '@/lib/compare/time-metric'
import {
  canBeJoint,
  developmentHeadline,
  type GrowthWords,
  growthWords,
  pointWords,
  spanWords,
  timeHeadline,
} from '@/lib/compare/time-words'
import { WAYS } from '@/lib/compare/way'
import { fleetHref } from '@/lib/link/story'
import {
  clashes,
  DEFAULT_TIME_VIEW,
  ofOrganisations,
  questionOf,
  type TimeFigure,
  type TimeView,
  TOPS,
  timeHref,
} from '@/lib/link/time-view'
import { DEFAULT_VIEW, viewHref } from '@/lib/link/view'
import { type EditionId, editionLabel } from '@/lib/model/edition'
import type { Prose } from '@/lib/model/prose'
import type { ListRecord } from '@/lib/record/record'
import { KNOWN_NAMES } from './known-names'
import type { LoadedTime } from './load-time'
import { type ChartPlace, shapeChart } from './shape-chart'
import { told } from './told'

/** Lists in the table before somebody asks for all. */
const SOME_LISTS = 12

type Loaded = Extract<LoadedTime, { kind: 'time' }>

/** THE table of charts of the page: those of the first row that fits a view stand there. */
const CHARTS: readonly {
  kinds: (view: TimeView) => readonly string[]
  when: (view: TimeView, lists: number) => boolean
}[] = [
  { kinds: () => ['development'], when: ({ metric }) => metric === 'development' },
  { kinds: chartsOnOneList, when: (_, lists) => lists === 1 },
  { kinds: () => ['small-multiples'], when: ({ way }) => way === 'multiples' },
  { kinds: () => ['shares-over-time'], when: ({ way }) => way === 'stacked' },
  { kinds: () => ['over-time'], when: () => true },
]

/** The charts of groups on one list; tiles are parts of a whole, so that figures have to add up to it. */
function chartsOnOneList(view: TimeView): readonly string[] {
  const { metric, whose } = questionOf(view)
  return [
    'groups-on-list',
    ...(whose.type === 'groups' && metric.additive ? ['group-tiles'] : []),
    ...(whose.type === 'list' ? [] : ['group-ranks']),
  ]
}

/** The charts of a view. @param lists the lists that there are. */
export function timeCharts(view: TimeView, lists: readonly EditionId[]): readonly ChartPlace[] {
  const { since, until } = view
  const seen = lists.filter((id) => since <= id && (until === null || id <= until))
  const kinds = CHARTS.find(({ when }) => when(view, seen.length))?.kinds(view) ?? []
  return kinds.map((kind) => ({ id: kind, kind }))
}

/** The sentence that answers a view. */
export function timeHeadlineOf(record: ListRecord, view: TimeView): Prose {
  const answer = answerTime(record, questionOf(view))
  return view.metric === 'development' ? developmentHeadline(answer) : timeHeadline(answer)
}

/** Answers that stand in the columns of the table of lists: each figure of the development, or the one that is asked for. */
function answersOf(record: ListRecord, view: TimeView): readonly TimeAnswer[] {
  const question = questionOf(view)
  if (view.metric !== 'development') return [answerTime(record, question)]
  return DEVELOPMENT.flatMap((id) => {
    const metric = timeMetricOf(id)
    return metric ? [answerTime(record, { ...question, metric })] : []
  })
}

/** Everything that the page through time shows, from what a link led to. @param phone whether narrow pictures are drawn. */
export function shapeTime(found: Loaded, phone: boolean): TimePageProps {
  const { view, record, subject, lists, notices } = found
  const answers = answersOf(record, view)
  return {
    headline: told(timeHeadlineOf(record, view), view.theme),
    links: linksOf(view, lists),
    theme: view.theme,
    themes: THEMES.map(({ value, label }) => ({
      label,
      href: timeHref(view, { theme: value }),
      now: view.theme === value,
    })),
    choices: shapeChoices(view, lists, answers[0]),
    names: {
      known: KNOWN_NAMES,
      source: `/api/names?list=${lists.at(-1)}&version=${subject.version}`,
    },
    notices,
    charts: timeCharts(view, lists).map((place) =>
      shapeChart(place, subject, { theme: view.theme, phone }),
    ),
    growth: growthOf(view, answers),
    rows: shapeLists(view, answers),
    source: `Figures: ${spanWords(answers[0]?.lists ?? [])}. Rmax as printed; sums and shares are our own.`,
  }
}

const THEMES: readonly { value: TimeView['theme']; label: string }[] = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

const labelOf = (key: string) => organisationOf(key)?.label ?? key
const optionOf = (key: string): Option => ({ value: key, label: labelOf(key) })

/** The comparison of the same on one list. */
function compareHref(view: TimeView, list: EditionId): string {
  const lens = view.of === 'run-by' || view.of === 'built-by' ? view.of : DEFAULT_VIEW.lens
  const metric = METRICS.find(({ id }) => id === view.metric)?.id ?? DEFAULT_VIEW.metric
  const { focus, beside, theme } = view
  return viewHref(DEFAULT_VIEW, { list, focus, beside, lens, metric, theme })
}

function linksOf(view: TimeView, lists: readonly EditionId[]): TimePageProps['links'] {
  const list = view.until ?? lists.at(-1)
  return [
    ...(list
      ? [
          {
            label: `${labelOf(view.focus)} on the list of ${editionLabel(list)}`,
            href: compareHref(view, list),
          },
        ]
      : []),
    ...(ofOrganisations(view)
      ? []
      : [
          {
            label: `${labelOf(view.focus)} through time`,
            href: timeHref(view, { of: 'built-by', metric: 'rmax', way: 'lines' }),
          },
        ]),
    ...(view.of === 'built-by' || view.of === 'run-by'
      ? [
          {
            label: `The systems of ${labelOf(view.focus)} as one machine`,
            href: fleetHref({ of: view.focus, lens: view.of, theme: view.theme }),
          },
        ]
      : []),
    ...(view.since === view.until
      ? [
          {
            label: 'The same on all lists',
            href: timeHref(view, {
              since: DEFAULT_TIME_VIEW.since,
              until: DEFAULT_TIME_VIEW.until,
            }),
          },
        ]
      : []),
    ...(view.of === 'list'
      ? []
      : [
          {
            label: 'The whole list',
            href: timeHref(view, { of: 'list', metric: 'development', way: 'lines' }),
          },
        ]),
  ]
}

/** The development, as the sentence calls it. */
const DEVELOPMENT_PHRASE = 'the development (sum, first, last)'

/** The figures that can be followed of what is followed. */
function figureOptions({ of }: TimeView): Option[] {
  const own = (value: TimeFigure) => (of === 'list' ? value !== 'share' : value !== 'development')
  return [
    { value: 'development' as const, label: DEVELOPMENT_PHRASE },
    ...TIME_METRICS.map(({ id, phrase }) => ({ value: id, label: phrase })),
  ].filter(({ value }) => own(value))
}

const WHOSE: readonly Option[] = [
  { value: 'list', label: 'the whole list' },
  { value: 'built-by', label: 'systems by who built them' },
  { value: 'run-by', label: 'systems by who runs them' },
  ...DIMENSIONS.map(({ key, plural }) => ({ value: key, label: plural })),
]

const AXES: readonly Option[] = [
  { value: 'auto', label: 'the usual' },
  { value: 'log', label: 'a logarithmic' },
  { value: 'linear', label: 'a linear' },
]

const COPIES: readonly Option[] = [
  { value: 'every', label: 'every entry' },
  { value: 'distinct', label: 'each design once' },
]

const JOINT: readonly Option[] = [
  { value: 'each', label: 'for each maker' },
  { value: 'first', label: 'for the first maker named' },
  { value: 'none', label: 'for none of their makers' },
]

const RANKS: readonly Option[] = [
  { value: 'tied', label: 'shared by systems of equal Rmax' },
  { value: 'printed', label: 'as printed' },
]

const MARKED: readonly Option[] = [
  { value: 'on', label: 'marked' },
  { value: 'off', label: 'left out' },
]

const listOptions = (lists: readonly EditionId[]) =>
  lists.map((id): Option => ({ value: id, label: editionLabel(id) })).reverse()

/** What the sentence lets a reader choose, for a view. */
function shapeChoices(
  view: TimeView,
  lists: readonly EditionId[],
  answer: TimeAnswer | undefined,
): TimeChoices {
  const { whose, metric } = questionOf(view)
  const ranked = metric.byRank === true
  const known = ORGANISATIONS.map(({ key }) => key)
  const shown = new Set([view.focus, ...view.beside])
  const joint = canBeJoint(whose)
  const organisations = whose.type === 'organisations'
  const marks = answer !== undefined && view.way !== 'multiples' && milestonesOf(answer).length > 0
  const milestones = view.milestones ? 'on' : 'off'
  const first = lists.find((id) => id >= view.since) ?? view.since
  return {
    metric: { now: view.metric, options: figureOptions(view) },
    of: { now: view.of, options: WHOSE },
    organisations: organisations
      ? {
          focus: {
            now: view.focus,
            options: [...new Set([view.focus, ...view.beside, ...known])].map(optionOf),
          },
          companions: view.beside.map((key) => ({
            key,
            label: labelOf(key),
            without: timeHref(view, { beside: view.beside.filter((other) => other !== key) }),
          })),
          more: known.filter((key) => !shown.has(key)).map(optionOf),
        }
      : null,
    top:
      whose.type === 'groups'
        ? {
            now: String(view.top),
            options: TOPS.filter((top) => !clashes({ ...view, top })).map((top) => ({
              value: String(top),
              label: String(top),
            })),
          }
        : null,
    since: { now: first, options: listOptions(lists) },
    until: {
      now: view.until ?? '',
      options: [{ value: '', label: 'the newest list' }, ...listOptions(lists)],
    },
    way: {
      now: view.way,
      options: WAYS.filter(({ way }) => !clashes({ ...view, way, top: DEFAULT_TIME_VIEW.top })).map(
        ({ way, phrase }) => ({
          value: way,
          label: phrase,
        }),
      ),
    },
    axis: { now: view.axis, options: AXES },
    copies: { now: view.copies, options: COPIES },
    joint: joint ? { now: view.joint, options: JOINT } : null,
    ranks: ranked ? { now: view.ranks, options: RANKS } : null,
    milestones: marks ? { now: milestones, options: MARKED } : null,
    kept: [
      // The focus is carried along among the others, so that it stays when another one takes its place.
      ...(organisations ? [] : [{ name: 'focus', value: view.focus }]),
      { name: 'with', value: organisations ? view.focus : '' },
      ...view.beside.map((key) => ({ name: 'with', value: key })),
      ...(joint ? [] : [{ name: 'joint', value: view.joint }]),
      ...(ranked ? [] : [{ name: 'ranks', value: view.ranks }]),
      ...(marks ? [] : [{ name: 'milestones', value: milestones }]),
      ...(whose.type === 'groups' ? [] : [{ name: 'top', value: String(view.top) }]),
      { name: 'theme', value: view.theme },
      { name: 'rows', value: view.rows },
    ],
  }
}

/** What can be said of the growth of the development, or of a figure of the whole list that grows. */
function growthOf(view: TimeView, answers: readonly TimeAnswer[]): GrowthWords[] {
  if (view.of !== 'list' || view.way !== 'lines') return []
  return answers.flatMap(({ question: { metric }, groups: [group] }) =>
    metric.grows && group ? [growthWords(metric.name, group.points)] : [],
  )
}

/** The figures of every list, the newest first. */
function shapeLists(view: TimeView, answers: readonly TimeAnswer[]): ListRows {
  const columns = answers.flatMap(({ question: { metric }, groups }) =>
    groups.map(({ key, label, points }) => ({
      metric,
      points,
      key: `${metric.id} ${key}`,
      label: groups.length === 1 ? metric.name : label,
    })),
  )
  const lists = [...(answers[0]?.lists ?? [])].map((list, at) => ({ list, at })).reverse()
  const shown = view.rows === 'all' ? lists : lists.slice(0, SOME_LISTS)
  return {
    columns: [
      { key: 'list', label: 'List', look: 'whitespace-nowrap' },
      ...columns.map(({ key, label }) => ({ key, label, numeric: true })),
    ],
    lines: shown.map(({ list, at }) => ({
      key: list.id,
      label: editionLabel(list.id),
      href: ofOrganisations(view) ? compareHref(view, list.id) : `/lists/${list.id}`,
      cells: columns.map(({ metric, points }) => {
        const point = points[at]
        return point ? pointWords(metric, point) : null
      }),
    })),
    total: lists.length,
    more:
      lists.length <= SOME_LISTS
        ? null
        : view.rows === 'all'
          ? { label: `Show the newest ${SOME_LISTS} only`, href: timeHref(view, { rows: 'some' }) }
          : {
              label: `Show all ${formatPrinted(lists.length)} lists`,
              href: timeHref(view, { rows: 'all' }),
            },
  }
}
