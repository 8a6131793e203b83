import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { writeList } from '@/lib/list/csv'
import { snapshot } from './snapshots'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'top500-import-'))
const lists = join(folder, 'lists')
mkdirSync(lists)
for (const edition of ['2021-06', '2022-06'])
  copyFileSync(join(ROOT, 'data/lists', `${edition}.csv`), join(lists, `${edition}.csv`))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (...args: string[]) => {
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), 'scripts/import.ts', '--into', lists, ...args],
    { cwd: ROOT, encoding: 'utf8' },
  )
  return { status, stdout }
}

test('the command refuses a list ten times too fast, says how to answer, and takes it with the answer', () => {
  const file = join(folder, 'TOP500_202111.csv')
  const systems = snapshot('2021-11').map((system) => ({
    ...system,
    rmax: (system.rmax ?? 0) * 10,
    rpeak: (system.rpeak ?? 0) * 10,
  }))
  writeFileSync(file, writeList(systems))

  const refused = run(file)
  expect(refused.status).toBe(1)
  expect(refused.stdout).toContain('error off-the-timeline')
  expect(refused.stdout).toContain('import the file again with --confirm-figures')
  expect(readdirSync(lists)).not.toContain('2021-11.csv')

  const taken = run('--confirm-figures', file)
  expect(taken.stdout).toContain('warning off-the-timeline')
  expect(taken.status).toBe(0)
  expect(readdirSync(lists)).toContain('2021-11.csv')
}, 60_000)

test('the command writes each list of a file with several, or the one that it is asked for', () => {
  const file = join(folder, 'TOP500_history.csv')
  const part = (edition: string) => {
    const [header = '', ...rows] = writeList(snapshot(edition)).trimEnd().split('\n')
    return { header: `List,${header}`, rows: rows.map((row) => `${edition},${row}`) }
  }
  const [june, november] = [part('2019-06'), part('2019-11')]
  writeFileSync(file, [june.header, ...june.rows, ...november.rows].join('\n'))
  const written = (edition: string) => readdirSync(lists).includes(`${edition}.csv`)

  const other = run('--edition', '2018-06', file)
  expect([other.status, other.stdout]).toEqual([1, expect.stringContaining('error several-lists')])
  const one = run('--edition', '2019-11', file)
  expect([one.status, written('2019-06'), written('2019-11')]).toEqual([0, false, true])
  const dry = run('--dry-run', '--part', '1', file)
  expect([dry.status, written('2019-06')]).toEqual([0, false])
  expect(dry.stdout).toContain('June 2019, by the column “List” (2019-06)')
  expect(run('--part', '3', file).stdout).toContain('error no-such-part')
  expect(run('--part', 'two', file).status).toBe(2)

  const both = run(file)
  expect(both.stdout).toContain('2 lists in one file')
  expect([both.status, written('2019-06'), written('2019-11')]).toEqual([0, true, true])
}, 120_000)
