import { Disclosure } from '@/components/disclosure'
import { EVEN_COLUMNS, FigureList } from '@/components/figure-list'
import { ASIDE } from '@/components/look'
import { Table } from '@/components/table'
import { counted, formatFlops, formatPrinted, listed } from '@/lib/compare/figure'
import type { Beside, Effect, Preview as Report } from '@/lib/http/list-api'
import { editionLabel } from '@/lib/model/edition'
import type { Issue } from '@/lib/model/issue'
import { DifferenceView } from './difference-view'
import { formatSum, formatVersion } from './format'
import { NamesView } from './names-view'
import { SystemsTable } from './systems-table'

/** What a file turned out to be: the report of it, where it is a table at all, and everything that was found. */
export type Checked = { preview: Report | null; issues: readonly Issue[] }

const SEPARATORS: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
}

/** Formats that nobody knows by the end of their file's name. */
const FORMATS: Readonly<Record<string, string>> = { 'xml-2003': 'XML spreadsheet 2003' }

const UNIT_FROM: Readonly<Record<NonNullable<Report['rmaxUnit']>['from'], string>> = {
  header: 'the header says so',
  age: 'as all lists of that time',
  form: 'as the project’s XML always is',
  assumed: 'assumed; see what was found',
}

type Fact = { label: string; value: string; place: string | null }

function fileFact({ format, sheetName, delimiter, encoding }: Report): Fact {
  const place = [
    sheetName === null ? null : `sheet “${sheetName}”`,
    delimiter === null ? null : `separated by ${SEPARATORS[delimiter] ?? `“${delimiter}”`}`,
    encoding?.toUpperCase() ?? null,
  ].filter((part) => part !== null)
  return {
    label: 'File',
    value: FORMATS[format] ?? format.toUpperCase(),
    place: place.join(', ') || null,
  }
}

/** What was recognised, each with how it is known. */
function facts(report: Report): Fact[] {
  const { rmaxUnit, rows, rmaxSum, age } = report
  return [
    { label: 'Systems', value: formatPrinted(rows), place: null },
    rmaxUnit
      ? { label: 'Sum of Rmax', value: formatFlops(rmaxSum), place: formatSum(rmaxSum) }
      : {
          label: 'Sum of Rmax',
          value: formatPrinted(Number(rmaxSum.toPrecision(6))),
          place: 'in the unit of the file, which is not known yet',
        },
    {
      label: 'Figures in',
      value: rmaxUnit?.label ?? 'not known yet',
      place: rmaxUnit && UNIT_FROM[rmaxUnit.from],
    },
    fileFact(report),
    { label: 'Columns', value: String(report.columns.length), place: age ?? 'unknown format' },
  ]
}

const GRADES: Readonly<Record<Issue['severity'], string>> = { error: 'Error', warning: 'Warning' }

/** Findings shown before somebody opens the rest. */
const SOME_ISSUES = 8

function IssueItem({ issue }: { issue: Issue }) {
  const { severity, row, column, value, message, remedy } = issue
  const place = [
    row === null ? null : `row ${row}`,
    column === null ? null : `column “${column}”`,
    value === null ? null : `found “${value}”`,
  ].filter((part) => part !== null)
  return (
    <li
      className={`mt-3 [&>p]:wrap-anywhere ${severity === 'error' ? 'border-l-3 border-ink pl-[calc(1rem-2px)]' : 'border-l border-muted pl-4'}`}
    >
      <p>
        <strong>{GRADES[severity]}</strong>
        {place.length > 0 && <span className={ASIDE}> {place.join(', ')}</span>}
      </p>
      <p>{message}</p>
      <p className={ASIDE}>{remedy}</p>
    </li>
  )
}

/** Everything that was found in a file, errors first. */
export function Issues({ issues }: { issues: readonly Issue[] }) {
  const keyed = issues.map((issue, index) => ({ issue, key: `${index} ${issue.code}` }))
  const list = (part: typeof keyed) => (
    <ul className="mt-2">
      {part.map(({ issue, key }) => (
        <IssueItem key={key} issue={issue} />
      ))}
    </ul>
  )
  const rest = keyed.slice(SOME_ISSUES)
  return (
    <>
      {list(keyed.slice(0, SOME_ISSUES))}
      {rest.length > 0 && (
        <Disclosure summary={counted(rest.length, 'more problem')}>{list(rest)}</Disclosure>
      )}
    </>
  )
}

/** How many errors and warnings there are: `1 error and 3 warnings`. */
export function formatIssues(issues: readonly Issue[]): string {
  const grades = (['error', 'warning'] as const).flatMap((grade) => {
    const count = issues.filter(({ severity }) => severity === grade).length
    return count > 0 ? [counted(count, grade)] : []
  })
  return grades.length === 0 ? 'no problems found' : listed(grades)
}

const RELATIONS: Readonly<Record<Beside['relation'], (beside: Beside) => string>> = {
  before: ({ edition }) => `Before: ${editionLabel(edition)}`,
  now: (beside) => `Current, ${formatVersion(beside)}`,
  after: ({ edition }) => `After: ${editionLabel(edition)}`,
}

type Line = Pick<Effect['figures'], 'systems' | 'rmaxSum' | 'top' | 'entry'> & {
  key: string
  label: string
  shared: string | null
}

/** The list between its neighbours and beside the version that is there now. */
function BesideTable({ effect, name }: { effect: Effect; name: string }) {
  const line = (beside: Beside): Line => ({
    ...beside,
    key: beside.relation,
    label: RELATIONS[beside.relation](beside),
    shared: formatPrinted(beside.overlap.shared),
  })
  const of = (...relations: Beside['relation'][]) =>
    effect.beside.filter(({ relation }) => relations.includes(relation)).map(line)
  const lines: Line[] = [
    ...of('before', 'now'),
    { ...effect.figures, key: 'file', label: 'This file', shared: null },
    ...of('after'),
  ]
  const caption = `${name} beside the available lists`
  return (
    <Table
      caption={caption}
      look="beside"
      columns={[
        { key: 'list', label: 'List' },
        { key: 'systems', label: 'Systems', numeric: true },
        { key: 'shared', label: 'Shared with this file', numeric: true },
        { key: 'sum', label: 'Sum of Rmax', numeric: true },
        { key: 'first', label: 'First' },
        { key: 'last', label: 'Last', unit: 'Tflop/s', numeric: true },
      ]}
      head="list"
      parts={[
        {
          key: 'all',
          rows: lines.map(({ key, label, systems, shared, rmaxSum, top, entry }) => ({
            key,
            headed: key === 'file',
            cells: [
              label,
              formatPrinted(systems),
              shared ?? '–',
              formatFlops(rmaxSum),
              top?.name ?? '–',
              entry?.rmax == null ? '–' : formatPrinted(entry.rmax),
            ],
          })),
        },
      ]}
    />
  )
}

const quoted = (names: readonly string[]) => listed(names.map((name) => `“${name}”`))

/** Columns that nobody knows, and columns that are not there. */
function ColumnNotes({ unknownColumns, missingColumns }: Report) {
  return (
    <>
      {unknownColumns.length > 0 && (
        <p>Columns that no list has, left out: {quoted(unknownColumns)}.</p>
      )}
      {missingColumns.length > 0 && (
        <p>Columns of that time that this file does not have: {quoted(missingColumns)}.</p>
      )}
    </>
  )
}

/** Everything that there is to know of a file before it is saved. @param name tells its tables from those of others. */
export function Preview({ checked, name }: { checked: Checked; name: string }) {
  const { preview, issues } = checked
  if (!preview) return <Issues issues={issues} />
  const { first, last, rows, effect } = preview
  const now = effect?.beside.find(({ relation }) => relation === 'now')
  return (
    <>
      <FigureList items={facts(preview)} look={EVEN_COLUMNS} />
      {issues.length > 0 && (
        <>
          <h4 className="mt-8">Problems found: {formatIssues(issues)}</h4>
          <Issues issues={issues} />
        </>
      )}
      <ColumnNotes {...preview} />
      {effect?.difference && now && (
        <>
          <h4 className="mt-8">What it changes against the current list, {formatVersion(now)}</h4>
          <DifferenceView
            difference={effect.difference}
            caption={`What ${name} changes, cell by cell`}
            before="Current list"
            after="This file"
          />
        </>
      )}
      {effect && <NamesView names={effect.names} />}
      {effect && effect.beside.length > 0 && (
        <>
          <h4 className="mt-8">Between its neighbours</h4>
          <BesideTable effect={effect} name={name} />
        </>
      )}
      {rows > 0 && (
        <>
          <h4 className="mt-8">
            {rows > 10 ? 'The first five systems and the last five' : 'The systems'}
          </h4>
          <SystemsTable
            caption={`The first and the last systems of ${name}`}
            parts={rows > 5 ? [first, last.slice(-Math.min(5, rows - 5))] : [first]}
            left={Math.max(0, rows - 10)}
          />
        </>
      )}
    </>
  )
}
