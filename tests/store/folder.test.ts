import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openBundled } from '@/lib/store/bundled'
import { pack, unpack } from '@/lib/store/envelope'
import { openFolder } from '@/lib/store/folder'
import { DamagedVersion } from '@/lib/store/known'
import { openLayered } from '@/lib/store/layered'
import { bundledList } from '@/tests/fixtures/lists'
import { storeContract } from './contract'

const root = mkdtempSync(join(tmpdir(), 'top500-folder-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

storeContract('in a folder', async (place) => openFolder(join(root, place)))

describe('a folder of versions', () => {
  const kept = async (place: string) => {
    const folder = join(root, place)
    const store = openLayered(openBundled(), openFolder(folder))
    const edition = bundledList('2021-11')
    await store.keep({ edition, expected: 0, fileName: null, source: null, issues: [] })
    return { folder, file: join(folder, 'lists', '2021-11', '000001.list') }
  }

  it('holds one file a version and no draft', async () => {
    const { folder } = await kept('tidy')
    expect(readdirSync(join(folder, 'lists', '2021-11'))).toEqual(['000001.list'])
    expect(readdirSync(join(folder, 'drafts'))).toEqual([])
  })

  it('does not see half-written drafts, strange names or strange folders', async () => {
    const { folder } = await kept('strange')
    writeFileSync(join(folder, 'drafts', 'half'), 'half a')
    writeFileSync(join(folder, 'lists', '2021-11', '000002.list.tmp'), 'x')
    mkdirSync(join(folder, 'lists', 'notes'))
    expect(await openFolder(folder).list()).toEqual([{ edition: '2021-11', version: 1 }])
  })

  it.each([
    ['a byte changed', (bytes: Buffer) => bytes.fill(0x39, 2000, 2001)],
    ['its end cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 1)],
    ['nothing in it', () => Buffer.alloc(0)],
  ])('says so when a version has %s, and shows no other one instead', async (damage, change) => {
    const { folder, file } = await kept(`damaged ${damage}`)
    const before = readFileSync(file)
    writeFileSync(file, change(Buffer.from(before)))
    const store = openLayered(openBundled(), openFolder(folder))
    await expect(store.edition('2021-11')).rejects.toThrow(DamagedVersion)
    await expect(store.edition('2021-11')).rejects.toThrow('2021-11/000001.list is damaged')
    writeFileSync(file, before)
    expect((await store.edition('2021-11'))?.version.version).toBe(1)
  })

  it('reads back what it packed, and refuses one byte more', () => {
    const { version } = bundledList('2021-11')
    const csv = 'a,b\n'
    const envelope = {
      version: {
        ...version,
        hash: 'b83a2b4fd5ea2d5c5ad5d1d4a6b9e0b1f1a83e7a4a0e6d8f2c6c5c2f6b0c7a11',
      },
      issues: [],
      csv,
      source: null,
    }
    expect(unpack(pack(envelope), 'here').ok).toBe(false)
    expect(unpack(Buffer.concat([pack(envelope), Buffer.from('x')]), 'here')).toMatchObject({
      ok: false,
      error: expect.stringContaining('bytes instead of'),
    })
  })
})
