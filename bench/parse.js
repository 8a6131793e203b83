import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { ROOT } from '../scripts/run.js'
import { load } from './lib.js'
import { aim, batched, figure, inTurns, median, times } from './measure.js'

export const title = 'Parsing'

const LISTS = join(ROOT, 'data/lists')
const ONE = '2021-11.csv'

/** Both begin with the bytes of a file, as they come from a disk or an upload. */
const bare = (bytes) => Papa.parse(bytes.toString('utf8')).data.length

export async function measure({ rounds = 25 }) {
  const { readList, importList } = await load(
    'parse',
    "export { readList } from './lib/list/csv'; export { importList } from './lib/list/import'",
  )
  const files = readdirSync(LISTS)
    .filter((name) => name.endsWith('.csv'))
    .map((fileName) => ({ fileName, bytes: readFileSync(join(LISTS, fileName)) }))
  const one = files.filter(({ fileName }) => fileName === ONE)

  const bring = ({ fileName, bytes }) => {
    const outcome = importList(bytes, { fileName })
    if (!outcome.ok || !outcome.value.edition) throw new Error(`${fileName} was refused.`)
  }
  const ways = {
    papa: { label: 'PapaParse alone', of: ({ bytes }) => bare(bytes) },
    read: {
      label: 'a kept list (`readList`)',
      of: ({ bytes }) => readList(bytes.toString('utf8')),
    },
    bring: { label: 'a file that somebody brings (`importList`)', of: bring },
  }
  const middles = async (some) => {
    const calls = Object.entries(ways).map(([key, { of }]) => [
      key,
      batched(() => some.forEach(of)),
    ])
    const samples = await inTurns(Object.fromEntries(calls), { rounds })
    return Object.fromEntries(Object.entries(samples).map(([key, all]) => [key, median(all)]))
  }
  const single = await middles(one)
  const all = await middles(files)
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0)
  return {
    conditions: `\`data/lists/${ONE}\` (${figure((one[0]?.bytes.length ?? 0) / 1000)} KB) and all ${files.length} lists (${figure(bytes / 1e6)} MB) from bytes in memory; medians of ${rounds} rounds in turns. The last way also finds header, units, decimals and the list, and checks every row.`,
    tables: [
      {
        columns: ['way', 'one list', 'against PapaParse', 'all lists', 'against PapaParse'],
        rows: Object.entries(ways).map(([key, { label }]) => [
          label,
          `${figure(single[key])} ms`,
          times(single[key] / single.papa),
          `${figure(all[key])} ms`,
          times(all[key] / all.papa),
        ]),
      },
    ],
    aims: [
      aim('a kept list against PapaParse', single.read / single.papa, 3),
      aim('all kept lists against PapaParse', all.read / all.papa, 3),
      aim('a file that is brought against PapaParse', single.bring / single.papa, 5),
      aim('all files that are brought against PapaParse', all.bring / all.papa, 4),
    ],
  }
}
