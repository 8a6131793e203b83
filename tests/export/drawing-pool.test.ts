import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compare } from '@/lib/compare/compare'
import { type DrawingPool, openDrawingPool } from '@/lib/export/drawing-pool'
import { pictureJob } from '@/lib/export/picture-job'
import { renderPicture } from '@/lib/export/render-file'
import { DEFAULT_VIEW } from '@/lib/link/view'
import { comparisonSubject } from '@/lib/picture/comparison-subject'
import { type Picture, parsePicture } from '@/lib/picture/picture'
import { openBundled } from '@/lib/store/bundled'
import { buildWorker } from '@/scripts/worker.js'

const ORIGIN = 'https://top500.example'
const script = join(process.cwd(), 'node_modules/.cache/drawing-pool-test/drawing.cjs')
const edition = openBundled().edition('2021-11')
if (!edition) throw new Error('The list of November 2021 is missing.')

let pool: DrawingPool
beforeAll(async () => {
  mkdirSync(join(script, '..'), { recursive: true })
  await buildWorker({
    outfile: script,
    source: join(process.cwd(), 'lib/export/drawing-process.ts'),
  })
  pool = openDrawingPool(script, { waiting: { tasks: 3, bytes: 1e6 } })
})
afterAll(() => pool.close())

function pictureOf(file: string, query = ''): Picture {
  const picture = parsePicture(file, new URLSearchParams(query))
  if (!picture.ok) throw new Error(`${file}?${query} is no picture.`)
  return picture.value
}
const subject = comparisonSubject(compare(edition, DEFAULT_VIEW), DEFAULT_VIEW)
const jobOf = (file: string, query = '') => pictureJob(subject, pictureOf(file, query), ORIGIN)
const draw = (file: string, query = '', drawers = pool) => drawers.draw(jobOf(file, query))

/** Megabytes that this process’s children hold, by their own count. */
function childrenMemory(): number {
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ')
  return children
    .filter((pid) => pid !== '')
    .map((pid) => {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8')
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
    })
    .reduce((sum, one) => sum + one, 0)
}

describe('pictures drawn in processes beside the server', () => {
  it.each(['rank-rmax.png', 'totals.svg', 'rank-strip.pdf', 'totals.csv', 'totals.json'])(
    'are byte for byte those that are drawn here (%s)',
    async (file) => {
      const here = await renderPicture(jobOf(file))
      const there = await draw(file)
      expect(there).toMatchObject({
        ok: true,
        value: { mediaType: here.mediaType, fileName: here.fileName },
      })
      expect(there.ok && Buffer.compare(there.value.body, here.body)).toBe(0)
    },
  )

  it('leave this thread free meanwhile', async () => {
    const before = performance.eventLoopUtilization()
    await Promise.all([draw('rank-rmax.png', 'scale=4'), draw('rank-rmax.pdf', 'scale=1')])
    // Drawn here, they would keep the thread busy all the time.
    expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.5)
  })

  it('are refused when more wait than may, and drawn again when they are done', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, at) => draw('totals.png', `width=${600 + at}`)),
    )
    expect(outcomes.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(3)
    expect(outcomes).toContainEqual({ ok: false, error: 'busy' })
    expect((await draw('totals.png')).ok).toBe(true)
  })

  it('are given up where they take too long, and the next one is drawn', async () => {
    const hasty = openDrawingPool(script, { time: 1 })
    expect(await draw('rank-rmax.png', 'scale=4', hasty)).toEqual({ ok: false, error: 'too-long' })
    hasty.close()
    expect((await draw('totals.png')).ok).toBe(true)
  })

  it('are drawn while a large one is, and never two large ones at a time', async () => {
    const ended: string[] = []
    const one = async (name: string, query: string) => {
      const { ok } = await draw('rank-rmax.png', query)
      expect(ok).toBe(true)
      ended.push(name)
    }
    // At 4× the frame of a slide has 23 million pixels.
    await Promise.all([one('large', 'size=slide&scale=4'), one('small', '')])
    await Promise.all([
      one('first large', 'size=slide&scale=4'),
      one('second large', 'size=a4&scale=4'),
      one('a small one behind both', ''),
    ])
    expect(ended).toEqual([
      'small',
      'large',
      'a small one behind both',
      'first large',
      'second large',
    ])
  })

  it.runIf(process.platform === 'linux')(
    'leave no memory behind: after 24 of 3.2 million pixels and two of 23 million a process is as small as before',
    async () => {
      const own = openDrawingPool(script, { processes: 1 })
      const others = childrenMemory()
      const take = async (query: string) => {
        expect((await draw('rank-rmax.png', query, own)).ok).toBe(true)
      }
      await take('size=link')
      for (let at = 0; at < 24; at++) await take(`width=${1200 + at}&height=675&scale=2`)
      for (let at = 0; at < 2; at++) await take(`width=${1600 - at}&height=900&scale=4`)
      await take('size=link')
      // What is not collected of the first 24 alone is 300 MB.
      expect(childrenMemory() - others).toBeLessThan(160)
      own.close()
    },
    120_000,
  )
})
