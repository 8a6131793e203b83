import type { EditionId } from '../model/edition'

/** The number of a stored version, from 1. */
export type Numbered = { edition: EditionId; version: number }

/**
 * Where versions lie: names and bytes, never changed once created. All that differs between a folder and a blob store
 * is behind these three.
 */
export interface VersionLog {
  /** Every version that is wholly there. @throws if the place cannot be reached. */
  list(): Promise<Numbered[]>
  /** The bytes of a version; null if it is not there. @throws if the place cannot be reached. */
  read(version: Numbered): Promise<Uint8Array | null>
  /**
   * Creates a version whole or not at all, durably.
   * @returns `exists`, and nothing changed, if that number is taken.
   * @throws if the place cannot be reached or is full.
   */
  create(version: Numbered, bytes: Uint8Array): Promise<'created' | 'exists'>
}

/** `2021-11/000001.list`: the name of a version in any place; sorts in the order of versions. */
export function logName({ edition, version }: Numbered): string {
  return `${edition}/${String(version).padStart(6, '0')}.list`
}
