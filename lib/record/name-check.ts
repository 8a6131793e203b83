import { nameOf } from '../names/name'
import { bundledTexts } from '../store/names-index'
import { type SpellingChange, spellingChanges, type Unplaced, unplacedSpellings } from './spelling'

/** More findings of a kind than this are counted, not told. */
const MOST_TOLD = 60

/** What the ledger of names says of a new list. */
export type NameCheck = {
  /** Identities that the list prints otherwise than its neighbours do, those that no row places first. */
  changes: readonly SpellingChange[]
  /** Spellings of the list that no row places. */
  unplaced: readonly Unplaced[]
  /** How many there are in all; more than are told. */
  counts: { changes: number; open: number; unplaced: number }
}

type List = Parameters<typeof spellingChanges>[0][number]

/** Every site of the lists that come with the program, by name. */
const bundledSites = () =>
  bundledTexts().flatMap(([field, printed, , last]) =>
    field === 'site' ? [nameOf('site', printed, last).name] : [],
  )

/**
 * Holds the names of a list against the lists nearest to it and against the ledger.
 * @param neighbours the list before and the list after it, of those that there are.
 */
export function checkNames(list: List, neighbours: readonly List[]): NameCheck {
  const lists = [list, ...neighbours.filter(({ id }) => id !== list.id)]
  const changes = spellingChanges(lists.sort((a, b) => (a.id < b.id ? -1 : 1))).filter(
    ({ spellings }) => spellings.some(({ first, last }) => first <= list.id && list.id <= last),
  )
  const open = changes.filter(({ placed }) => placed === 'open')
  const placed = changes.filter((change) => change.placed !== 'open')
  const unplaced = unplacedSpellings([list], bundledSites())
  return {
    changes: [...open, ...placed].slice(0, MOST_TOLD),
    unplaced: unplaced.slice(0, MOST_TOLD),
    counts: { changes: changes.length, open: open.length, unplaced: unplaced.length },
  }
}
