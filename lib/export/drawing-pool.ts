import type { Result } from '../model/issue'
import type { Picture } from '../picture/picture'
import { openProcessPool, type ProcessFailure, type ProcessLimits } from '../process/process-pool'
import type { Judgement } from './judge'
import type { PictureJob, Rendered } from './picture-job'
import type { ProvenanceReading } from './read-provenance'

/** Why a picture was not drawn or not looked into. All but `failed`, which is a bug and logged, pass. */
export type DrawFailure = ProcessFailure

/** What a process that draws is asked. */
export type DrawingTask =
  | { does: 'draw'; job: PictureJob }
  | { does: 'read'; bytes: Uint8Array }
  | { does: 'judge'; bytes: Uint8Array; data: string; now: PictureJob; then: PictureJob | null }

/** What it answers. */
export type DrawingAnswer =
  | { does: 'draw'; rendered: Rendered }
  | { does: 'read'; reading: ProvenanceReading }
  | { does: 'judge'; judgement: Judgement }

/** Draws pictures, and looks into those that somebody brings, in processes beside this one. Nothing here rejects. */
export type DrawingPool = {
  /** A chart as a file. */
  draw(job: PictureJob): Promise<Result<Rendered, DrawFailure>>
  /** As `readProvenance`. */
  read(bytes: Uint8Array): Promise<Result<ProvenanceReading, DrawFailure>>
  /** As `judgePicture`. */
  judge(
    bytes: Uint8Array,
    data: string,
    now: PictureJob,
    then: PictureJob | null,
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
    async draw(job) {
      const done = await pool.run({ does: 'draw', job }, { heavy: isHeavy(job.picture) })
      if (!done.ok) return done
      return done.value.does === 'draw' ? { ok: true, value: done.value.rendered } : mixedUp
    },
    async read(bytes) {
      const done = await pool.run({ does: 'read', bytes }, { bytes: bytes.length })
      if (!done.ok) return done
      return done.value.does === 'read' ? { ok: true, value: done.value.reading } : mixedUp
    },
    async judge(bytes, data, now, then) {
      const about = { bytes: bytes.length, heavy: isHeavy(now.picture) }
      const done = await pool.run({ does: 'judge', bytes, data, now, then }, about)
      if (!done.ok) return done
      return done.value.does === 'judge' ? { ok: true, value: done.value.judgement } : mixedUp
    },
    close: pool.close,
  }
}
