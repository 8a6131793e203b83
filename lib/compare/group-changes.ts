import { sumRmax } from '../list/sum'
import type { Lens } from '../model/organisation'
import type { System } from '../model/system'
import type { Changes } from '../record/change'
import type { RecordList } from '../record/record'
import { type ChangeRow, type Fate, fateOf, rowsOfChanges } from './changes'
import type { Counting, JointRule } from './counting'
import { DEFAULT_COUNTING } from './counting'
import { type Dimension, dimensionOf, groupSystems } from './grouping'
import { ORGANISATIONS } from './organisations'
import { systemsOfOrganisation } from './time'

/** By what two lists are sorted into groups: a field, or the known organisations through a lens. */
export type Grouping =
  | { type: 'dimension'; dimension: Dimension }
  | { type: 'organisations'; lens: Lens }

/** The grouping of a key of links: `country`, `built-by`; null for any other text. */
export function groupingOf(key: string): Grouping | null {
  if (key === 'built-by' || key === 'run-by') return { type: 'organisations', lens: key }
  const dimension = dimensionOf(key)
  return dimension && { type: 'dimension', dimension }
}

/** What systems are grouped by, as titles say it: `country`, `builder`; and what a group is called, one or many. */
export const groupingWords = (grouping: Grouping): { by: string; one: string; many: string } =>
  grouping.type === 'dimension'
    ? { by: grouping.dimension.label, one: 'Group', many: grouping.dimension.plural }
    : {
        by: grouping.lens === 'built-by' ? 'builder' : 'operator',
        one: 'Organisation',
        many: 'organisations',
      }

/** Whether a system can be in several groups, so that how it counts is the reader's choice. */
export const hasJoint = (grouping: Grouping): boolean =>
  grouping.type === 'organisations'
    ? grouping.lens === 'built-by'
    : grouping.dimension.joint === true

/** Why groups may add up to more than the lists, in a sentence; null where they do not. */
export function overlapNote(grouping: Grouping, joint: JointRule): string | null {
  const why = [
    ...(hasJoint(grouping) && joint === 'each'
      ? ['a system of several makers counts for each of them']
      : []),
    ...(grouping.type === 'organisations'
      ? ['an organisation may be part of another, as Azure is of Microsoft']
      : []),
  ].join(', and ')
  if (why === '') return null
  return `${why.charAt(0).toUpperCase()}${why.slice(1)}, so that the groups may add up to more than the list.`
}

/**
 * What became of the systems of a group between two lists: `before − gone − left + joined + newcomers + returned = after`.
 * Those that stand in it on both are `before − gone − left`, and each of them is one of `upgraded`, `rose`, `fell` and `same`.
 */
export type GroupChange = {
  key: string
  label: string
  /** `rest` is what stands in no group: of no known organisation, or not given; `total` the whole list, each system once. */
  kind: 'group' | 'rest' | 'total'
  before: number
  after: number
  newcomers: number
  returned: number
  gone: number
  /** Systems on both lists that stand in this group on the later one only, or on the earlier one only. */
  joined: number
  left: number
  /** Another Rmax or Rpeak; of the others, another rank than before, systems of equal Rmax sharing one, or the same. */
  upgraded: number
  rose: number
  fell: number
  same: number
  /** Sums of Rmax, TFlop/s. */
  rmaxBefore: number
  rmaxAfter: number
}

/** The systems of a list by the label of their group, and those of none. */
type Sides = { groups: ReadonlyMap<string, readonly System[]>; rest: readonly System[] }

function split(list: RecordList, grouping: Grouping, counting: Counting): Sides {
  if (grouping.type === 'dimension') {
    const { groups, unknown } = groupSystems(list.systems, list.id, grouping.dimension, counting)
    return { groups, rest: unknown }
  }
  const groups = new Map(
    ORGANISATIONS.map((organisation) => [
      organisation.label,
      systemsOfOrganisation(list, organisation, grouping.lens, counting),
    ]),
  )
  const grouped = new Set([...groups.values()].flat())
  return { groups, rest: list.systems.filter((system) => !grouped.has(system)) }
}

type Group = Pick<GroupChange, 'key' | 'label' | 'kind'> & {
  before: readonly System[]
  after: readonly System[]
}

function measured({ before, after, ...names }: Group, rowFor: Map<System, ChangeRow>): GroupChange {
  const [were, are] = [new Set(before), new Set(after)]
  const fate = (system: System) => {
    const row = rowFor.get(system)
    return row && fateOf(row)
  }
  const count = (systems: readonly System[], one: Fate) =>
    systems.filter((system) => fate(system) === one).length
  const stayed = after.filter((system) => {
    const earlier = rowFor.get(system)?.before?.system
    return earlier !== undefined && were.has(earlier)
  })
  const moved = (by: (places: number) => boolean) =>
    stayed.filter((system) => fate(system) === 'stayed' && by(rowFor.get(system)?.stay?.moved ?? 0))
      .length
  return {
    ...names,
    before: before.length,
    after: after.length,
    newcomers: count(after, 'new'),
    returned: count(after, 'returned'),
    gone: count(before, 'gone'),
    joined: after.filter((system) => {
      const earlier = rowFor.get(system)?.before?.system
      return earlier !== undefined && !were.has(earlier)
    }).length,
    left: before.filter((system) => {
      const later = rowFor.get(system)?.after?.system
      return later !== undefined && !are.has(later)
    }).length,
    upgraded: count(stayed, 'upgraded'),
    rose: moved((places) => places > 0),
    fell: moved((places) => places < 0),
    same: moved((places) => places === 0),
    rmaxBefore: sumRmax(before),
    rmaxAfter: sumRmax(after),
  }
}

/**
 * What changed between two lists, group by group, those with most systems on the later list first, then what is in no
 * group. Each system stands in one group at least, and in exactly one where {@link overlapNote} has nothing to say.
 */
export function changesByGroup(
  changes: Changes,
  grouping: Grouping,
  joint: JointRule,
): { groups: GroupChange[]; total: GroupChange } {
  const { from, to } = changes
  const counting = { ...DEFAULT_COUNTING, joint }
  const [before, after] = [split(from, grouping, counting), split(to, grouping, counting)]
  const rowFor = new Map<System, ChangeRow>()
  for (const row of rowsOfChanges(changes)) {
    if (row.before) rowFor.set(row.before.system, row)
    if (row.after) rowFor.set(row.after.system, row)
  }
  const named = [...new Set([...before.groups.keys(), ...after.groups.keys()])].map(
    (label): Group => ({
      key: label,
      label,
      kind: 'group',
      before: before.groups.get(label) ?? [],
      after: after.groups.get(label) ?? [],
    }),
  )
  const rest: Group = {
    key: 'rest',
    label: grouping.type === 'organisations' ? 'All others' : 'Not given',
    kind: 'rest',
    before: before.rest,
    after: after.rest,
  }
  const groups = [...named, rest]
    .filter((group) => group.before.length + group.after.length > 0)
    .map((group) => measured(group, rowFor))
  const whole: Group = {
    key: 'total',
    label: 'All systems, each once',
    kind: 'total',
    before: from.systems,
    after: to.systems,
  }
  return { groups: groups.sort(bySize), total: measured(whole, rowFor) }
}

const bySize = (a: GroupChange, b: GroupChange) =>
  Number(a.kind === 'rest') - Number(b.kind === 'rest') ||
  b.after - a.after ||
  b.before - a.before ||
  (a.label < b.label ? -1 : 1)

/** Groups put together as one, so that a table may name the largest and still add up. */
export function together(groups: readonly GroupChange[]): GroupChange {
  // In whole 10⁻⁸ as lists print them, or a tail of digits would stand that no list has.
  const sum = (of: (group: GroupChange) => number) =>
    groups.reduce((all, group) => all + Math.round(of(group) * 1e8), 0) / 1e8
  return {
    key: 'others',
    label: `${groups.length} others`,
    kind: 'group',
    before: sum(({ before }) => before),
    after: sum(({ after }) => after),
    newcomers: sum(({ newcomers }) => newcomers),
    returned: sum(({ returned }) => returned),
    gone: sum(({ gone }) => gone),
    joined: sum(({ joined }) => joined),
    left: sum(({ left }) => left),
    upgraded: sum(({ upgraded }) => upgraded),
    rose: sum(({ rose }) => rose),
    fell: sum(({ fell }) => fell),
    same: sum(({ same }) => same),
    rmaxBefore: sum(({ rmaxBefore }) => rmaxBefore),
    rmaxAfter: sum(({ rmaxAfter }) => rmaxAfter),
  }
}
