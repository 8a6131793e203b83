import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { keepUnderKills } from '@/bench/kills.js'

const folder = mkdtempSync(join(tmpdir(), 'top500-kills-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// The bench does the same a thousand times.
test('of 40 processes, two at a time on one folder, killed while they keep, no confirmed version is lost, none is torn, and histories have no gap', async () => {
  const list = fileURLToPath(new URL('../../data/lists/2021-11.csv', import.meta.url))
  const outcome = await keepUnderKills({ folder, list, kills: 40 })
  expect(outcome).toMatchObject({ killed: 40, lost: [], torn: [], gaps: [], failed: 0 })
  expect(outcome.confirmed).toBeGreaterThan(20)
  // What was confirmed is there; at most one more of each of the killed may be, whose answer was cut off.
  expect(outcome.versions).toBeGreaterThanOrEqual(outcome.confirmed)
  expect(outcome.versions).toBeLessThanOrEqual(outcome.confirmed + 40)
}, 240_000)
