import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { inTurn, turn } from '@/lib/http/turn'

/** Has others wait until the loop has gone round some times. */
async function rounds(count: number) {
  for (let round = 0; round < count; round++) await setImmediate()
}

it('answers that take long are made one after the other, with others answered in between', async () => {
  const done: string[] = []
  const search = inTurn(async (what: string) => {
    done.push(`${what} begins`)
    await rounds(1)
    done.push(`${what} ends`)
    return new Response(what)
  })
  const searches = ['first', 'second', 'third'].map(search)
  const little = rounds(1).then(() => done.push('little'))
  const texts = await Promise.all(searches.map(async (answer) => (await answer).text()))
  await little
  expect(texts).toEqual(['first', 'second', 'third'])
  expect(done.filter((one) => one !== 'little')).toEqual([
    ...['first begins', 'first ends', 'second begins', 'second ends', 'third begins', 'third ends'],
  ])
  expect(done.indexOf('little')).toBeLessThan(done.indexOf('second begins'))
})

it('an answer that fails fails alone', async () => {
  const failing = inTurn(async (): Promise<Response> => {
    throw new Error('away')
  })
  const [failed, next] = await Promise.allSettled([failing(), turn(() => 'next')])
  expect([failed.status, next]).toEqual(['rejected', { status: 'fulfilled', value: 'next' }])
})
