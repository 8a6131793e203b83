import { describe, expect, it, vi } from 'vitest'
import { openBundled } from '@/lib/store/bundled'
import { DamagedVersion } from '@/lib/store/known'
import { openLayered } from '@/lib/store/layered'
import { logName, type VersionLog } from '@/lib/store/log'
import type { ListStore } from '@/lib/store/store'
import { bundledList } from '@/tests/fixtures/lists'

const bundled = openBundled()
const edition = bundledList('2021-11')

/** A log in memory whose bytes a test may change. */
function memory() {
  const blobs = new Map<string, Uint8Array>()
  const log: VersionLog = {
    async list() {
      return [...blobs.keys()].map((name) => ({
        edition: name.slice(0, 7) as '2021-11',
        version: Number(name.slice(8, 14)),
      }))
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

const keep = (store: ListStore, expected: number) =>
  store.keep({ edition, expected, fileName: null, source: null, issues: [] })
const quiet = () => vi.spyOn(console, 'error').mockImplementation(() => undefined)

describe('a damaged version', () => {
  it('hides its own list, tells why, and leaves all others as they are', async () => {
    const said = quiet()
    const { blobs, log } = memory()
    await keep(openLayered(bundled, log), 0)
    await keep(openLayered(bundled, log), 1)
    blobs.set('2021-11/000002.list', new Uint8Array(3))
    const store = openLayered(bundled, log)
    const current = await store.current()
    expect(current).toHaveLength(66)
    expect(current.some((one) => one.edition === '2021-11')).toBe(false)
    expect(await store.hidden()).toEqual([{ edition: '2021-11', why: 'damaged', keptAt: null }])
    expect((await store.edition('2020-11'))?.systems).toHaveLength(500)
    await expect(store.edition('2021-11')).rejects.toThrow(DamagedVersion)
    expect(said.mock.calls.flat().join()).toContain('2021-11/000002.list is damaged')
    said.mockRestore()
  })

  it('can be followed by a good one from whoever saw the last good one', async () => {
    const said = quiet()
    const { blobs, log } = memory()
    await keep(openLayered(bundled, log), 0)
    await keep(openLayered(bundled, log), 1)
    blobs.set('2021-11/000002.list', new Uint8Array(3))
    const store = openLayered(bundled, log)
    expect((await store.history('2021-11')).map(({ version }) => version)).toEqual([1, 0])
    expect(await keep(store, 0)).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect(await store.restore('2021-11', 1, 1)).toMatchObject({ ok: true, value: { version: 3 } })
    expect((await store.edition('2021-11'))?.version.version).toBe(3)
    expect((await store.history('2021-11')).map(({ version }) => version)).toEqual([3, 1, 0])
    said.mockRestore()
  })
})

describe('a store that cannot be reached', () => {
  const unreachable = async () => {
    throw new Error('no route to host')
  }

  it('still shows what is known of it, and keeps nothing', async () => {
    const said = quiet()
    const { log } = memory()
    let time = 0
    const store = openLayered(bundled, log, () => time)
    await keep(store, 0)
    Object.assign(log, { list: unreachable, create: unreachable })
    time = 5000
    expect((await store.edition('2021-11'))?.version.version).toBe(1)
    expect(await store.current()).toHaveLength(67)
    expect(await keep(store, 1)).toMatchObject({
      ok: false,
      error: { code: 'unavailable', message: expect.stringContaining('no route to host') },
    })
    said.mockRestore()
  })

  it('is an error where nothing is known yet, not the snapshots alone', async () => {
    const { log } = memory()
    await expect(openLayered(bundled, { ...log, list: unreachable }).current()).rejects.toThrow(
      'no route to host',
    )
  })
})

describe('a create whose answer was lost on the way', () => {
  it('is a success when it was ours, and a conflict when it was not', async () => {
    const { log } = memory()
    const repeating: VersionLog = {
      ...log,
      async create(version, bytes) {
        await log.create(version, bytes)
        return log.create(version, bytes)
      },
    }
    expect(await keep(openLayered(bundled, repeating), 0)).toMatchObject({
      ok: true,
      value: { version: 1 },
    })
    const beaten: VersionLog = {
      ...log,
      async create(version, bytes) {
        await keep(openLayered(bundled, log), 1)
        return log.create(version, bytes)
      },
    }
    expect(await keep(openLayered(bundled, beaten), 1)).toMatchObject({
      ok: false,
      error: { code: 'conflict', current: { version: 2 } },
    })
  })
})

describe('reading again', () => {
  it('costs no look at the store within a second, and one after it', async () => {
    const { log } = memory()
    let looks = 0
    let time = 0
    const counting: VersionLog = {
      ...log,
      list: () => {
        looks++
        return log.list()
      },
    }
    const store = openLayered(bundled, counting, () => time)
    await store.current()
    time = 999
    await Promise.all([store.current(), store.edition('2021-11'), store.history('2021-11')])
    expect(looks).toBe(1)
    time = 1000
    await Promise.all([store.current(), store.edition('2021-11'), store.history('2021-11')])
    expect(looks).toBe(2)
  })
})
