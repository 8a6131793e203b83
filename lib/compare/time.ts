import { LRUCache } from 'lru-cache'
import type { EditionId } from '../model/edition'
import type { Lens, Organisation } from '../model/organisation'
import type { System } from '../model/system'
import { makersOf } from '../names/name'
import { openPause } from '../process/pause'
import type { ListRecord, RecordList } from '../record/record'
import { findMatches } from './compare'
import { type Counting, countedSystems } from './counting'
import { type Dimension, groupSystems } from './grouping'
import type { Measure } from './measure'
import type { TimeMetric } from './time-metric'

/** Whose systems are followed: the whole list, chosen organisations, or the groups of a field. */
export type Whose =
  | { type: 'list' }
  | { type: 'organisations'; lens: Lens; organisations: readonly Organisation[] }
  | { type: 'groups'; dimension: Dimension; top: number }

/** A question over all lists. */
export type TimeQuestion = {
  metric: TimeMetric
  whose: Whose
  /** First and last list that is looked at. */
  since: EditionId
  until: EditionId
  counting: Counting
}

/** What a group of the answer is. */
export type GroupKind = 'list' | 'organisation' | 'group' | 'others' | 'unknown'

/** A group on one list: its figure, and the systems that it rests on. */
export type Point = Measure & { list: RecordList; systems: readonly System[] }

/** A group through time, a point for each list of the span. */
export type TimeGroup = {
  key: string
  label: string
  kind: GroupKind
  organisation: Organisation | null
  points: readonly Point[]
}

/** The answer to a question over all lists. */
export type TimeAnswer = {
  question: TimeQuestion
  /** The lists of the span, oldest first. */
  lists: readonly RecordList[]
  groups: readonly TimeGroup[]
  /** The names of the groups that `others` stands for, largest first. */
  others: readonly string[]
}

/** The systems of one list by group. */
type Split = {
  groups: ReadonlyMap<string, readonly System[]>
  unknown: readonly System[]
  counted: readonly System[]
}

const NOTHING: Split = { groups: new Map(), unknown: [], counted: [] }

/** Splits are kept with the systems of a list version, so that a new list costs its own split alone. */
const splits = new WeakMap<readonly System[], Map<string, Split>>()
/** Ways of splitting that are kept for one list; each holds references only. */
const MOST_SPLITS = 40

function remembered(list: RecordList, key: string, make: () => Split): Split {
  const known = splits.get(list.systems) ?? new Map<string, Split>()
  splits.set(list.systems, known)
  const held = known.get(key)
  if (held) return held
  if (known.size >= MOST_SPLITS) known.clear()
  const made = make()
  known.set(key, made)
  return made
}

/** The systems of a list that count for an organisation through a lens, under the rules of counting. */
export function systemsOfOrganisation(
  list: RecordList,
  organisation: Organisation,
  lens: Lens,
  counting: Counting,
): readonly System[] {
  const key = `${lens} ${organisation.key} ${counting.joint} ${counting.copies}`
  const { counted } = remembered(list, key, () => {
    const found = findMatches(organisation, list.systems, lens, list.id)
    const counts = found.filter(({ system, alias, partners }) => {
      if (partners.length === 0 || counting.joint === 'each') return true
      const [first] = makersOf(system.manufacturer ?? '', list.id)
      return counting.joint === 'first' && first?.name === alias.name
    })
    const systems = countedSystems(
      counts.map(({ system }) => system),
      counting.copies,
    )
    return { ...NOTHING, counted: systems }
  })
  return counted
}

const splitKey = (dimension: Dimension, { joint, copies }: Counting) =>
  `${dimension.key} ${joint} ${copies}`

const splitByDimension = (list: RecordList, dimension: Dimension, counting: Counting) =>
  remembered(list, splitKey(dimension, counting), () =>
    groupSystems(list.systems, list.id, dimension, counting),
  )

/** Lists of a span, oldest first. */
function listsOf(record: ListRecord, since: EditionId, until: EditionId): RecordList[] {
  return record.lists.filter(({ id }) => since <= id && id <= until)
}

type Measures = WeakMap<readonly System[], Map<string, Measure>>

/**
 * Figures are kept with the systems that they rest on, which are those of one list version, so that a new list costs its
 * own figures alone; those that hang on other lists, for as long as the record is the same.
 */
const ofLists: Measures = new WeakMap()
const ofRecords = new WeakMap<ListRecord, Measures>()

function measuresOf(record: ListRecord, { remembers }: TimeMetric): Measures {
  if (!remembers) return ofLists
  const known = ofRecords.get(record) ?? (new WeakMap() as Measures)
  ofRecords.set(record, known)
  return known
}

function measureOnce(
  record: ListRecord,
  list: RecordList,
  systems: readonly System[],
  { metric, counting: { ranks } }: Pick<TimeQuestion, 'metric' | 'counting'>,
): Measure {
  // What has no system is the same array on every list, and costs nothing to measure.
  if (systems.length === 0) return metric.measure(systems, { list, record, ranks })
  const all = measuresOf(record, metric)
  const known = all.get(systems) ?? new Map<string, Measure>()
  all.set(systems, known)
  const key = metric.byRank ? `${metric.id} ${ranks}` : metric.id
  const measure = known.get(key) ?? metric.measure(systems, { list, record, ranks })
  known.set(key, measure)
  return measure
}

type Draft = Omit<TimeGroup, 'points'> & { systems: (list: RecordList) => readonly System[] }

const EMPTY: readonly System[] = []

/** The order of names is kept with the record: what it takes is a look at every group of every list. */
const orders = new WeakMap<ListRecord, Map<string, readonly string[]>>()
/** Orders that are kept for a record, some hundred names each at most. */
const MOST_ORDERS = 60

function namesOnce(
  record: ListRecord,
  lists: readonly RecordList[],
  question: TimeQuestion,
  dimension: Dimension,
): readonly string[] {
  const known = orders.get(record) ?? new Map<string, readonly string[]>()
  orders.set(record, known)
  const { metric, counting, since, until } = question
  const key = [metric.id, counting.ranks, splitKey(dimension, counting), since, until].join(' ')
  const held = known.get(key)
  if (held) return held
  if (known.size >= MOST_ORDERS) known.clear()
  const names = namesByWeight(record, lists, question, dimension)
  known.set(key, names)
  return names
}

/** The names of the groups by weight over the span, largest first: the figure itself where it adds up, else systems. */
function namesByWeight(
  record: ListRecord,
  lists: readonly RecordList[],
  question: TimeQuestion,
  dimension: Dimension,
): string[] {
  const { metric, counting } = question
  const weights = new Map<string, number>()
  for (const list of lists) {
    const { groups, counted } = splitByDimension(list, dimension, counting)
    const total = metric.additive ? (measureOnce(record, list, counted, question).value ?? 0) : 0
    for (const [name, systems] of groups) {
      const value = metric.additive ? measureOnce(record, list, systems, question).value : null
      // Lists weigh the same, so that the newest, a million times as fast, do not decide alone.
      const weight = total > 0 ? (value ?? 0) / total : systems.length / Math.max(1, counted.length)
      weights.set(name, (weights.get(name) ?? 0) + weight)
    }
  }
  return [...weights].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([name]) => name)
}

function draftGroups(
  record: ListRecord,
  lists: readonly RecordList[],
  question: TimeQuestion,
): { drafts: Draft[]; others: readonly string[] } {
  const { whose, counting } = question
  if (whose.type === 'list')
    return {
      drafts: [
        {
          key: 'list',
          label: 'All systems',
          kind: 'list',
          organisation: null,
          systems: (list) =>
            remembered(list, `list ${counting.copies}`, () => ({
              ...NOTHING,
              counted: countedSystems(list.systems, counting.copies),
            })).counted,
        },
      ],
      others: [],
    }
  if (whose.type === 'organisations')
    return {
      drafts: whose.organisations.map((organisation) => ({
        key: organisation.key,
        label: organisation.label,
        kind: 'organisation',
        organisation,
        systems: (list) => systemsOfOrganisation(list, organisation, whose.lens, counting),
      })),
      others: [],
    }
  const { dimension, top } = whose
  const names = namesOnce(record, lists, question, dimension)
  // The rest of one is that one, by its name.
  const shown = names.length === top + 1 ? names : names.slice(0, top)
  const others = names.slice(shown.length)
  const key = splitKey(dimension, counting)
  const split = (list: RecordList) => splitByDimension(list, dimension, counting)
  const drafts: Draft[] = shown.map((name) => ({
    key: `${dimension.key}:${name}`,
    label: name,
    kind: 'group',
    organisation: null,
    systems: (list) => split(list).groups.get(name) ?? EMPTY,
  }))
  const named = new Set(shown)
  if (others.length > 0)
    drafts.push({
      key: 'others',
      label: `${others.length} others`,
      kind: 'others',
      organisation: null,
      systems: (list) =>
        remembered(list, `${key} others than ${shown.join('\n')}`, () => ({
          ...NOTHING,
          counted: [
            ...new Set(
              [...split(list).groups].flatMap(([name, systems]) =>
                named.has(name) ? [] : systems,
              ),
            ),
          ],
        })).counted,
    })
  if (lists.some((list) => split(list).unknown.length > 0))
    drafts.push({
      key: 'unknown',
      label: 'Not given',
      kind: 'unknown',
      organisation: null,
      systems: (list) => split(list).unknown,
    })
  return { drafts, others }
}

/** What one point of an answer takes in memory, in bytes, roughly: a figure and references to what is held anyway. */
const POINT_BYTES = 120
/** Finished answers that are kept for a record, in bytes. */
const MOST_ANSWERS = 16 * 1024 * 1024

/** Finished answers by their question, kept with the record: a new list makes a new one. */
const answers = new WeakMap<ListRecord, LRUCache<string, TimeAnswer>>()

/** A question as a text that no other one has. */
function keyOf({ metric, whose, since, until, counting }: TimeQuestion): string {
  const { joint, copies, ranks } = counting
  const who =
    whose.type === 'organisations'
      ? [whose.lens, ...whose.organisations.map(({ key }) => key)]
      : whose.type === 'groups'
        ? [whose.dimension.key, whose.top]
        : []
  return JSON.stringify([metric.id, whose.type, who, since, until, joint, copies, ranks])
}

/** The systems of every group on a list that a question asks for. */
function groupsOn(list: RecordList, { whose, counting }: TimeQuestion): (readonly System[])[] {
  if (whose.type === 'list') return []
  if (whose.type === 'organisations')
    return whose.organisations.map((one) => systemsOfOrganisation(list, one, whose.lens, counting))
  return [...splitByDimension(list, whose.dimension, counting).groups.values()]
}

/**
 * Does beforehand what an answer takes most of its time for, with others answered in between: splits every list, and
 * measures its groups. Both are kept, so that `answerTime` finds them done.
 * @param pause lets others be answered, after each list.
 */
export async function prepareTime(
  record: ListRecord,
  question: TimeQuestion,
  pause = openPause(),
): Promise<void> {
  if (answers.get(record)?.has(keyOf(question))) return
  for (const list of listsOf(record, question.since, question.until)) {
    for (const systems of groupsOn(list, question)) measureOnce(record, list, systems, question)
    await pause()
  }
}

/**
 * Answers a question over all lists of the record. A group that has no system on a list has a point without a value
 * there, or 0 where the figure counts or adds up. What was asked before costs nothing, however many lists there are.
 */
export function answerTime(record: ListRecord, question: TimeQuestion): TimeAnswer {
  const kept =
    answers.get(record) ??
    new LRUCache<string, TimeAnswer>({
      maxSize: MOST_ANSWERS,
      sizeCalculation: ({ groups, lists }) => 1 + POINT_BYTES * (1 + groups.length) * lists.length,
    })
  answers.set(record, kept)
  const key = keyOf(question)
  const known = kept.get(key)
  if (known) return known
  const made = makeAnswer(record, question)
  kept.set(key, made)
  return made
}

function makeAnswer(record: ListRecord, question: TimeQuestion): TimeAnswer {
  const lists = listsOf(record, question.since, question.until)
  const { drafts, others } = draftGroups(record, lists, question)
  const groups = drafts.map(
    ({ systems, ...group }): TimeGroup => ({
      ...group,
      points: lists.map((list): Point => {
        const of = systems(list)
        const measure = measureOnce(record, list, of, question)
        const value = of.length === 0 && question.metric.additive ? 0 : measure.value
        return { ...measure, value, list, systems: of }
      }),
    }),
  )
  return { question, lists, groups, others }
}
