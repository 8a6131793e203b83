import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { ROOT } from '../scripts/run.js'
import { bundle, WORK } from './lib.js'
import { aim, figure, inTurns, median, times } from './measure.js'
import { writeWorkbooks } from './workbooks.js'

export const title = 'Import'

const ONCE = fileURLToPath(new URL('import-once.js', import.meta.url))
const WORKBOOKS =
  process.env.TOP500_WORKBOOKS ?? join(dirname(ROOT.replace(/\/$/, '')), 'shared/top500')
const LISTS = join(ROOT, 'data/lists')

/** Files of one format, published ones where they are at hand, otherwise ours saved in that format. */
async function filesAtHand() {
  const published = existsSync(WORKBOOKS)
  const folder = published ? WORKBOOKS : await writeWorkbooks(join(WORK, 'workbooks'))
  const of = (from, extension) =>
    readdirSync(from)
      .filter((name) => name.endsWith(extension))
      .sort()
      .map((name) => join(from, name))
  return {
    published,
    xls: of(folder, '.xls'),
    xlsx: of(folder, '.xlsx'),
    csv: of(LISTS, '.csv'),
  }
}

const run = promisify(execFile)

/** Reads files in a process of its own, as memory is that of a whole process. */
async function once(library, way, files) {
  const { stdout } = await run(process.execPath, ['--expose-gc', ONCE, library, way, ...files], {
    maxBuffer: 1024 * 1024,
  })
  return JSON.parse(stdout)
}

export async function measure({ rounds = 7 }) {
  const library = await bundle('import', "export { importList } from './lib/list/import'")
  const { published, xls, xlsx, csv } = await filesAtHand()
  const all = [...xls, ...xlsx]
  const jobs = {
    xls: { label: '.xls, one file', files: xls.slice(-1) },
    xlsx: { label: '.xlsx, one file', files: xlsx.slice(-1) },
    csv: { label: 'CSV, one file', files: csv.slice(-1) },
    all: { label: `${all.length} workbooks in one go`, files: all },
    allCsv: { label: `${csv.length} CSV files in one go`, files: csv },
  }
  const rows = []
  const aims = []
  for (const { label, files } of Object.values(jobs)) {
    const samples = await inTurns(
      {
        bare: () => once(library, 'bare', files),
        ours: () => once(library, 'ours', files),
      },
      { rounds, warmups: 0 },
    )
    const middle = (way, of) => median(samples[way].map((sample) => sample[of]))
    const ratio = (of) => middle('ours', of) / middle('bare', of)
    const bytes = files.reduce((sum, file) => sum + readFileSync(file).length, 0)
    rows.push([
      label,
      `${figure(bytes / 1000)} KB`,
      `${figure(middle('ours', 'time'))} ms`,
      `${figure(middle('bare', 'time'))} ms`,
      times(ratio('time')),
      `${figure(middle('ours', 'memory') / 1e6)} MB`,
      `${figure(middle('bare', 'memory') / 1e6)} MB`,
    ])
    aims.push(aim(`${label}, against the library alone`, ratio('time'), 3))
  }
  return {
    conditions: `${published ? 'Workbooks as published' : 'Workbooks written from data/lists, as the published ones are not at hand'}; each sample a new process, after one reading that warms it up; time of reading, memory is the most that the process grew by meanwhile. The library alone: SheetJS reading the workbook with our settings, PapaParse splitting the text. Medians of ${rounds} rounds in turns.`,
    tables: [
      {
        columns: ['what', 'bytes', 'import', 'library alone', 'ratio', 'memory', 'library alone'],
        rows,
      },
    ],
    aims,
  }
}
