import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openBundled } from '@/lib/store/bundled'
import { indexEntry, readIndex } from '@/lib/store/snapshot-index'
import { snapshotEditions, snapshotText } from '../list/snapshots'

const scratch = mkdtempSync(join(tmpdir(), 'top500-bundled-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** A folder with the index and no list: whatever is answered from it was not read from a list. */
function indexAlone(): string {
  const folder = mkdtempSync(join(scratch, 'index-'))
  cpSync('data/lists/index.json', join(folder, 'index.json'))
  return folder
}

describe('the bundled lists', () => {
  test('are known without reading one of them', () => {
    const versions = openBundled(indexAlone()).versions()
    expect(versions).toHaveLength(67)
    expect(versions[0]).toMatchObject({ edition: '1993-06', systems: 500, rmaxSum: 1.122845 })
    expect(versions[66]).toMatchObject({
      edition: '2026-06',
      systems: 500,
      rmaxSum: 18732742.16177,
    })
  })

  test('are what their index says, each of them', () => {
    const index = readIndex(readFileSync('data/lists/index.json', 'utf8'))
    expect(index.map(({ edition }) => edition)).toEqual(snapshotEditions)
    for (const entry of index)
      expect(indexEntry(entry.edition, snapshotText(entry.edition))).toEqual(entry)
  })

  test('are refused where a file is not the one that the index names', () => {
    const folder = indexAlone()
    writeFileSync(join(folder, '2021-11.csv'), snapshotText('2021-11').replace('30050', '30051'))
    expect(() => openBundled(folder).edition('2021-11')).toThrow('2021-11 is not the one')
  })
})
