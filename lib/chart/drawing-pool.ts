import type { View } from '../link/view'
import type { Result } from '../model/issue'
import {
  openProcessPool,
  type ProcessFailure,
  type ProcessLimits,
  type Shared,
} from '../process/process-pool'
import type { KeptEdition } from '../store/store'
import type { Claim, Judgement } from './judge'
import type { Picture } from './picture'
import type { ProvenanceReading } from './read-provenance'
import type { Rendered } from './render-file'

/** Why a picture was not drawn or not looked into. All but `failed`, which is a bug and logged, pass. */
export type DrawFailure = ProcessFailure

/** What a process that draws is asked; the lists come along as shared inputs, first the current one. */
export type DrawingTask =
  | { does: 'draw'; view: View; picture: Picture; origin: string }
  | { does: 'read'; bytes: Uint8Array }
  | { does: 'judge'; bytes: Uint8Array; claim: Claim }

/** What it answers. */
export type DrawingAnswer =
  | { does: 'draw'; rendered: Rendered }
  | { does: 'read'; reading: ProvenanceReading }
  | { does: 'judge'; judgement: Judgement }

/** Draws pictures, and looks into those that somebody brings, in processes beside this one. Nothing here rejects. */
export type DrawingPool = {
  /** A chart of a view on a list as a file. @param origin of the link inside it. */
  draw(
    edition: KeptEdition,
    view: View,
    picture: Picture,
    origin: string,
  ): Promise<Result<Rendered, DrawFailure>>
  /** As `readProvenance`. */
  read(bytes: Uint8Array): Promise<Result<ProvenanceReading, DrawFailure>>
  /** As `judgePicture`. */
  judge(
    bytes: Uint8Array,
    claim: Claim,
    now: KeptEdition,
    then: KeptEdition | null,
  ): Promise<Result<Judgement, DrawFailure>>
  close(): void
}

/**
 * Two processes: a large picture holds up small ones no more than it holds up the server. One that has drawn a picture
 * of 1200 × 675 at 2× holds 100 MB, one that draws the largest 350 MB, which is why only one of them may at a time.
 */
export const DRAWING_LIMITS: ProcessLimits = {
  processes: 2,
  heavy: 1,
  memory: 192,
  resident: 160,
  time: 20_000,
  waiting: { tasks: 48, bytes: 64 * 1024 * 1024 },
  idle: 60_000,
}

/** Pixels of a PNG from which on drawing it is heavy work. */
const HEAVY_PIXELS = 4_000_000

const isHeavy = ({ format, width, height, scale }: Picture) =>
  format === 'png' && width * height * scale ** 2 > HEAVY_PIXELS

const shared = (edition: KeptEdition): Shared => ({
  key: `${edition.id} ${edition.version.version} ${edition.version.hash}`,
  value: edition,
})

/**
 * Opens a pool of processes that draw.
 * @param script the file that `scripts/worker.js` makes of `drawing-process.ts`.
 */
export function openDrawingPool(script: string, limits: Partial<ProcessLimits> = {}): DrawingPool {
  const pool = openProcessPool<DrawingTask, DrawingAnswer>('drawing process', script, {
    ...DRAWING_LIMITS,
    ...limits,
  })
  const mixedUp = { ok: false as const, error: 'failed' as const }
  return {
    async draw(edition, view, picture, origin) {
      const about = { heavy: isHeavy(picture), shared: [shared(edition)] }
      const done = await pool.run({ does: 'draw', view, picture, origin }, about)
      if (!done.ok) return done
      return done.value.does === 'draw' ? { ok: true, value: done.value.rendered } : mixedUp
    },
    async read(bytes) {
      const done = await pool.run({ does: 'read', bytes }, { bytes: bytes.length })
      if (!done.ok) return done
      return done.value.does === 'read' ? { ok: true, value: done.value.reading } : mixedUp
    },
    async judge(bytes, claim, now, then) {
      const about = {
        bytes: bytes.length,
        heavy: isHeavy(claim.picture),
        shared: [now, ...(then ? [then] : [])].map(shared),
      }
      const done = await pool.run({ does: 'judge', bytes, claim }, about)
      if (!done.ok) return done
      return done.value.does === 'judge' ? { ok: true, value: done.value.judgement } : mixedUp
    },
    close: pool.close,
  }
}
