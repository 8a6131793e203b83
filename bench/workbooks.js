import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { utils, write } from '@e965/xlsx'
import Papa from 'papaparse'
import { ROOT } from '../scripts/run.js'

const LISTS = join(ROOT, 'data/lists')
/** The first list that was published as `.xlsx`. */
const FIRST_XLSX = '2020-06'

/**
 * Saves the lists of the product as workbooks, each in the format in which its time published them.
 * @returns {Promise<string>} the folder.
 */
export async function writeWorkbooks(folder) {
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(LISTS).filter((file) => file.endsWith('.csv'))) {
    const id = name.slice(0, -4)
    const bookType = id < FIRST_XLSX ? 'biff8' : 'xlsx'
    const rows = Papa.parse(readFileSync(join(LISTS, name), 'utf8').trim()).data.map((row) =>
      row.map((cell) => (cell !== '' && Number.isFinite(Number(cell)) ? Number(cell) : cell)),
    )
    const book = utils.book_new()
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), `TOP500_${id.replace('-', '')}`)
    const extension = bookType === 'biff8' ? 'xls' : 'xlsx'
    const file = join(folder, `TOP500_${id.replace('-', '')}.${extension}`)
    writeFileSync(file, write(book, { bookType, type: 'buffer' }))
  }
  return folder
}
