import type { Clock } from '@/lib/store/clock'
import { type Listing, logName, type VersionLog } from '@/lib/store/log'

/** A log in memory whose bytes a test may change. */
export function memory() {
  const blobs = new Map<string, Uint8Array>()
  const log: VersionLog = {
    async list(): Promise<Listing> {
      const versions = [...blobs.keys()].map((name) => ({
        edition: name.slice(0, 7) as '2021-11',
        version: Number(name.slice(8, 14)),
      }))
      return { versions, strays: [], unlisted: [] }
    },
    async read(version) {
      return blobs.get(logName(version)) ?? null
    },
    async create(version, bytes) {
      if (blobs.has(logName(version))) return 'exists'
      blobs.set(logName(version), bytes)
      return 'created'
    },
  }
  return { blobs, log }
}

/** Clocks that a test sets. */
export function clocks(): Clock & { wall: number; passed: number } {
  return {
    wall: Date.UTC(2026, 10, 20),
    passed: 0,
    now() {
      return this.wall
    },
    elapsed() {
      return this.passed
    },
  }
}
