import type { CopyRule, JointRule, RankRule } from '../compare/counting'
import { DIMENSIONS, dimensionOf } from '../compare/grouping'
import { organisationOf } from '../compare/organisations'
import type { TimeQuestion, Whose } from '../compare/time'
import { TIME_METRICS, type TimeMetricId, timeMetricOf } from '../compare/time-metric'
import { WAYS, type Way } from '../compare/way'
import type { EditionId } from '../model/edition'
import type { Lens } from '../model/organisation'
import type { Vocabulary } from '../record/vocabulary'
import { type Codec, flag, type Notice, type Params, single, word } from './codec'
import { hrefOf, type Link, parseLink, textsOf, writeLink } from './link'
import {
  ACTIONS,
  ANY_NAME,
  askedNames,
  DEFAULT_VIEW,
  focusCodec,
  ROWS,
  shownBeside,
  THEME,
  type View,
  withCodec,
  writtenBeside,
} from './view'

/** What is measured through time: a figure, or how the list as a whole developed. */
export type TimeFigure = 'development' | TimeMetricId

/** Everything that a link to the page through time says. */
export type TimeView = Pick<View, 'focus' | 'beside' | 'theme' | 'rows'> & {
  /** `?metric=development` */
  metric: TimeFigure
  /** `?of=list`: the whole list, organisations through a lens, or the groups of a dimension. */
  of: 'list' | Lens | string
  /** `?top=8`: how many groups are named. */
  top: number
  /** `?since=1993-06` */
  since: EditionId
  /** `?until=2026-06`; null for the newest list. */
  until: EditionId | null
  /** `?as=lines` */
  way: Way
  /** `?axis=auto`: the scale of the figures. */
  axis: 'auto' | 'log' | 'linear'
  /** `?joint=each`: how systems of several makers count. */
  joint: JointRule
  /** `?copies=every`: whether each entry counts, or each design once. */
  copies: CopyRule
  /** `?ranks=tied`: whether systems of equal Rmax share a rank, or stand where they are printed. */
  ranks: RankRule
  /** `?milestones=on`: whether what happened beside the lists is marked. */
  milestones: boolean
}

/** The path of the page. */
export const TIME_PATH = '/time'

/** The view of a bare link. */
export const DEFAULT_TIME_VIEW: TimeView = {
  metric: 'development',
  of: 'list',
  focus: DEFAULT_VIEW.focus,
  beside: DEFAULT_VIEW.beside,
  top: 8,
  since: '1993-06',
  until: null,
  way: 'lines',
  axis: 'auto',
  joint: 'each',
  copies: 'every',
  ranks: 'tied',
  milestones: true,
  theme: 'system',
  rows: 'some',
}

/** How many groups can be named; more than there are colours in panels, and on one list. */
export const TOPS: readonly number[] = [3, 5, 8, 12, 20, 30]

/** Everything whose figures can be followed, as links name it. */
const WHOSE: readonly string[] = ['list', 'built-by', 'run-by', ...DIMENSIONS.map(({ key }) => key)]
const FIGURES: readonly TimeFigure[] = ['development', ...TIME_METRICS.map(({ id }) => id)]

const bare = DEFAULT_TIME_VIEW

const listCodec = <T extends EditionId | null>(
  parameter: string,
  lists: readonly EditionId[],
  otherwise: T,
): Codec<EditionId | T> =>
  single<EditionId | T>({
    parameter,
    default: otherwise,
    read: (text) => lists.find((id) => id === text) ?? null,
    write: (value) => value ?? '',
    expected: 'a list that there is, as 2021-11',
    show: (value) => value ?? 'the newest list',
  })

const top: Codec<number> = single({
  parameter: 'top',
  default: bare.top,
  read: (text) => TOPS.find((one) => String(one) === text) ?? null,
  expected: TOPS.join(', '),
})

const timeLink = (lists: readonly EditionId[], names: Vocabulary): Link<TimeView> => ({
  metric: word('metric', FIGURES, 'development'),
  of: word('of', WHOSE, 'list'),
  focus: focusCodec(names),
  beside: withCodec(names),
  top,
  since: listCodec('since', lists, bare.since),
  until: listCodec('until', lists, bare.until),
  way: word(
    'as',
    WAYS.map(({ way }) => way),
    bare.way,
  ),
  axis: word('axis', ['auto', 'log', 'linear'], bare.axis),
  joint: word('joint', ['each', 'first', 'none'], bare.joint),
  copies: word('copies', ['every', 'distinct'], bare.copies),
  ranks: word('ranks', ['tied', 'printed'], bare.ranks),
  milestones: flag('milestones', ['on', 'off'], bare.milestones),
  theme: THEME,
  rows: ROWS,
})

/** Whether a view follows organisations that were chosen by name. */
export function ofOrganisations({ of }: Pick<TimeView, 'of'>): boolean {
  return of === 'built-by' || of === 'run-by'
}

/** A combination of parts of a view that means nothing: when, what is said of it, and what is shown instead. */
type Clash = {
  parameter: string
  when: (view: TimeView) => boolean
  fault: string
  instead: string
  mend: Partial<TimeView>
}

/** Ways that draw figures as they are. */
const AS_THEY_ARE: readonly Way[] = ['lines', 'multiples']

/** More groups than these cannot be told apart by colour; panels and bars have their names beside them. */
const MOST_COLOURS = 8

/** Whether each group is named where it is drawn, so that there may be more than there are colours. */
const namesEach = ({ way, since, until }: TimeView) => way === 'multiples' || since === until

const metricIn = (view: TimeView) => timeMetricOf(view.metric)

/** THE table of clashes, in the order in which they are mended. */
const CLASHES: readonly Clash[] = [
  {
    parameter: 'metric',
    when: ({ metric, of }) => metric === 'development' && of !== 'list',
    fault: 'The development is that of the whole list only.',
    instead: 'The share of Rmax is shown.',
    mend: { metric: 'share' },
  },
  {
    parameter: 'metric',
    when: ({ metric, of }) => metric === 'share' && of === 'list',
    fault: 'The share of the whole list is 100 % on every list.',
    instead: 'The development is shown.',
    mend: { metric: 'development' },
  },
  {
    parameter: 'as',
    when: (view) =>
      view.way === 'stacked' && (dimensionOf(view.of) === null || !metricIn(view)?.additive),
    fault: 'Only groups whose figures add up to those of the list can be stacked.',
    instead: 'Lines are shown.',
    mend: { way: 'lines' },
  },
  {
    parameter: 'as',
    when: (view) =>
      !AS_THEY_ARE.includes(view.way) &&
      (metricIn(view)?.axis?.type === 'rank' || metricIn(view) === null),
    fault: 'Ranks, and the development, are drawn as they are only.',
    instead: 'Lines are shown.',
    mend: { way: 'lines' },
  },
  {
    parameter: 'as',
    when: ({ way, of }) => way === 'multiples' && of === 'list',
    fault: 'Small multiples are for several groups or organisations.',
    instead: 'Lines are shown.',
    mend: { way: 'lines' },
  },
  {
    parameter: 'top',
    when: (view) => view.top > MOST_COLOURS && dimensionOf(view.of) !== null && !namesEach(view),
    fault: `More than ${MOST_COLOURS} groups cannot be told apart by colour.`,
    instead: `${MOST_COLOURS} are named; small multiples, and the bars of one list, name more.`,
    mend: { top: MOST_COLOURS },
  },
  {
    parameter: 'since',
    when: ({ since, until }) => until !== null && until < since,
    fault: 'The last list comes before the first.',
    instead: 'All lists are shown.',
    mend: { since: bare.since, until: bare.until },
  },
]

/** Whether parts of a view mean nothing together. */
export function clashes(view: TimeView): boolean {
  return CLASHES.some(({ when }) => when(view))
}

/** What a link to the page through time turned out to say. */
export type ParsedTimeView = {
  view: TimeView
  notices: Notice[]
  /** Parts that mean nothing together. A form that was sent is led to what is shown instead, without a word. */
  clashes: Notice[]
  /** A name that was typed to be added; null for none. */
  add: string | null
  /** An organisation stands in the link under another spelling of its name than in the view. */
  respelt: boolean
}

/**
 * Reads a link. What is not understood becomes a notice and the nearest sensible view, and so do parts that mean nothing
 * together, where the link names them.
 * @param known the available lists, oldest first, and the names that stand on any list.
 * @param own parameters that belong to somebody else and are not to be told of.
 */
export function parseTimeView(
  params: Params,
  known: { lists: readonly EditionId[]; names: Vocabulary },
  own: readonly string[] = [],
): ParsedTimeView {
  const { lists, names } = known
  const { values, notices } = parseLink(timeLink(lists, names), params, [...ACTIONS, ...own])
  let view = values
  const mended: Notice[] = []
  for (const { parameter, when, fault, instead, mend } of CLASHES) {
    if (!when(view)) continue
    view = { ...view, ...mend }
    const value = textsOf(params, parameter).join(', ').slice(0, 60)
    if (value !== '') mended.push({ parameter, value, fault, message: `${fault} ${instead}` })
  }
  view = { ...view, beside: shownBeside(view, params, names, notices) }
  return { view, notices, clashes: mended, ...askedNames(params, names) }
}

/** A view as query parameters, in one fixed order and without what a bare link means anyway. */
export function timeParams(view: TimeView): URLSearchParams {
  const lists = [view.since, ...(view.until ? [view.until] : [])]
  return writeLink(timeLink(lists, ANY_NAME), { ...view, beside: writtenBeside(view) })
}

/** The link to a view through time, or to one that differs from it. The same view always has the same link. */
export function timeHref(view: TimeView, change: Partial<TimeView> = {}, path = TIME_PATH): string {
  return hrefOf(path, timeParams({ ...view, ...change }))
}

/** Whose systems a view follows. */
function whoseOf({ of, focus, beside, top: most }: TimeView): Whose {
  const dimension = dimensionOf(of)
  if (dimension) return { type: 'groups', dimension, top: most }
  if (of !== 'built-by' && of !== 'run-by') return { type: 'list' }
  const keys = [...new Set([focus, ...beside])]
  return {
    type: 'organisations',
    lens: of,
    organisations: keys.flatMap((key) => organisationOf(key) ?? []),
  }
}

/** A list later than all that there will be. */
const LAST: EditionId = '9999-11'

/** The question that a view asks; that of a development is its sum. */
export function questionOf(view: TimeView): TimeQuestion {
  const { metric: id, since, until, joint, copies, ranks } = view
  const metric = timeMetricOf(id === 'development' ? 'rmax' : id)
  if (!metric) throw new Error(`There is no figure ${id}.`)
  return {
    metric,
    whose: whoseOf(view),
    since,
    until: until ?? LAST,
    counting: { joint, copies, ranks },
  }
}
