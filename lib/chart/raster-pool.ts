import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Piscina } from 'piscina'
import type { Result } from '../model/issue'
import { rasterOptions } from './png'

/** Why a picture was not drawn: too many are waiting, or it took too long. Both pass. */
export type RasterFault = 'busy' | 'too-slow'

/** Draws PNGs in threads of their own, a bounded number at a time. */
export type RasterPool = {
  /**
   * @param svg a document as `svgText` writes it.
   * @param scale pixels of the PNG for one of the SVG.
   * @throws where the rasteriser cannot read the SVG, which is a bug of ours.
   */
  render(svg: string, scale: number): Promise<Result<Uint8Array, RasterFault>>
  close(): Promise<void>
}

/** Pictures that may wait: as many as are drawn in a few seconds. */
const MOST_WAITING = 24
/** The largest picture takes about two seconds on a slow machine. */
const MOST_MS = 20_000
/** A thread that had nothing to do for so long is given back. */
const IDLE_MS = 60_000

/** Opens a pool; threads start when there is something to draw. */
export function openRasterPool(limits: { waiting?: number; ms?: number } = {}): RasterPool {
  const threads = Math.max(1, Math.min(4, availableParallelism() - 1))
  const most = threads + (limits.waiting ?? MOST_WAITING)
  let asked = 0
  const pool = new Piscina({
    filename: join(/* turbopackIgnore: true */ process.cwd(), 'lib/chart/rasteriser.js'),
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  })
  return {
    async render(svg, scale) {
      // Counted here: the pool's own limit does not hold for tasks that can be aborted.
      if (asked >= most) return { ok: false, error: 'busy' }
      asked++
      const signal = AbortSignal.timeout(limits.ms ?? MOST_MS)
      try {
        const task = { svg, options: rasterOptions(scale) }
        const png: Uint8Array = await pool.run(task, { signal })
        return { ok: true, value: png }
      } catch (error) {
        if (signal.aborted) return { ok: false, error: 'too-slow' }
        throw error
      } finally {
        asked--
      }
    },
    close: () => pool.destroy(),
  }
}

// A server may load this module more than once; a process has one pool all the same.
const held = globalThis as { top500Rasters?: RasterPool }

/** The pool of this process. */
export function rasterPool(): RasterPool {
  held.top500Rasters ??= openRasterPool()
  return held.top500Rasters
}
