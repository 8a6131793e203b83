import { expect, test } from 'vitest'
import { openPause } from '@/lib/process/pause'

const work = (milliseconds: number) => {
  const until = performance.now() + milliseconds
  while (performance.now() < until);
}

/** How often others were answered while something was done. */
async function turnsDuring(done: () => Promise<void>): Promise<number> {
  let turns = 0
  let over = false
  const count = () => {
    turns++
    if (!over) setImmediate(count)
  }
  setImmediate(count)
  await done()
  over = true
  return turns
}

test('a pause lets others be answered after each 10 ms of work', async () => {
  const pause = openPause()
  const turns = await turnsDuring(async () => {
    for (let step = 0; step < 20; step++) {
      work(11)
      await pause()
    }
  })
  expect(turns).toBeGreaterThanOrEqual(20)
})

test('a pause is none where there was little work', async () => {
  const turns = await turnsDuring(async () => {
    for (let step = 0; step < 1000; step++) await openPause()()
  })
  expect(turns).toBe(0)
})
