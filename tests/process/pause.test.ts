import { expect, test } from 'vitest'
import { openPause } from '@/lib/process/pause'

/** How often others were answered during 20 steps of work that take some milliseconds each. */
async function turnsDuring(milliseconds: number): Promise<number> {
  let turns = 0
  let over = false
  const count = () => {
    if (over) return
    turns++
    setImmediate(count)
  }
  setImmediate(count)
  let clock = 0
  const pause = openPause(() => clock)
  for (let step = 0; step < 20; step++) {
    clock += milliseconds
    await pause()
  }
  over = true
  return turns
}

test.each([
  ['after each step of 10 ms', 10, 20],
  ['after every second step of 9 ms', 9, 10],
  ['never where all work together takes less', 0.4, 0],
])('a pause lets others be answered %s', async (_, milliseconds, turns) => {
  expect(await turnsDuring(milliseconds)).toBe(turns)
})
