import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { readList, writeList } from '../lib/list/csv'
import { asksForFigures } from '../lib/list/guard'
import { holdAgainst, type ImportHints, type ImportReport, importList } from '../lib/list/import'
import { parsePart } from '../lib/list/lists'
import { type Neighbour, neighboursOf } from '../lib/list/neighbour'
import { type Edition, editionLabel, parseEditionId } from '../lib/model/edition'
import type { Issue, Result } from '../lib/model/issue'
import { NAMES_INDEX, namesIndexText, printedTexts } from '../lib/store/names-index'
import { INDEX, indexEntry, indexText } from '../lib/store/snapshot-index'

const USAGE = `Usage: npm run import -- [--edition YYYY-MM] [--part N] [--confirm-figures] [--dry-run] [--into FOLDER] FILE…
Reads TOP500 lists and writes each as FOLDER/YYYY-MM.csv (data/lists): .xls, .xlsx, .xlsb, .ods, .fods, .csv, .tsv,
.slk, .dif, tables in HTML, and the XML of the TOP500 project.
  --edition YYYY-MM  which list the file is, where it does not say so or contradicts itself; of a file with several
                     lists, only this one
  --part N           only the Nth list of a file with several; without it all of them are written
  --confirm-figures  take figures that do not fit the lists beside it, as you have compared them with the published list
  --dry-run          only say what would be written
Ends with 0 if every file was taken, 1 if one was refused, 2 if the command was not understood.`

/** A file of a list is well under a megabyte; nothing larger is worth reading. */
const LARGEST_FILE = 64 * 1024 * 1024

const OPTIONS = {
  edition: { type: 'string' },
  part: { type: 'string' },
  'confirm-figures': { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  into: { type: 'string', default: 'data/lists' },
  help: { type: 'boolean', default: false },
} as const

/** Text from a file must not steer the terminal. */
const plain = (text: string) => text.replace(/\p{Cc}+/gu, ' ')

function print(issue: Issue): void {
  const place = [
    issue.row === null ? '' : `row ${issue.row}`,
    issue.column === null ? '' : `column “${issue.column}”`,
    issue.value === null ? '' : `value “${issue.value}”`,
  ].filter(Boolean)
  const where = place.length ? ` (${place.join(', ')})` : ''
  console.log(plain(`  ${issue.severity} ${issue.code}${where}: ${issue.message}`))
  console.log(plain(`    ${issue.remedy}`))
}

const UNIT_FROM: Readonly<Record<NonNullable<ImportReport['rmaxUnit']>['from'], string>> = {
  header: 'as its header says',
  age: 'as lists of that time mean without a word',
  form: 'as the project’s XML always is',
  assumed: 'assumed',
}

function describe(report: ImportReport): void {
  const { id, evidence, rows, rmaxSum, format, encoding, age, rmaxUnit } = report
  const list = id ? editionLabel(id) : 'unknown list'
  const known = evidence.map(({ detail, edition }) => `${detail} (${edition})`).join('; ')
  const read = [format, encoding, age].filter(Boolean).join(', ')
  const unit = rmaxUnit
    ? `Rmax in ${rmaxUnit.label}, ${UNIT_FROM[rmaxUnit.from]}`
    : 'unit of Rmax unknown'
  console.log(plain(`  ${list}${known ? `, by ${known}` : ''}`))
  console.log(plain(`  read as ${read}; ${unit}`))
  console.log(`  ${rows} systems, sum of Rmax ${rmaxSum}${rmaxUnit ? ' TFlop/s' : ''}`)
}

/** A list after its figures were held against the nearest ones in the folder. */
function held(
  outcome: Result<ImportReport>,
  folder: string,
  confirmed: boolean,
): Result<ImportReport> {
  if (!outcome.ok || !outcome.value.edition || !existsSync(folder)) return outcome
  const ids = readdirSync(folder).flatMap((file) =>
    file.endsWith('.csv') ? (parseEditionId(file.slice(0, -4)) ?? []) : [],
  )
  const { before, after } = neighboursOf(outcome.value.edition.id, ids)
  const neighbours = [before, after].flatMap((id): Neighbour[] =>
    id ? [{ id, systems: readList(readFileSync(join(folder, `${id}.csv`), 'utf8')) }] : [],
  )
  return { ok: true, value: holdAgainst(outcome.value, neighbours, confirmed) }
}

/** The lists that the folder holds, as text, oldest first. */
function texts(folder: string) {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const id = file.endsWith('.csv') ? parseEditionId(file.slice(0, -4)) : null
      return id ? [{ id, text: readFileSync(join(folder, file), 'utf8') }] : []
    })
}

/** What the folder already holds, list by list: the neighbours that new ones are held against, and its index. */
const entries = (folder: string) => texts(folder).map(({ id, text }) => indexEntry(id, text))

/** The systems of every list that the folder holds. */
const lists = (folder: string) =>
  texts(folder).map(({ id, text }) => ({ id, systems: readList(text) }))

/** The bytes of a file, or why it cannot be read. */
function open(path: string): Uint8Array | string {
  try {
    const { size } = statSync(path)
    return size > LARGEST_FILE ? `is larger than ${LARGEST_FILE} bytes` : readFileSync(path)
  } catch (error) {
    return `cannot be read: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** A reader never sees half a file: it is written beside and moved into place. */
function write(folder: string, name: string, text: string): void {
  mkdirSync(folder, { recursive: true })
  const beside = join(folder, `.${name}.${process.pid}`)
  writeFileSync(beside, text)
  renameSync(beside, join(folder, name))
}

/** The list that the command asks for; all lists of a file with several where it asks for none. */
function readLists(bytes: Uint8Array, hints: ImportHints): Result<ImportReport>[] {
  const outcome = importList(bytes, hints)
  if (!outcome.ok || outcome.value.parts.length === 0 || hints.edition) return [outcome]
  const { parts } = outcome.value
  console.log(`  ${parts.length} lists in one file`)
  return parts.map(({ part }) => importList(bytes, { ...hints, part }))
}

/** Prints what became of a list. @returns the list, if it can be taken. */
function tell(outcome: Result<ImportReport>): Edition | null {
  const several = outcome.ok && outcome.value.parts.length > 0
  if (outcome.ok && !several) describe(outcome.value)
  for (const issue of outcome.ok ? outcome.value.issues : outcome.error) print(issue)
  return outcome.ok ? outcome.value.edition : null
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: OPTIONS })
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    return null
  }
}

function run(args: string[]): number {
  const parsed = parse(args)
  if (!parsed || parsed.values.help || parsed.positionals.length === 0) {
    console.log(USAGE)
    return parsed?.values.help ? 0 : 2
  }
  const { values, positionals } = parsed
  const edition = values.edition === undefined ? null : parseEditionId(values.edition)
  if (values.edition !== undefined && !edition) {
    console.error(`“${values.edition}” is no list; lists are called 1993-06, 1993-11, 1994-06 …`)
    return 2
  }
  if (edition && positionals.length > 1) {
    console.error('--edition says which list one file is; give one file with it.')
    return 2
  }
  const part = values.part === undefined ? null : parsePart(values.part)
  if (part === undefined) {
    console.error(`“${values.part}” is no list of a file; they are counted 1, 2, 3 …`)
    return 2
  }
  let refused = 0
  for (const path of positionals) {
    const fileName = basename(path)
    console.log(plain(fileName))
    const bytes = open(path)
    if (typeof bytes === 'string') {
      console.log(plain(`  refused: the file ${bytes}`))
      refused++
      continue
    }
    for (const outcome of readLists(bytes, { fileName, edition, part })) {
      const checked = held(outcome, values.into, values['confirm-figures'])
      const list = tell(checked)
      if (!list) {
        console.log('  refused')
        if (checked.ok && asksForFigures(checked.value.issues))
          console.log('  If these figures are right, import the file again with --confirm-figures.')
        refused++
        continue
      }
      if (!values['dry-run']) write(values.into, `${list.id}.csv`, writeList(list.systems))
      const target = join(values.into, `${list.id}.csv`)
      console.log(`  ${values['dry-run'] ? 'would be written' : 'written'} to ${target}`)
    }
  }
  if (!values['dry-run'] && existsSync(values.into)) {
    write(values.into, INDEX, indexText(entries(values.into)))
    write(values.into, NAMES_INDEX, namesIndexText(printedTexts(lists(values.into))))
  }
  return refused ? 1 : 0
}

process.exitCode = run(process.argv.slice(2))
