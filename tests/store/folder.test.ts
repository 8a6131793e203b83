import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { openBundled } from '@/lib/store/bundled'
import { DamagedVersion } from '@/lib/store/fault'
import { openFolder } from '@/lib/store/folder'
import { openOverlay } from '@/lib/store/overlay-store'
import { bundledList } from '@/tests/fixtures/lists'
import { storeContract } from './contract'

const root = mkdtempSync(join(tmpdir(), 'top500-folder-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

storeContract('in a folder', async (place) => openFolder(join(root, place)))

describe('a folder of versions', () => {
  const kept = async (place: string) => {
    const folder = join(root, place)
    const store = openOverlay(openBundled(), openFolder(folder))
    const edition = bundledList('2021-11')
    await store.keep({ edition, expected: 0, fileName: null, source: null, issues: [] })
    return { folder, file: join(folder, 'lists', '2021-11', '000001.list') }
  }

  it('holds one file a version and no draft', async () => {
    const { folder } = await kept('tidy')
    expect(readdirSync(join(folder, 'lists', '2021-11'))).toEqual(['000001.list'])
    expect(readdirSync(join(folder, 'drafts'))).toEqual([])
  })

  it('takes no half-written draft, strange name or strange folder for a version, and names them', async () => {
    const { folder } = await kept('strange')
    writeFileSync(join(folder, 'drafts', 'half'), 'half a')
    writeFileSync(join(folder, 'lists', '2021-11', '000002.list.tmp'), 'x')
    mkdirSync(join(folder, 'lists', 'notes'))
    writeFileSync(join(folder, 'lists', '2020-11'), 'a file')
    expect(await openFolder(folder).list()).toEqual({
      versions: [{ edition: '2021-11', version: 1 }],
      strays: [
        { edition: null, name: 'notes', problem: 'its name is not a list’s' },
        {
          edition: '2020-11',
          name: '2020-11',
          problem: 'a file stands where its folder should be',
        },
        {
          edition: '2021-11',
          name: '2021-11/000002.list.tmp',
          problem: 'its name is not a version’s',
        },
      ],
      unlisted: [],
    })
  })

  it('tells of a name with line ends on one line of the log', async () => {
    const { folder } = await kept('lines')
    writeFileSync(join(folder, 'lists', '2021-11', '2\nThe store is fine.'), 'x')
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    expect(await openOverlay(openBundled(), openFolder(folder)).current()).toHaveLength(67)
    expect(said.mock.calls).toEqual([
      ['In the store, “2021-11/2�The store is fine.” cannot be used: its name is not a version’s.'],
    ])
    said.mockRestore()
  })

  it.each([
    ['a byte changed', (bytes: Buffer) => bytes.fill(0x39, 2000, 2001)],
    ['its end cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 1)],
    ['nothing in it', () => Buffer.alloc(0)],
  ])('says so when a version has %s, and shows no other one instead', async (damage, change) => {
    const { folder, file } = await kept(`damaged ${damage}`)
    const before = readFileSync(file)
    writeFileSync(file, change(Buffer.from(before)))
    const store = openOverlay(openBundled(), openFolder(folder))
    await expect(store.edition('2021-11')).rejects.toThrow(DamagedVersion)
    await expect(store.edition('2021-11')).rejects.toThrow(
      'Version 1 of November 2021 cannot be used',
    )
    writeFileSync(file, before)
    expect((await store.edition('2021-11'))?.version.version).toBe(1)
  })
})
