import { createHash } from 'node:crypto'
import { readList } from '../list/csv'
import { sumRmax } from '../list/sum'
import { type EditionId, parseEditionId } from '../model/edition'

/** The file beside the snapshots that says what they hold, so that none is parsed before somebody asks for it. */
export const INDEX = 'index.json'

/** What the index says of one snapshot. */
export type IndexEntry = {
  edition: EditionId
  /** Hex SHA-256 of the snapshot's text. */
  hash: string
  systems: number
  /** Sum of Rmax, TFlop/s. */
  rmaxSum: number
}

/** Hex SHA-256 of a snapshot's text: the list's identity. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** The entry of a snapshot, counted from its text. */
export function indexEntry(edition: EditionId, text: string): IndexEntry {
  const systems = readList(text)
  return { edition, hash: hashOf(text), systems: systems.length, rmaxSum: sumRmax(systems) }
}

/** The index as its file holds it, a line for each snapshot. */
export function indexText(entries: readonly IndexEntry[]): string {
  return `[\n${entries.map((entry) => `  ${JSON.stringify(entry)}`).join(',\n')}\n]\n`
}

/**
 * Reads the index, oldest list first.
 * @throws if it is none: the importer writes it, so the program is then incomplete.
 */
export function readIndex(text: string): IndexEntry[] {
  const entries: IndexEntry[] = JSON.parse(text)
  for (const { edition } of entries)
    if (!parseEditionId(edition)) throw new Error(`The index of snapshots names “${edition}”.`)
  return entries.sort((a, b) => (a.edition < b.edition ? -1 : 1))
}
