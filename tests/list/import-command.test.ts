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
