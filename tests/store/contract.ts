import { beforeAll, describe, expect, it } from 'vitest'
import type { Edition } from '@/lib/model/edition'
import { openBundled } from '@/lib/store/bundled'
import { sha256 } from '@/lib/store/envelope'
import type { VersionLog } from '@/lib/store/log'
import { openOverlay } from '@/lib/store/overlay-store'
import type { ListStore } from '@/lib/store/store'
import { bundledList } from '@/tests/fixtures/lists'

const bundled = openBundled()
const list = bundledList('2021-11')
const faster: Edition = {
  ...list,
  systems: list.systems.map((system) => ({ ...system, rmax: (system.rmax ?? 0) * 2 })),
}
const file = new TextEncoder().encode('the file as it came')

/** What one writer sees of a log that others write too. */
const open = (log: VersionLog): ListStore => openOverlay(bundled, log)
const keep = (
  store: ListStore,
  expected: number,
  edition: Edition = faster,
  fileName = 'again.xlsx',
) => store.keep({ edition, expected, fileName, source: file, issues: [] })

/**
 * What every place for versions must do; each backend runs it.
 * @param fresh opens an empty log, twice the same one for the same name.
 */
export function storeContract(name: string, fresh: (place: string) => Promise<VersionLog>): void {
  describe(`lists kept ${name}`, () => {
    let log: VersionLog
    beforeAll(async () => {
      log = await fresh('contract')
    })

    it('begin as the bundled snapshots, version 0', async () => {
      const store = open(log)
      const current = await store.current()
      expect(current).toHaveLength(67)
      expect(current[0]).toMatchObject({
        edition: '1993-06',
        version: 0,
        origin: 'bundled',
        systems: 500,
      })
      expect((await store.edition('2021-11'))?.version.rmaxSum).toBe(3036861.78377)
      expect(await store.edition('2099-11')).toBeNull()
    })

    it('gain a version that is read back whole, by this process and by another', async () => {
      const store = open(log)
      const kept = await keep(store, 0)
      expect(kept).toMatchObject({
        ok: true,
        value: {
          version: 1,
          origin: 'uploaded',
          fileName: 'again.xlsx',
          systems: 500,
          rmaxSum: 6073723.56754,
        },
      })
      for (const reader of [store, open(log)]) {
        const read = await reader.edition('2021-11')
        expect(read?.systems).toEqual(faster.systems)
        expect(read?.version.sourceHash).toBe(sha256(file))
        expect(await reader.source('2021-11', 1)).toEqual(Buffer.from(file))
      }
    })

    it('are not kept over a version that the writer has not seen', async () => {
      const store = open(log)
      const late = await keep(store, 0, list)
      expect(late).toMatchObject({
        ok: false,
        error: { code: 'conflict', current: { version: 1 } },
      })
      expect((await store.history('2021-11')).map(({ version }) => version)).toEqual([1, 0])
    })

    it('can be removed, and restored from any version, the snapshot too', async () => {
      const store = open(log)
      expect(await store.remove('2021-11', 1)).toMatchObject({
        ok: true,
        value: { version: 2, state: 'removed' },
      })
      expect(await store.edition('2021-11')).toBeNull()
      expect(await store.hidden()).toEqual([
        { edition: '2021-11', why: 'removed', keptAt: expect.stringMatching(/^\d{4}-.*Z$/) },
      ])
      expect((await store.current()).some(({ edition }) => edition === '2021-11')).toBe(false)
      expect(await store.restore('2021-11', 1, 2)).toMatchObject({
        ok: true,
        value: { version: 3, restores: 1, fileName: 'again.xlsx' },
      })
      expect(await store.hidden()).toEqual([])
      expect(await store.source('2021-11', 3)).toEqual(Buffer.from(file))
      expect(await store.restore('2021-11', 0, 3)).toMatchObject({
        ok: true,
        value: { version: 4 },
      })
      expect((await store.edition('2021-11'))?.systems).toEqual(list.systems)
      expect((await store.edition('2021-11', 3))?.systems).toEqual(faster.systems)
    })

    it('cannot be restored from a removal or from nothing', async () => {
      const store = open(log)
      for (const version of [2, 99])
        expect(await store.restore('2021-11', version, 4)).toMatchObject({
          ok: false,
          error: { code: 'not-found' },
        })
    })

    it('of 50 writers at one moment exactly one is kept each round, and nothing is mixed', async () => {
      const race = await fresh('race')
      for (const expected of [0, 1]) {
        const outcomes = await Promise.all(
          Array.from({ length: 50 }, (_, writer) =>
            keep(open(race), expected, list, `writer-${expected}-${writer}.csv`),
          ),
        )
        const won = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []))
        expect(won).toHaveLength(1)
        for (const outcome of outcomes)
          if (!outcome.ok)
            expect(outcome.error).toMatchObject({
              code: 'conflict',
              current: { version: expected + 1, fileName: won[0]?.fileName },
            })
        expect((await open(race).history('2021-11'))[0]).toEqual(won[0])
      }
    })

    it('shows within two seconds what another process kept, and reads each version once', async () => {
      const shared = await fresh('shared')
      let reads = 0
      const counting: VersionLog = {
        ...shared,
        list: () => shared.list(),
        create: (version, bytes) => shared.create(version, bytes),
        read: (version) => {
          reads++
          return shared.read(version)
        },
      }
      const reader = open(counting)
      expect((await reader.edition('2021-11'))?.version.version).toBe(0)
      await keep(open(shared), 0)
      const until = Date.now() + 2000
      let seen = 0
      while (seen === 0 && Date.now() < until) {
        seen = (await reader.edition('2021-11'))?.version.version ?? 0
        await new Promise((done) => setTimeout(done, 50))
      }
      expect(seen).toBe(1)
      await reader.current()
      await reader.edition('2021-11')
      await reader.history('2021-11')
      expect(reads).toBe(1)
    })
  })
}
