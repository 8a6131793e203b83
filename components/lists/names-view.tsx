import { Disclosure } from '@/components/disclosure'
import { NOTES } from '@/components/look'
import { counted, listed } from '@/lib/compare/figure'
import { editionLabel } from '@/lib/model/edition'
import type { NameCheck } from '@/lib/record/name-check'
import type { SpellingChange, Unplaced } from '@/lib/record/spelling'

const IDS: Readonly<Record<SpellingChange['by'], string>> = {
  systemId: 'System ID',
  siteId: 'Site ID',
}

function sayPlaced({ placed, because, spellings }: SpellingChange): string {
  if (placed === 'open') return 'No row of the ledger says why.'
  if (placed === 'one-name') return `All are ${spellings[0]?.name}.`
  return because ?? ''
}

function sayChange(change: SpellingChange): string {
  const spelt = change.spellings.map(
    ({ printed, first }) => `“${printed}” from ${editionLabel(first)}`,
  )
  return `${IDS[change.by]} ${change.id}, ${change.field}: ${spelt.join(', ')}. ${sayPlaced(change)}`
}

const sayUnplaced = ({ field, printed, like }: Unplaced) =>
  like.length > 0
    ? `The ${field} “${printed}” looks like ${listed(like.map((name) => `“${name}”`))}.`
    : `The ${field} “${printed}” is on no list so far.`

function Lines({ lines, all }: { lines: readonly string[]; all: number }) {
  return (
    <ul className={NOTES}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
      {all > lines.length && <li>And {all - lines.length} more of these kinds.</li>}
    </ul>
  )
}

/** What the ledger of names says of a new list: what it does not place, and what is spelt otherwise. */
export function NamesView({ names }: { names: NameCheck }) {
  const { changes, unplaced, counts } = names
  const placed = changes.filter((change) => change.placed !== 'open')
  const open = changes.filter((change) => change.placed === 'open')
  const lines = [...unplaced.map(sayUnplaced), ...open.map(sayChange)]
  if (counts.changes + counts.unplaced === 0) return null
  const undecided = counts.open + counts.unplaced
  return (
    <>
      <h4 className="mt-8">Names</h4>
      {undecided > 0 && (
        <>
          <p>
            {counted(undecided, 'spelling')} {undecided === 1 ? 'has' : 'have'} no place in the
            ledger of names. Each is shown as a name of its own until a row of data/names says what
            it means.
          </p>
          <Lines lines={lines} all={undecided} />
        </>
      )}
      {placed.length > 0 && (
        <Disclosure
          summary={`${counted(counts.changes - counts.open, 'identity', 'identities')} spelt otherwise than on the nearest lists`}
        >
          <Lines lines={placed.map(sayChange)} all={counts.changes - counts.open} />
        </Disclosure>
      )}
    </>
  )
}
