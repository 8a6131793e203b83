import type { Edition, EditionId } from '../model/edition'
import type { Issue, Result } from '../model/issue'

/** Where a version came from: written by our importer into the repository, or kept by somebody here. */
export type Origin = 'bundled' | 'uploaded'

/** What is known of one kept version of one list. Version 0 is the bundled snapshot, 1 and up were kept here. */
export type Version = {
  edition: EditionId
  version: number
  origin: Origin
  /** `list` shows systems; `removed` hides the edition until a later version shows it again. */
  state: 'list' | 'removed'
  /** ISO 8601, UTC; null for bundled snapshots. */
  keptAt: string | null
  /** The name of the file as it came, freed of paths; null where there was no file. */
  fileName: string | null
  /** Hex SHA-256 of the normalised CSV (for bundled: of the snapshot); the list's identity. */
  hash: string
  /** Hex SHA-256 of the bytes as they came; null where there was no file. */
  sourceHash: string | null
  systems: number
  /** Sum of Rmax, TFlop/s. */
  rmaxSum: number
  /** The version that this one restores; null for others. */
  restores: number | null
}

/** A version with its systems. */
export type KeptEdition = Edition & { version: Version }

/** Why nothing was kept. */
export type KeepFailure =
  | { code: 'conflict'; current: Version; message: string }
  /** What was to be restored is not there. */
  | { code: 'not-found'; message: string }
  | { code: 'unavailable'; message: string }

/** An edition that has versions and is not shown: removed by somebody, or damaged where it lies. */
export type Hidden = { edition: EditionId; why: 'removed' | 'damaged'; keptAt: string | null }

/** Something among an edition's versions that cannot be used. It hides nothing but itself. */
export type Problem = {
  /** The number of the version; null for what has no version's name. */
  version: number | null
  /** Its name from where the versions begin, such as `2021-11/000002.list`. */
  name: string
  /** What is the matter, as the end of a sentence. */
  problem: string
}

/** Where lists live. Every implementation is append-only: a version is created whole or not at all, and never changed. */
export interface ListStore {
  /** The newest version of every edition that has one and is not removed, oldest edition first. */
  current(): Promise<Version[]>
  /** The editions that {@link current} leaves out although they have versions, oldest first. */
  hidden(): Promise<Hidden[]>
  /**
   * The systems of an edition's newest version, or of the version named; null if there is none or it is removed.
   * @throws DamagedVersion where that version cannot be trusted.
   */
  edition(id: EditionId, version?: number): Promise<KeptEdition | null>
  /** All whole versions of an edition, newest first; the bundled snapshot is version 0. */
  history(id: EditionId): Promise<Version[]>
  /** What lies among an edition's versions and cannot be used, oldest first. */
  problems(id: EditionId): Promise<Problem[]>
  /**
   * Keeps a list as the next version.
   * @param expected the newest version that the writer saw (-1 for none); another one is a conflict and nothing is kept.
   */
  keep(input: {
    edition: Edition
    expected: number
    fileName: string | null
    /** The bytes as they came, for download; at most the reader's limit. */
    source: Uint8Array | null
    issues: readonly Issue[]
  }): Promise<Result<Version, KeepFailure>>
  /** One more version that hides the edition; restorable. */
  remove(id: EditionId, expected: number): Promise<Result<Version, KeepFailure>>
  /** One more version with the content of an older one. */
  restore(id: EditionId, version: number, expected: number): Promise<Result<Version, KeepFailure>>
  /** The file as it came; null if that version has none. */
  source(id: EditionId, version: number): Promise<Uint8Array | null>
}
