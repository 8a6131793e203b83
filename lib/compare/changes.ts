import { editionLabel } from '../model/edition'
import type { Changes, Stay } from '../record/change'
import type { Appearance, Machine } from '../record/record'
import { counted, listed } from './figure'

/** What became of a system between two lists; where several hold, the first of these is told in pictures. */
export type Fate = 'new' | 'returned' | 'gone' | 'upgraded' | 'stayed'

/** A system of either list with its rows. */
export type ChangeRow = {
  machine: Machine
  before: Appearance | null
  after: Appearance | null
  stay: Stay | null
  isNew: boolean
}

/** Every system of either list: those of the later one in rank order, then those that are gone. */
export function rowsOfChanges({ newcomers, returned, gone, stayed }: Changes): ChangeRow[] {
  const row =
    (isNew: boolean) =>
    (one: { machine: Machine; before: Appearance | null; after: Appearance | null }) =>
      ({ ...one, stay: null, isNew }) satisfies ChangeRow
  const later = [
    ...newcomers.map(row(true)),
    ...returned.map(row(false)),
    ...stayed.map(
      (stay): ChangeRow => ({
        machine: stay.machine,
        before: stay.before,
        after: stay.after,
        stay,
        isNew: false,
      }),
    ),
  ].sort((a, b) => (a.after?.at ?? 0) - (b.after?.at ?? 0))
  return [...later, ...gone.map(row(false))]
}

/** What became of a system. */
export function fateOf({ stay, after, isNew }: ChangeRow): Fate {
  if (stay) return stay.upgraded.length > 0 ? 'upgraded' : 'stayed'
  if (!after) return 'gone'
  return isNew ? 'new' : 'returned'
}

/** THE table of what is counted between two lists, in the order in which it is told. */
export const COUNTS: readonly {
  key: string
  label: string
  of: (row: ChangeRow) => boolean
}[] = [
  { key: 'new', label: 'New', of: (row) => fateOf(row) === 'new' },
  { key: 'returned', label: 'Returned', of: (row) => fateOf(row) === 'returned' },
  { key: 'gone', label: 'Gone', of: (row) => fateOf(row) === 'gone' },
  { key: 'rose', label: 'Rose', of: ({ stay }) => (stay?.moved ?? 0) > 0 },
  { key: 'fell', label: 'Fell', of: ({ stay }) => (stay?.moved ?? 0) < 0 },
  { key: 'same', label: 'In the same place', of: ({ stay }) => stay?.moved === 0 },
  { key: 'upgraded', label: 'Upgraded', of: ({ stay }) => (stay?.upgraded.length ?? 0) > 0 },
  { key: 'renamed', label: 'Renamed', of: ({ stay }) => (stay?.renamed.length ?? 0) > 0 },
]

/** What changed between two lists, in a sentence. */
export function changeSentence(changes: Changes): string {
  const { from, to, newcomers, returned, gone, stayed } = changes
  if (from === to)
    return `The list of ${editionLabel(to.id)} beside itself: nothing is new, and nothing is gone.`
  const upgraded = stayed.filter((stay) => stay.upgraded.length > 0).length
  const parts = [
    newcomers.length === 0
      ? 'no system is new'
      : `${counted(newcomers.length, 'system is', 'systems are')} new`,
    ...(returned.length > 0 ? [`${returned.length} returned`] : []),
    gone.length === 0 ? 'none is gone' : `${gone.length} ${gone.length === 1 ? 'is' : 'are'} gone`,
    stayed.length === 0
      ? 'none stayed'
      : `${stayed.length} stayed, of which ${upgraded === 0 ? 'none' : upgraded} with another Rmax or Rpeak`,
  ]
  return `Between the lists of ${editionLabel(from.id)} and ${editionLabel(to.id)}, ${listed(parts)}.`
}
