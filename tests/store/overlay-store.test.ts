import { describe, expect, it, vi } from 'vitest'
import { openBundled } from '@/lib/store/bundled'
import { DamagedVersion } from '@/lib/store/fault'
import { logName, UnreadableVersion, type VersionLog } from '@/lib/store/log'
import { openOverlay } from '@/lib/store/overlay-store'
import type { ListStore } from '@/lib/store/store'
import { bundledList } from '@/tests/fixtures/lists'
import { clocks, memory } from './memory'

const bundled = openBundled()
const edition = bundledList('2021-11')

const keep = (store: ListStore, expected: number) =>
  store.keep({ edition, expected, fileName: null, source: null, issues: [] })
const quiet = () => vi.spyOn(console, 'error').mockImplementation(() => undefined)

describe('a damaged version', () => {
  it('hides its own list, tells why, and leaves all others as they are', async () => {
    const said = quiet()
    const { blobs, log } = memory()
    await keep(openOverlay(bundled, log), 0)
    await keep(openOverlay(bundled, log), 1)
    blobs.set('2021-11/000002.list', new Uint8Array(3))
    const store = openOverlay(bundled, log)
    const current = await store.current()
    expect(current).toHaveLength(66)
    expect(current.some((one) => one.edition === '2021-11')).toBe(false)
    expect(await store.hidden()).toEqual([{ edition: '2021-11', why: 'damaged', keptAt: null }])
    expect((await store.edition('2020-11'))?.systems).toHaveLength(500)
    await expect(store.edition('2021-11')).rejects.toThrow(DamagedVersion)
    expect(said.mock.calls.flat()).toEqual([
      'In the store, “2021-11/000002.list” cannot be used: its content does not have the hash in its first line.',
    ])
    said.mockRestore()
  })

  it('can be followed by a good one from whoever saw the last good one', async () => {
    const said = quiet()
    const { blobs, log } = memory()
    await keep(openOverlay(bundled, log), 0)
    await keep(openOverlay(bundled, log), 1)
    blobs.set('2021-11/000002.list', new Uint8Array(3))
    const store = openOverlay(bundled, log)
    expect((await store.history('2021-11')).map(({ version }) => version)).toEqual([1, 0])
    expect(await keep(store, 0)).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect(await store.restore('2021-11', 1, 1)).toMatchObject({ ok: true, value: { version: 3 } })
    expect((await store.edition('2021-11'))?.version.version).toBe(3)
    expect((await store.history('2021-11')).map(({ version }) => version)).toEqual([3, 1, 0])
    said.mockRestore()
  })
})

describe('one bad entry', () => {
  /** A log of which one version cannot be read. */
  const failing = (log: VersionLog, name: string, error: Error): VersionLog => ({
    ...log,
    read: async (version) => {
      if (logName(version) === name) throw error
      return log.read(version)
    },
  })

  it('that cannot be read hides its list only, is told of once, and is served when it can be read', async () => {
    const said = quiet()
    const { log } = memory()
    await keep(openOverlay(bundled, log), 0)
    const clock = clocks()
    const bad = failing(
      log,
      '2021-11/000001.list',
      new UnreadableVersion('the disk cannot read it'),
    )
    const store = openOverlay(bundled, bad, clock)
    expect(await store.current()).toHaveLength(66)
    expect(await store.hidden()).toEqual([{ edition: '2021-11', why: 'damaged', keptAt: null }])
    expect(await store.problems('2021-11')).toEqual([
      { version: 1, name: '2021-11/000001.list', problem: 'the disk cannot read it' },
    ])
    await expect(store.edition('2021-11')).rejects.toThrow(
      'Version 1 of November 2021 cannot be used: the disk cannot read it. Restore another version',
    )
    expect((await store.edition('2021-11', 0))?.systems).toHaveLength(500)
    expect(said.mock.calls).toHaveLength(1)
    Object.assign(bad, { read: log.read })
    clock.passed = 6000
    expect(await store.current()).toHaveLength(67)
    expect(await store.problems('2021-11')).toEqual([])
    said.mockRestore()
  })

  it('that never was a version hides nothing, keeps its number, and is told of', async () => {
    const said = quiet()
    const { blobs, log } = memory()
    const writer = openOverlay(bundled, log)
    await keep(writer, 0)
    const copy = blobs.get('2021-11/000001.list') ?? new Uint8Array()
    blobs.set('2021-11/000002.list', copy)
    blobs.set('2020-11/000001.list', copy)
    const store = openOverlay(bundled, log)
    expect(await store.current()).toHaveLength(67)
    expect((await store.edition('2021-11'))?.version.version).toBe(1)
    expect((await store.edition('2020-11'))?.version.version).toBe(0)
    expect(await store.problems('2020-11')).toEqual([
      {
        version: 1,
        name: '2020-11/000001.list',
        problem: 'it is version 1 of 2021-11 under another name',
      },
    ])
    expect(await keep(store, 1)).toMatchObject({ ok: true, value: { version: 3 } })
    expect((await store.history('2021-11')).map(({ version }) => version)).toEqual([3, 1, 0])
    expect(said.mock.calls).toHaveLength(2)
    said.mockRestore()
  })

  it('that has the last number there is lets nothing be kept that could not be read back', async () => {
    const said = quiet()
    const { blobs, log } = memory()
    const store = openOverlay(bundled, log)
    await keep(store, 0)
    blobs.set('2021-11/999999.list', blobs.get('2021-11/000001.list') ?? new Uint8Array())
    const other = openOverlay(bundled, log)
    expect(await keep(other, 1)).toEqual({
      ok: false,
      error: {
        code: 'unavailable',
        message:
          'No version can follow number 999999 of November 2021. Look at the list’s history: a file that is no version has that number. Move it out of the store, and save again.',
      },
    })
    expect([...blobs.keys()]).toEqual(['2021-11/000001.list', '2021-11/999999.list'])
    expect((await other.edition('2021-11'))?.version.version).toBe(1)
    said.mockRestore()
  })

  it('can be followed by whoever saw it while it was whole, and restored over', async () => {
    const said = quiet()
    const { blobs, log } = memory()
    await keep(openOverlay(bundled, log), 0)
    blobs.set('2021-11/000001.list', new Uint8Array(3))
    const store = openOverlay(bundled, log)
    expect(await store.restore('2021-11', 1, 1)).toMatchObject({
      ok: false,
      error: { code: 'unavailable', message: expect.stringContaining('cannot be used') },
    })
    expect(await store.restore('2021-11', 0, 2)).toMatchObject({
      ok: false,
      error: { code: 'conflict', current: { version: 0 } },
    })
    expect(await store.restore('2021-11', 0, 1)).toMatchObject({
      ok: true,
      value: { version: 2, restores: 0 },
    })
    expect((await store.edition('2021-11'))?.systems).toHaveLength(500)
    said.mockRestore()
  })

  it('is not each version that is read while too many files are open', async () => {
    const said = quiet()
    const { log } = memory()
    await keep(openOverlay(bundled, log), 0)
    const busy = Object.assign(new Error('EMFILE: too many open files'), { code: 'EMFILE' })
    const store = openOverlay(bundled, failing(log, '2021-11/000001.list', busy))
    await expect(store.current()).rejects.toThrow('EMFILE')
    said.mockRestore()
  })
})

describe('time', () => {
  it('that is set back on the wall does not keep a process from seeing what another one kept', async () => {
    const { log } = memory()
    const clock = clocks()
    const reader = openOverlay(bundled, log, clock)
    await reader.current()
    await keep(openOverlay(bundled, log), 0)
    clock.wall -= 3 * 60 * 60 * 1000
    clock.passed += 999
    expect((await reader.edition('2021-11'))?.version.version).toBe(0)
    clock.passed += 1
    expect((await reader.edition('2021-11'))?.version.version).toBe(1)
  })

  it('is not spent on waiting for a store that does not answer, where something is known of it', async () => {
    const said = quiet()
    const { log } = memory()
    const store = openOverlay(bundled, log)
    await keep(store, 0)
    Object.assign(log, { list: () => new Promise(() => undefined) })
    await new Promise((done) => setTimeout(done, 1001))
    const begun = performance.now()
    expect((await store.edition('2021-11'))?.version.version).toBe(1)
    expect(performance.now() - begun).toBeLessThan(4000)
    expect(said.mock.calls.flat().join()).toContain('it does not answer')
    said.mockRestore()
  })
})

describe('a store whose lists are all gone at once', () => {
  it('is away, not empty: what is known is shown, nothing is kept, until it is back', async () => {
    const said = quiet()
    const { blobs, log } = memory()
    const clock = clocks()
    const store = openOverlay(bundled, log, clock)
    await keep(store, 0)
    const content = new Map(blobs)
    blobs.clear()
    clock.passed = 5000
    expect((await store.edition('2021-11'))?.version.version).toBe(1)
    expect(await keep(store, 1)).toMatchObject({ ok: false, error: { code: 'unavailable' } })
    expect(await keep(store, 0)).toMatchObject({
      error: { message: expect.stringContaining('the lists that were kept in it are gone') },
    })
    expect(blobs.size).toBe(0)
    for (const [name, bytes] of content) blobs.set(name, bytes)
    expect(await keep(store, 1)).toMatchObject({ ok: true, value: { version: 2 } })
    said.mockRestore()
  })
})

describe('a store that cannot be reached', () => {
  const unreachable = async () => {
    throw Object.assign(new Error('connect EHOSTUNREACH 10.1.2.3:443 /secret/path'), {
      code: 'EHOSTUNREACH',
    })
  }

  it('still shows what is known of it, and keeps nothing', async () => {
    const said = quiet()
    const { log } = memory()
    const clock = clocks()
    const store = openOverlay(bundled, log, clock)
    await keep(store, 0)
    Object.assign(log, { list: unreachable, create: unreachable })
    clock.passed = 5000
    expect((await store.edition('2021-11'))?.version.version).toBe(1)
    expect(await store.current()).toHaveLength(67)
    expect(await keep(store, 1)).toMatchObject({
      ok: false,
      error: {
        code: 'unavailable',
        message:
          'The store could not be written: there is no way to its host. Look at the list’s history before you try again.',
      },
    })
    said.mockRestore()
  })

  it('is an error where nothing is known yet, not the snapshots alone', async () => {
    const { log } = memory()
    await expect(openOverlay(bundled, { ...log, list: unreachable }).current()).rejects.toThrow(
      'EHOSTUNREACH',
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
    expect(await keep(openOverlay(bundled, repeating), 0)).toMatchObject({
      ok: true,
      value: { version: 1 },
    })
    const beaten: VersionLog = {
      ...log,
      async create(version, bytes) {
        await keep(openOverlay(bundled, log), 1)
        return log.create(version, bytes)
      },
    }
    expect(await keep(openOverlay(bundled, beaten), 1)).toMatchObject({
      ok: false,
      error: { code: 'conflict', current: { version: 2 } },
    })
  })
})

describe('reading again', () => {
  it('costs no look at the store within a second, and one after it', async () => {
    const { log } = memory()
    let looks = 0
    const clock = clocks()
    const counting: VersionLog = {
      ...log,
      list: () => {
        looks++
        return log.list()
      },
    }
    const store = openOverlay(bundled, counting, clock)
    await store.current()
    clock.passed = 999
    await Promise.all([store.current(), store.edition('2021-11'), store.history('2021-11')])
    expect(looks).toBe(1)
    clock.passed = 1000
    await Promise.all([store.current(), store.edition('2021-11'), store.history('2021-11')])
    expect(looks).toBe(2)
  })
})
