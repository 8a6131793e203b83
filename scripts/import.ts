import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { readList, writeList } from '../lib/list/csv'
import { importList } from '../lib/list/import'
import { sumRmax } from '../lib/list/sum'
import { editionLabel, parseEditionId } from '../lib/model/edition'
import type { Issue } from '../lib/model/issue'

const USAGE = `Usage: npm run import -- [--edition YYYY-MM] [--dry-run] [--into FOLDER] FILE…
Reads published TOP500 lists (.xls, .xlsx, .csv, .tsv) and writes each as FOLDER/YYYY-MM.csv (data/lists).`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    edition: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
    into: { type: 'string', default: 'data/lists' },
    help: { type: 'boolean', default: false },
  },
})

function print(issue: Issue): void {
  const place = [
    issue.row === null ? '' : `row ${issue.row}`,
    issue.column === null ? '' : `column ${issue.column}`,
    issue.value === null ? '' : `value ${issue.value}`,
  ].filter(Boolean)
  console.log(
    `  ${issue.severity}: ${issue.message}${place.length ? ` (${place.join(', ')})` : ''}`,
  )
  console.log(`    ${issue.remedy}`)
}

/** The lists that the folder already holds, to hold new ones against. */
function neighbours(folder: string) {
  return readdirSync(folder).flatMap((file) => {
    const edition = parseEditionId(file.replace(/\.csv$/, ''))
    return edition
      ? [{ edition, rmaxSum: sumRmax(readList(readFileSync(join(folder, file), 'utf8'))) }]
      : []
  })
}

function run(): number {
  const edition = values.edition === undefined ? null : parseEditionId(values.edition)
  if (values.help || positionals.length === 0 || (values.edition !== undefined && !edition)) {
    console.log(USAGE)
    return values.help ? 0 : 2
  }
  mkdirSync(values.into, { recursive: true })
  const known = neighbours(values.into)
  let refused = 0
  for (const path of positionals) {
    const outcome = importList(readFileSync(path), {
      fileName: basename(path),
      edition,
      neighbours: known,
    })
    const issues = outcome.ok ? outcome.value.issues : outcome.error
    if (!outcome.ok || !outcome.value.edition) {
      console.log(`${basename(path)}: refused`)
      for (const issue of issues) print(issue)
      refused++
      continue
    }
    const { edition: list, age, rmaxUnit, rmaxSum, format } = outcome.value
    console.log(
      `${basename(path)}: ${editionLabel(list.id)}, ${list.systems.length} systems, sum of Rmax ${rmaxSum} TFlop/s (${format}${age ? `, ${age}` : ''}, Rmax in ${rmaxUnit?.label})`,
    )
    for (const issue of issues) print(issue)
    if (!values['dry-run'])
      writeFileSync(join(values.into, `${list.id}.csv`), writeList(list.systems))
  }
  return refused ? 1 : 0
}

process.exitCode = run()
