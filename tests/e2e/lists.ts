import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { workbookFolder } from '../list/workbooks'

const SNAPSHOTS = fileURLToPath(new URL('../../data/lists/', import.meta.url))

/** A file as a person has it. */
export type Brought = { name: string; mimeType: string; buffer: Buffer }

/** A bundled list as CSV, changed by hand. */
export function listFile(
  edition: string,
  change: (csv: string) => string = (csv) => csv,
  name = `TOP500_${edition.replace('-', '')}.csv`,
): Brought {
  const csv = readFileSync(join(SNAPSHOTS, `${edition}.csv`), 'utf8')
  return { name, mimeType: 'text/csv', buffer: Buffer.from(change(csv)) }
}

/** The list of November 2021 as published where the workbooks are at hand, else as our own CSV. */
export function november2021(): Brought {
  if (workbookFolder === null) return listFile('2021-11')
  const name = 'TOP500_202111.xlsx'
  return {
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: readFileSync(join(workbookFolder, name)),
  }
}

/** A list that nobody has yet: June 2026 again, with its newcomers dated to November. */
export const november2026 = (): Brought => ({
  ...listFile('2026-06', (csv) => csv.replace(/^(\d+,\d*),67,/gm, '$1,68,')),
  name: 'TOP500_202611.csv',
})

/** November 2021 with one system renamed. */
export const renamed = (name: string): Brought =>
  listFile('2021-11', (csv) => csv.replace('Voyager-EUS2', name))

/** November 2021 with an Rmax that is none, in row 11 of the file. */
export const broken = (): Brought =>
  listFile(
    '2021-11',
    (csv) => csv.replace(',30050,', ',thirty thousand,'),
    'TOP500_broken_202111.csv',
  )

/** Two bundled lists in one CSV file, each row with the year and the month of its list in front. */
export function twoLists(editions: readonly [string, string]): Brought {
  const [first = [], second = []] = editions.map((edition) =>
    listFile(edition)
      .buffer.toString()
      .trimEnd()
      .split('\n')
      .map((line, row) =>
        row ? `${edition.replace('-', ',')},${line}` : `Year of list,Month,${line}`,
      ),
  )
  const text = [...first, ...second.slice(1)].join('\n')
  return { name: 'TOP500_history.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }
}

/** Drops files on the page, as from a folder. */
export async function drop(page: Page, files: readonly Brought[]): Promise<void> {
  const transfer = await page.evaluateHandle(
    (brought) => {
      const data = new DataTransfer()
      for (const { name, type, base64 } of brought) {
        const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
        data.items.add(new File([bytes], name, { type }))
      }
      return data
    },
    files.map(({ name, mimeType, buffer }) => ({
      name,
      type: mimeType,
      base64: buffer.toString('base64'),
    })),
  )
  for (const type of ['dragenter', 'dragover', 'drop'])
    await page.dispatchEvent('h1', type, { dataTransfer: transfer })
}

/** Chooses files by the button. */
export async function choose(page: Page, files: readonly Brought[]): Promise<void> {
  await page.getByLabel('Choose files').setInputFiles([...files])
}
