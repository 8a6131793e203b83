import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import * as fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openBundled } from '@/lib/store/bundled'
import { openFolder } from '@/lib/store/folder'
import { StoreGone, UnreadableVersion } from '@/lib/store/log'
import { openOverlay } from '@/lib/store/overlay-store'
import { bundledList } from '@/tests/fixtures/lists'

/** What each call fails with, by the end of the path that it is given. */
const broken = vi.hoisted(() => new Map<string, string>())
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof fs>()
  const guarded =
    <Given extends unknown[], Answer>(work: (path: string, ...rest: Given) => Promise<Answer>) =>
    (path: string, ...rest: Given): Promise<Answer> => {
      for (const [end, code] of broken)
        if (path.endsWith(end))
          return Promise.reject(Object.assign(new Error(`${code}: ${path}`), { code }))
      return work(path, ...rest)
    }
  return {
    ...real,
    open: guarded(real.open),
    readdir: guarded<never[], string[]>((path) => real.readdir(path)),
    link: (from: string, to: string) => guarded((name) => real.link(from, name))(to),
  }
})

const root = mkdtempSync(join(tmpdir(), 'top500-faults-'))
const bundled = openBundled()
const edition = bundledList('2021-11')
let said: ReturnType<typeof vi.spyOn>
beforeEach(() => {
  said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => {
  broken.clear()
  vi.restoreAllMocks()
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const keepIn = (folder: string, expected: number) =>
  openOverlay(bundled, openFolder(folder)).keep({
    edition,
    expected,
    fileName: null,
    source: null,
    issues: [],
  })
const FIRST = { edition: '2021-11', version: 1 } as const
const place = (name: string) => join(root, name)
const fileOf = (folder: string, version: number) =>
  join(folder, 'lists', '2021-11', `00000${version}.list`)

describe('an entry of a folder', () => {
  it.each([
    ['EACCES', 'access to it is denied', false],
    ['EIO', 'the disk reports an error', false],
    ['ELOOP', 'it is a link that leads to itself', true],
  ])('that gives %s is unreadable alone', async (code, problem, isStray) => {
    const folder = place(code)
    await keepIn(folder, 0)
    broken.set('000001.list', code)
    const error = await openFolder(folder)
      .read(FIRST)
      .catch((thrown) => thrown)
    expect(error).toBeInstanceOf(UnreadableVersion)
    expect(error).toMatchObject({ message: problem, isStray })
    expect(await openOverlay(bundled, openFolder(folder)).current()).toHaveLength(isStray ? 67 : 66)
  })

  it('is not each version that meets an error of this process or of the whole disk', async () => {
    const folder = place('transient')
    await keepIn(folder, 0)
    for (const code of ['EMFILE', 'ENFILE', 'ESTALE']) {
      broken.set('000001.list', code)
      await expect(openFolder(folder).read(FIRST)).rejects.not.toBeInstanceOf(UnreadableVersion)
    }
  })

  it.each([
    ['a folder', (path: string) => mkdirSync(path), 'a folder has its name'],
    ['a pipe', (path: string) => execFileSync('mkfifo', [path]), 'it is not a file'],
    [
      'a link that leads to itself',
      (path: string) => symlinkSync(path, path),
      'it is a link that leads to itself',
    ],
  ])('that is %s under a version’s name hides nothing', async (what, make, problem) => {
    const folder = place(what)
    await keepIn(folder, 0)
    make(fileOf(folder, 2))
    const store = openOverlay(bundled, openFolder(folder))
    expect((await store.edition('2021-11'))?.version.version).toBe(1)
    expect(await store.current()).toHaveLength(67)
    expect(await store.problems('2021-11')).toEqual([
      { version: 2, name: '2021-11/000002.list', problem },
    ])
    expect(said.mock.calls).toEqual([
      [`In the store, “2021-11/000002.list” cannot be used: ${problem}.`],
    ])
    expect(await keepIn(folder, 1)).toMatchObject({ ok: true, value: { version: 3 } })
  })

  it('that is a whole list’s folder which cannot be read hides that list, and no other', async () => {
    const folder = place('unlisted')
    await keepIn(folder, 0)
    broken.set('lists/2021-11', 'EACCES')
    const store = openOverlay(bundled, openFolder(folder))
    expect(await store.current()).toHaveLength(66)
    expect(await store.hidden()).toEqual([{ edition: '2021-11', why: 'damaged', keptAt: null }])
    await expect(store.edition('2021-11')).rejects.toThrow(
      'The list of November 2021 cannot be used: access to it is denied.',
    )
    expect((await store.history('2021-11')).map(({ version }) => version)).toEqual([0])
    expect(await store.problems('2021-11')).toEqual([
      { version: null, name: '2021-11', problem: 'access to it is denied' },
    ])
  })
})

describe('a keep that fails', () => {
  it.each([
    ['ENOSPC', 'the disk is full'],
    ['EIO', 'the disk reports an error'],
  ])('with %s half-way leaves nothing behind and names no path', async (code, words) => {
    const folder = place(`full ${code}`)
    await keepIn(folder, 0)
    const handle = await fs.open(fileOf(folder, 1), 'r')
    const files = Object.getPrototypeOf(handle)
    await handle.close()
    vi.spyOn(files, 'writeFile').mockImplementation(async function (this: fs.FileHandle) {
      await this.write('half a version')
      throw Object.assign(new Error(`${code}: no way, write '${folder}'`), { code })
    })
    const outcome = await keepIn(folder, 1)
    expect(outcome).toMatchObject({
      ok: false,
      error: {
        code: 'unavailable',
        message: `The store could not be written: ${words}. Look at the list’s history before you try again.`,
      },
    })
    expect(readdirSync(join(folder, 'drafts'))).toEqual([])
    expect(readdirSync(join(folder, 'lists', '2021-11'))).toEqual(['000001.list'])
    vi.restoreAllMocks()
    expect(await keepIn(folder, 1)).toMatchObject({ ok: true, value: { version: 2 } })
  })

  it('where its name cannot be given leaves nothing behind', async () => {
    const folder = place('no link')
    await keepIn(folder, 0)
    broken.set('000002.list', 'EPERM')
    expect(await keepIn(folder, 1)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('access to it is denied') },
    })
    expect(readdirSync(join(folder, 'drafts'))).toEqual([])
    expect(readdirSync(join(folder, 'lists', '2021-11'))).toEqual(['000001.list'])
  })

  it('on a real disk of 2 MB leaves nothing behind, eight times, and keeps again when there is room', async () => {
    const disk = place('disk')
    mkdirSync(disk)
    if (!mountSmallDisk(disk)) {
      console.warn('No disk of 2 MB could be mounted here; only an administrator may.')
      return
    }
    try {
      writeFileSync(join(disk, 'ballast'), Buffer.alloc(1_500_000))
      const outcomes = []
      for (let expected = 0; expected < 8; expected++) {
        const source = Buffer.alloc(700_000, 1)
        outcomes.push(
          await openOverlay(bundled, openFolder(disk)).keep({
            edition,
            expected: 0,
            fileName: null,
            source,
            issues: [],
          }),
        )
      }
      for (const outcome of outcomes)
        expect(outcome).toMatchObject({
          ok: false,
          error: { message: expect.stringContaining('the disk is full') },
        })
      expect(readdirSync(join(disk, 'drafts'))).toEqual([])
      rmSync(join(disk, 'ballast'))
      expect(await keepIn(disk, 0)).toMatchObject({ ok: true, value: { version: 1 } })
    } finally {
      execFileSync('umount', [disk])
    }
  })
})

/** Mounts a disk of 2 MB where this is allowed. */
function mountSmallDisk(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describe('a folder that is taken away', () => {
  it('is not taken for an empty store, not begun anew, and used again when it is back', async () => {
    const folder = place('mounted')
    await keepIn(folder, 0)
    const log = openFolder(folder)
    const store = openOverlay(bundled, log)
    expect((await store.edition('2021-11'))?.version.version).toBe(1)
    renameSync(folder, `${folder}-away`)
    for (const _ of ['nothing at all', 'an empty folder']) {
      await expect(log.list()).rejects.toBeInstanceOf(StoreGone)
      expect(
        await store.keep({ edition, expected: 1, fileName: null, source: null, issues: [] }),
      ).toMatchObject({
        ok: false,
        error: { message: expect.stringContaining('the lists that were kept in it are gone') },
      })
      await expect(log.create({ ...FIRST, version: 2 }, Buffer.from('x'))).rejects.toBeInstanceOf(
        StoreGone,
      )
      expect((await store.edition('2021-11'))?.version.version).toBe(1)
      mkdirSync(folder, { recursive: true })
    }
    expect(readdirSync(folder)).toEqual([])
    rmSync(folder, { recursive: true })
    renameSync(`${folder}-away`, folder)
    expect(
      await store.keep({ edition, expected: 1, fileName: null, source: null, issues: [] }),
    ).toMatchObject({ ok: true, value: { version: 2 } })
  })

  it('before the start is an error where a store must be there, and a new store where it need not', async () => {
    const folder = place('empty')
    mkdirSync(folder)
    const strict = openFolder(folder, { mustExist: true })
    await expect(openOverlay(bundled, strict).current()).rejects.toBeInstanceOf(StoreGone)
    await expect(strict.create(FIRST, Buffer.from('x'))).rejects.toBeInstanceOf(StoreGone)
    expect(readdirSync(folder)).toEqual([])
    expect(await openOverlay(bundled, openFolder(folder)).current()).toHaveLength(67)
    expect(await keepIn(folder, 0)).toMatchObject({ ok: true })
    expect(await openOverlay(bundled, strict).current()).toHaveLength(67)
  })
})

describe('drafts', () => {
  it('that are older than an hour are removed, younger ones and strange folders are left', async () => {
    const folder = place('drafts')
    await keepIn(folder, 0)
    const age = (name: string, minutes: number) => {
      const path = join(folder, 'drafts', name)
      writeFileSync(path, 'half')
      const time = Date.now() / 1000 - minutes * 60
      utimesSync(path, time, time)
    }
    age('old', 61)
    age('young', 59)
    mkdirSync(join(folder, 'drafts', 'strange'))
    expect(await keepIn(folder, 1)).toMatchObject({ ok: true })
    expect(readdirSync(join(folder, 'drafts')).sort()).toEqual(['strange', 'young'])
  })
})
