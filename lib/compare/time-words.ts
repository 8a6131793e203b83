import { type EditionId, editionLabel } from '../model/edition'
import type { Organisation } from '../model/organisation'
import { type Prose, prose } from '../model/prose'
import type { CopyRule, Counting, JointRule, RankRule } from './counting'
import { counted, formatPrinted, formatThree, listed } from './figure'
import { backtest, type Dated, FITTED_LISTS, fitGrowth } from './growth'
import { measureWords } from './metric'
import type { Point, TimeAnswer, TimeGroup, TimeQuestion, Whose } from './time'
import type { TimeMetric } from './time-metric'
import { countryWithin, nameFirst, verbOf } from './title'
import type { Way } from './way'

/** A figure's name within a sentence: `total Rmax`, but `HPL efficiency`. */
export function nameInside({ name }: Pick<TimeMetric, 'name'>): string {
  return /^[A-Z][a-z]/.test(name) && !name.startsWith('Rmax')
    ? name.charAt(0).toLowerCase() + name.slice(1)
    : name
}

/** `67 TOP500 lists from June 1993 to June 2026`. */
export function spanWords(lists: readonly { id: EditionId }[]): string {
  const [first] = lists
  const last = lists.at(-1)
  if (!first || !last) return 'no list'
  if (first === last) return `TOP500 list of ${editionLabel(first.id)}`
  return `${lists.length} TOP500 lists from ${editionLabel(first.id)} to ${editionLabel(last.id)}`
}

/** What follows a figure's name in a title: “… *by country*”. */
export function byWords(whose: Whose): string {
  if (whose.type === 'list') return ' of the whole list'
  if (whose.type === 'groups') return ` by ${whose.dimension.label}`
  return whose.lens === 'built-by' ? ' by builder' : ' by operator'
}

/** Whose systems are counted, as the line beneath a title says it. */
function systemsWords(whose: Whose, others: readonly string[]): string {
  if (whose.type === 'list') return 'All systems'
  if (whose.type === 'organisations')
    return whose.lens === 'built-by'
      ? 'Systems built by each organisation, alone or with partners'
      : 'Systems run by each organisation'
  const named =
    others.length > 0 ? `, the largest ${whose.top} ${whose.dimension.plural} by name` : ''
  return `All systems${named}`
}

/** How titles and the lines beneath them say a way. */
const WAY_WORDS: Readonly<
  Record<Way, { title: (name: string, by: string) => string; line: (first: string) => string }>
> = {
  lines: { title: (name, by) => `${name}${by}`, line: () => '' },
  multiples: {
    title: (name, by) => `${name}${by}`,
    line: () => ', each in a panel on the same scale',
  },
  stacked: { title: (name, by) => `${name}${by}, in shares`, line: () => ', in percent of all' },
  indexed: {
    title: (name, by) => `${name}${by}, indexed`,
    line: (first) => `, ${first} being 100`,
  },
  change: {
    title: (name, by) =>
      `Change per year of ${name.replace(/^[A-Z](?=[a-z])/, (one) => one.toLowerCase())}${by}`,
    line: () => ', in percent of the list a year before',
  },
}

/** The words above a chart through time. */
export function timeTitle(
  { question, lists, others }: TimeAnswer,
  way: Way,
): { title: string; subtitle: string } {
  const { metric, whose } = question
  const words = WAY_WORDS[way]
  const first = lists[0] ? editionLabel(lists[0].id) : ''
  return {
    title: words.title(metric.name, byWords(whose)),
    subtitle: `${systemsWords(whose, others)}, ${spanWords(lists)}${words.line(first)}`,
  }
}

/** How a system of several makers counts, in words. */
const JOINT_WORDS: Readonly<Record<JointRule, string>> = {
  each: 'a system of several makers counts for each of them, so that the groups may add up to more than the list',
  first: 'a system of several makers counts for the one that is named first',
  none: 'a system of several makers counts for none of them alone',
}

const COPY_WORDS: Readonly<Record<CopyRule, string>> = {
  every: 'Every entry of a list counts',
  distinct: 'Each design counts once, systems of equal Rmax, Rpeak and computer being one',
}

/** Whether systems of several makers can count for several groups of an answer. */
export function canBeJoint(whose: Whose): boolean {
  if (whose.type === 'groups') return whose.dimension.joint === true
  return whose.type === 'organisations' && whose.lens === 'built-by'
}

const RANK_WORDS: Readonly<Record<RankRule, string>> = {
  tied: 'systems of equal Rmax share the first of their ranks',
  printed: 'each system stands at the rank that the list prints, also where others have its Rmax',
}

/** The rules by which systems are counted, as one sentence. */
export function countingNote({
  whose,
  metric,
  counting: { joint, copies, ranks },
}: Pick<TimeQuestion, 'whose' | 'metric' | 'counting'>): string {
  const rules = [
    COPY_WORDS[copies],
    ...(canBeJoint(whose) ? [JOINT_WORDS[joint]] : []),
    ...(metric.byRank ? [RANK_WORDS[ranks]] : []),
  ]
  return `${rules.join('; ')}.`
}

/** From this list on few systems of China, and of companies, are submitted. */
const UNSEEN_FROM: EditionId = '2020-06'

/** What no list sees, where an answer reaches the years in which that matters; null for earlier ones. */
export function unseenNote(lists: readonly { id: EditionId }[]): string | null {
  const last = lists.at(-1)
  return last && last.id >= UNSEEN_FROM
    ? 'What the list does not see: since about 2020 few systems in China are submitted, and many machines of companies never are.'
    : null
}

/** How many rows of an answer lack its figure, and since when it is printed at all. */
export function missingNote({ groups, lists, question }: TimeAnswer): string | null {
  const sum = (of: (point: Point) => number) =>
    groups.reduce((all, { points }) => all + points.reduce((one, point) => one + of(point), 0), 0)
  const missing = sum((point) => point.missing)
  if (missing === 0) return null
  const first = lists.find((_, at) => groups.some(({ points }) => (points[at]?.known ?? 0) > 0))
  const late =
    first && first !== lists[0]
      ? ` The first list that gives it is that of ${editionLabel(first.id)}.`
      : ''
  const rows = canBeJoint(question.whose)
    ? 'Some rows'
    : `${formatPrinted(missing)} of ${formatPrinted(missing + sum(({ known }) => known))} rows`
  return `${rows} do not give ${question.metric.needs}; they are missing here, not counted as 0.${late}`
}

/** Everything that a reader must know of an answer, one sentence each. */
export function timeNotes(answer: TimeAnswer): string[] {
  const { metric, whose } = answer.question
  return [
    countingNote(answer.question),
    missingNote(answer),
    metric.note ?? null,
    whose.type === 'groups' ? (whose.dimension.note ?? null) : null,
    unseenNote(answer.lists),
  ].flatMap((note) => note ?? [])
}

/** A figure of a group on one list, in words; null where nothing gives it. */
export function pointWords(metric: TimeMetric, point: Point): string | null {
  return measureWords(metric, point)
}

const on = ({ list }: Point) => editionLabel(list.id)

function listHeadline({ question: { metric }, groups }: TimeAnswer): string {
  const known = (groups[0]?.points ?? []).filter(({ value }) => value !== null)
  const [first] = known
  const last = known.at(-1)
  if (!first || !last) return `No list of this span gives ${metric.needs}.`
  const name = `The ${metric.plural ? 'number of ' : ''}${nameInside(metric)} of the whole list`
  if (first === last) return `${name} was ${pointWords(metric, last)} in ${on(last)}.`
  return `${name} went from ${pointWords(metric, first)} in ${on(first)} to ${pointWords(metric, last)} in ${on(last)}.`
}

/** `5 of the 500 systems`, or `2 designs` where copies count once. */
function countOf({ systems, list }: Point, { copies }: Counting): string {
  return copies === 'distinct'
    ? counted(systems.length, 'different design')
    : `${formatPrinted(systems.length)} of the ${formatPrinted(list.systems.length)} systems`
}

function organisationHeadline(
  { question, lists }: TimeAnswer,
  group: TimeGroup & { organisation: Organisation },
  whose: Whose & { type: 'organisations' },
): Prose {
  const { metric, counting } = question
  const edition = lists.at(-1)?.id ?? question.until
  const who = nameFirst(group, { ...whose, edition })
  const did = verbOf(group, whose)
  const with_ = group.points.filter(({ systems }) => systems.length > 0)
  const [first] = with_
  const last = with_.at(-1)
  const end = group.points.at(-1)
  if (!first || !last || !end) return prose`${who} ${did} no system on the ${spanWords(lists)}.`
  const figure = (point: Point, name: string) => {
    const words = metric.id === 'systems' ? null : pointWords(metric, point)
    if (words === null) return ''
    return words.startsWith('rank ') ? ` (best ${words})` : ` (${name}${words})`
  }
  const now = prose`${who} ${did} ${countOf(last, counting)} on the list of ${on(last)}${figure(last, `${nameInside(metric)} `)}`
  if (last !== end) return prose`${now}, the last list with any until ${on(end)}.`
  if (first === last) return prose`${now}, the first list with any.`
  const since = first === group.points[0] ? '' : ', the first list with any'
  return prose`${now}, and ${countOf(first, counting)} on that of ${on(first)}${figure(first, '')}${since}.`
}

/** What the leader of groups has: `the highest share`, `the most new systems`, `the best rank`. */
function superlative(metric: TimeMetric): string {
  const name = nameInside(metric)
  const higher = metric.better === 'higher'
  // The name of a best rank says it already.
  if (metric.axis?.type === 'rank') return `the ${name}`
  if (metric.plural) return `${higher ? 'the most' : 'the fewest'} ${name}`
  return `the ${higher ? 'highest' : 'lowest'} ${name}`
}

function groupsHeadline(
  { question: { metric }, groups, lists }: TimeAnswer,
  whose: Whose & { type: 'groups' },
): string {
  const { dimension } = whose
  const named = groups.filter(({ kind }) => kind === 'group')
  const list = lists.at(-1)
  const lastOf = ({ points }: TimeGroup) => points.at(-1)?.value ?? null
  const values = named.flatMap((group) => lastOf(group) ?? [])
  if (!list || values.length === 0)
    return `The ${spanWords(lists)} give no ${nameInside(metric)} by ${dimension.label}.`
  const best = metric.better === 'higher' ? Math.max(...values) : Math.min(...values)
  const leaders = named.filter((group) => lastOf(group) === best)
  const name = (label: string) => (dimension.key === 'country' ? countryWithin(label) : label)
  const [leader] = leaders
  const first = leader?.points.find(({ systems }) => systems.length > 0)
  const end = leader?.points.at(-1)
  if (!leader || !first || !end) return ''
  const then =
    leaders.length === 1 && first !== end && first.value !== null
      ? `; in ${on(first)}${first === leader.points[0] ? '' : ', its first list,'} it was ${pointWords(metric, first)}`
      : ''
  return `On the list of ${editionLabel(list.id)}, ${listed(leaders.map(({ label }) => name(label)))} ${leaders.length === 1 ? 'has' : 'have'} ${superlative(metric)} of the ${dimension.plural} shown by name, ${pointWords(metric, end)}${then}.`
}

/** The sentence that answers a question through time; every figure in it stands in the answer. */
export function timeHeadline(answer: TimeAnswer): Prose {
  const { whose } = answer.question
  const [group] = answer.groups
  if (whose.type === 'groups') return groupsHeadline(answer, whose)
  if (whose.type === 'organisations' && group?.organisation)
    return organisationHeadline(answer, { ...group, organisation: group.organisation }, whose)
  return listHeadline(answer)
}

/** How many times as much, in words: `12.3`, `16.7 million`. */
export function timesWords(ratio: number): string {
  return ratio >= 1e6 ? `${formatThree(ratio / 1e6)} million` : formatThree(ratio)
}

/** The sentence on how the list as a whole developed. @param sum the answer on the sum of Rmax. */
export function developmentHeadline(sum: TimeAnswer): string {
  const points = (sum.groups[0]?.points ?? []).filter(({ value }) => (value ?? 0) > 0)
  const [first] = points
  const last = points.at(-1)
  const { metric } = sum.question
  if (!first || !last || first === last) return listHeadline(sum)
  return `From ${on(first)} to ${on(last)} the sum of Rmax went from ${pointWords(metric, first)} to ${pointWords(metric, last)}: ${timesWords((last.value ?? 0) / (first.value ?? 1))} times as much.`
}

/** Steady growth that was fitted to figures, and how such lines did in the past, in words. */
export type GrowthWords = {
  label: string
  /** `1.29 times a year`; or why nothing is said. */
  growth: string
  /** How far half of the lists lie from the line. */
  error: string | null
  /** The lists that it was fitted to. */
  span: string | null
  /** How far such lines missed, years ahead. */
  missed: readonly { years: number; text: string }[]
}

const percent = (share: number) => `${formatThree(share * 100)} %`

/** What can be said of the growth of a figure: a line through its newest lists, and the record of such lines. */
export function growthWords(label: string, points: readonly Point[]): GrowthWords {
  const figures = points.flatMap(({ list, value }): Dated[] =>
    value === null ? [] : [{ edition: list.id, value }],
  )
  const fitted = fitGrowth(figures.slice(-FITTED_LISTS))
  if (!fitted)
    return {
      label,
      growth: 'too few lists to say',
      error: null,
      span: null,
      missed: [],
    }
  return {
    label,
    growth: `${formatThree(fitted.perYear)} times a year`,
    error: percent(fitted.error),
    span: `${fitted.lists} lists, ${editionLabel(fitted.since)} to ${editionLabel(fitted.until)}`,
    missed: backtest(figures).map(({ years, tries, error }) => ({
      years,
      text: `${percent(error)} (${counted(tries, 'try', 'tries')})`,
    })),
  }
}
