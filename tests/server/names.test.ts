import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningServer, startServer } from './running-server'

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.kill())

const get = (path: string) => fetch(`${server.url}${path}`, { redirect: 'manual' })
const textOf = async (path: string) =>
  (await (await get(path)).text())
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/[\s\u00a0]+/g, ' ')

const SPELT = 'list=2011-06&focus=country%3AKorea%2C+South&with='
const NAMED = 'list=2011-06&focus=country%3ASouth+Korea&with='
const NOBODY = 'focus=manufacturer%3AFujtsu'

describe('a link that spells a name otherwise', () => {
  it.each([
    ['/', ''],
    ['/table/totals', ''],
    ['/embed/totals', ''],
    ['/api/chart/totals.svg', '&width=900&height=600'],
    ['/api/spec/totals', '&width=720'],
  ])('to %s leads to the name, with what else it says', async (path, own) => {
    const answer = await get(`${path}?${SPELT}${own}`)
    expect(answer.status).toBe(308)
    expect(answer.headers.get('location')).toBe(`${path}?${NAMED}${own}`)
  })

  it('leads to a page that says what the list prints', async () => {
    const said = await textOf(`/?${NAMED}`)
    expect(said).toContain('South Korea had 4 of the 500 systems')
    expect(said).toContain('The list of June 2011 prints South Korea as “Korea, South”.')
    expect(said).toContain('printed as “Korea, South”')
  })

  it('keeps what is printed in the files', async () => {
    const csv = await (await get(`/api/chart/totals.csv?${NAMED}&data=rows`)).text()
    expect(csv.match(/Korea, South/g)).toHaveLength(4)
    expect(await (await get('/api/lists/2011-06.csv')).text()).toContain('Korea, South')
  })
})

describe('a name that is on no list', () => {
  it.each(['/api/chart/totals.png', '/api/chart/totals.csv', '/api/spec/totals', '/embed/totals'])(
    'is refused by %s with the nearest one',
    async (path) => {
      const answer = await get(`${path}?${NOBODY}${path.includes('spec') ? '&width=720' : ''}`)
      expect(answer.status).toBe(400)
      const said = await answer.text()
      expect(said).toContain(
        'No list names a manufacturer “Fujtsu”; the nearest name is “Fujitsu”.',
      )
      expect(said).not.toContain('<img')
    },
  )

  it.each(['/', '/table/totals'])('is not taken by %s, which says so', async (path) => {
    const said = await textOf(`${path}?${NOBODY}`)
    expect(said).toContain('No list names a manufacturer “Fujtsu”; the nearest name is “Fujitsu”.')
    expect(said).toContain('Used instead: Microsoft Azure.')
    expect(said).not.toContain('Fujtsu built')
  })

  it('costs little, however many and long the names are', async () => {
    const names = Array.from({ length: 12 }, (_, at) => `with=site%3A${'W'.repeat(190)}${at}`)
    const begun = performance.now()
    const answer = await get(`/?${names.join('&')}`)
    await answer.text()
    const bare = performance.now()
    await (await get('/?theme=dark')).text()
    expect(answer.status).toBe(200)
    // Twice a page that names nobody, and a second for a machine that does other things.
    expect(bare - begun).toBeLessThan(2 * (performance.now() - bare) + 1000)
  })

  it('is told when it is typed to be added', async () => {
    const said = await textOf('/?add=Fujtsu')
    expect(said).toContain('nothing was added')
    expect(said).toContain('“Fujitsu”')
    const added = await get('/?add=dell+emc')
    expect(added.headers.get('location')).toContain('with=dell')
  })
})
