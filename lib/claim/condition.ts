import { findMatches } from '../compare/compare'
import { countedNames } from '../compare/counting'
import { formatFlopsPrinted } from '../compare/figure'
import { dimensionOf, groupWords } from '../compare/grouping'
import { organisationOf } from '../compare/organisations'
import type { EditionId } from '../model/edition'
import { fieldOf } from '../model/field'
import { joinedProse, type Prose, plain, prose } from '../model/prose'
import type { System } from '../model/system'
import type { ListRecord, RecordList } from '../record/record'
import type { Condition } from './claim'
import type { Reading } from './reading'

/** The list that is asked, with all others. */
export type Place = { record: ListRecord; list: RecordList }

/** What a condition is asked of. */
export type Asked = Place & { reading: Reading }

type Kind<Is extends Condition['is']> = {
  /** The systems of the list for which it holds, by rank; null where the list does not say. */
  find: (condition: Extract<Condition, { is: Is }>, asked: Asked) => readonly System[] | null
  /** As the end of “systems …”. @param on the list to which a name in it leads. */
  words: (condition: Extract<Condition, { is: Is }>, reading: Reading, on: EditionId) => Prose
}

function isNew(at: number, { record, list }: Asked): boolean {
  const before = record.lists[list.index - 1]
  const machine = record.machineOf(list, at)
  return !machine?.appearances.some((one) => one.list === before)
}

/** THE table of conditions: each finds its systems and says itself. */
const CONDITIONS: { [Is in Condition['is']]: Kind<Is> } = {
  group: {
    find: ({ by, name }, { list, reading }) => {
      const dimension = dimensionOf(by)
      if (!dimension) return null
      const of = list.systems.map((system) => dimension.of(system, list.id))
      if (of.every((names) => names.length === 0)) return null
      return list.systems.filter((_, at) =>
        countedNames(of[at] ?? [], reading.joint).includes(name),
      )
    },
    words: ({ by, name }) => {
      const dimension = dimensionOf(by)
      return dimension ? groupWords(dimension, name) : `of the ${by} ${name}`
    },
  },
  organisation: {
    find: ({ key }, { list, reading }) => {
      const organisation = organisationOf(key)
      return organisation
        ? findMatches(organisation, list.systems, reading.lens, list.id)
            .filter(({ partners }) => reading.joint === 'each' || partners.length === 0)
            .map(({ system }) => system)
        : null
    },
    words: ({ key }, { lens }, list) => {
      const name = organisationOf(key)?.label ?? key
      return prose`${lens === 'built-by' ? 'built' : 'run'} by ${{ name, organisation: key, lens, list }}`
    },
  },
  top: {
    find: ({ count }, { list }) => list.systems.filter(({ rank }) => rank <= count),
    words: ({ count }) => `in the top ${count}`,
  },
  reaches: {
    find: ({ tflops }, { list }) =>
      list.systems.filter(({ rmax }) => rmax !== null && rmax >= tflops),
    words: ({ tflops }) => `of ${formatFlopsPrinted(tflops)} or more`,
  },
  new: {
    find: (_, asked) =>
      asked.list.index === 0 ? null : asked.list.systems.filter((_, at) => isNew(at, asked)),
    words: () => 'that are new',
  },
  printed: {
    find: ({ field, text }, { list }) => {
      if (list.systems.every((system) => system[field] === null)) return null
      return list.systems.filter((system) => String(system[field] ?? '').includes(text))
    },
    words: ({ field, text }) => `whose ${fieldOf(field).label.toLowerCase()} names “${text}”`,
  },
}

const kindOf = <Is extends Condition['is']>({ is }: { is: Is }) => CONDITIONS[is] as Kind<Is>

/** The systems of a list for which all conditions hold, by rank; null where the list does not give what one asks for. */
export function find(conditions: readonly Condition[], asked: Asked): readonly System[] | null {
  let found: readonly System[] = asked.list.systems
  for (const condition of conditions) {
    const holding = kindOf(condition).find(condition as never, asked)
    if (holding === null) return null
    const set = new Set(holding)
    found = found.filter((system) => set.has(system))
  }
  return found
}

const saying = (condition: Condition, reading: Reading, on: EditionId): Prose =>
  kindOf(condition).words(condition as never, reading, on)

/** Words alone lead to no list, so that any one does. */
const ANY: EditionId = '1993-06'

/** One condition as the end of “systems …”: `in China`, `with an accelerator`. */
export const conditionWords = (condition: Condition, reading: Reading): string =>
  plain(saying(condition, reading, ANY))

/** `systems in China with an accelerator` of a list; `systems` alone for no condition. @param count for one or many. */
export const systemsSaid = (
  conditions: readonly Condition[],
  reading: Reading,
  on: EditionId,
  count = 2,
): Prose =>
  joinedProse(
    [count === 1 ? 'system' : 'systems', ...conditions.map((one) => saying(one, reading, on))],
    ' ',
  )

/** The same as words alone. */
export const systemsWords = (
  conditions: readonly Condition[],
  reading: Reading,
  count = 2,
): string => plain(systemsSaid(conditions, reading, ANY, count))
