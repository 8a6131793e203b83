import type { EditionId } from '../model/edition'

/** The number of a stored version, from 1. */
export type Numbered = { edition: EditionId; version: number }

/** Something that lies among the versions and is none of them. */
export type Stray = {
  /** The list whose versions it lies among; null where it lies among no list's. */
  edition: EditionId | null
  /** Its name from where the versions begin, such as `2021-11/notes.txt`. */
  name: string
  /** What is the matter, as the end of a sentence. */
  problem: string
}

/** What lies in a store. */
export type Listing = {
  /** Every version that is there by its name; whether it can be read and trusted is not known yet. */
  versions: readonly Numbered[]
  strays: readonly Stray[]
  /** Lists of which nobody can say which versions there are, and why. */
  unlisted: readonly { edition: EditionId; problem: string }[]
}

/**
 * Where versions lie: names and bytes, never changed once created. All that differs between a folder and a blob store
 * is behind these three.
 */
export interface VersionLog {
  /** @throws if the place cannot be reached, or was there before and is gone. */
  list(): Promise<Listing>
  /**
   * The bytes of a version; null if it is not there.
   * @throws UnreadableVersion where this very version cannot be read; anything else where the place cannot be reached.
   */
  read(version: Numbered): Promise<Uint8Array | null>
  /**
   * Creates a version whole or not at all, durably; what fails leaves nothing behind.
   * @returns `exists`, and nothing changed, if that number is taken.
   * @throws if the place cannot be reached, is gone or is full.
   */
  create(version: Numbered, bytes: Uint8Array): Promise<'created' | 'exists'>
}

/** Bytes that no version reaches: the largest upload has eight megabytes, and the list made of it has fewer. */
export const LARGEST_VERSION = 64 * 1024 * 1024

/** Thrown where one version cannot be read although its place can be reached. */
export class UnreadableVersion extends Error {
  /** Whether this was never a version, such as a folder with a version's name. */
  readonly isStray: boolean
  /** @param problem what is the matter, as the end of a sentence, without any path. */
  constructor(problem: string, { isStray = false } = {}) {
    super(problem)
    this.isStray = isStray
  }
}

/** By its code an error is known, also where a server has loaded this module more than once. */
export const STORE_GONE = 'STORE_GONE'

/** Thrown where a store that was there before is gone, such as a disk that is no longer mounted. */
export class StoreGone extends Error {
  readonly code = STORE_GONE
  constructor() {
    super('the lists that were kept in it are gone')
  }
}

/** The highest number that a name has room for; no list comes near, but a stray file may bear it. */
export const LAST_NUMBER = 999_999

/** `2021-11/000001.list`: the name of a version in any place; sorts in the order of versions. */
export function logName({ edition, version }: Numbered): string {
  return `${edition}/${String(version).padStart(6, '0')}.list`
}
