import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { importList } from '@/lib/list/import'
import { caseFile, caseFolder } from './cases'
import { at, table } from './sheets'
import { snapshot } from './snapshots'

const TABLE = table(snapshot('2021-11'))

/** A figure as a spreadsheet program shows it in scientific notation. */
function scientific(value: number, decimals: number): string {
  const [mantissa = '', exponent = '0'] = value.toExponential(decimals).split('e')
  const power = Number(exponent)
  return `${mantissa}E${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`
}

function saved(columns: readonly string[], write: (value: number) => string, delimiter = ',') {
  const places = columns.map(at)
  const rows = TABLE.map((cells, row) =>
    cells.map((cell, column) =>
      row > 0 && places.includes(column) && typeof cell === 'number' ? write(cell) : cell,
    ),
  )
  const outcome = importList(new TextEncoder().encode(Papa.unparse(rows, { delimiter })), {
    fileName: 'TOP500_202111.csv',
  })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error))
  return outcome.value
}

const lost = (report: ReturnType<typeof saved>) =>
  report.issues.filter(({ code }) => code === 'digits-lost')

describe('digits lost to scientific notation', () => {
  test('are a warning for each column, with the digits that are left and the ties that are made', () => {
    const report = saved(['Rmax [TFlop/s]', 'Power [kW]'], (value) => scientific(value, 2))
    expect(
      lost(report).map(({ severity, column, row, value }) => ({ severity, column, row, value })),
    ).toEqual([
      { severity: 'warning', column: 'Rmax [TFlop/s]', row: 2, value: '4.42E+05' },
      { severity: 'warning', column: 'Power [kW]', row: 2, value: '2.99E+04' },
    ])
    const [rmax, power] = lost(report)
    // Counted with Python’s decimal module, halves rounded up; 155 rows tie on the list itself.
    expect(rmax?.message).toContain(
      'gives 500 figures in scientific notation, with 3 digits at most',
    )
    expect(rmax?.message).toContain('340 systems have the same Rmax as another')
    // Power is missing on 321 of the 500 rows.
    expect(power?.message).toContain('gives 179 figures')
    expect(power?.message).not.toContain('same Rmax')
  })

  test('are told with a decimal comma too', () => {
    const report = saved(
      ['Rpeak [TFlop/s]'],
      (value) => scientific(value, 1).replace('.', ','),
      ';',
    )
    expect(lost(report)).toMatchObject([{ column: 'Rpeak [TFlop/s]', value: '5,4E+05' }])
    expect(lost(report)[0]?.message).toContain('with 2 digits at most')
  })

  test('are told from six digits down, and not of the seven and more of programs that keep them all', () => {
    expect(lost(saved(['Rmax [TFlop/s]'], (value) => scientific(value, 5)))).toHaveLength(1)
    expect(lost(saved(['Rmax [TFlop/s]'], (value) => scientific(value, 6)))).toEqual([])
    expect(lost(saved(['Rmax [TFlop/s]'], String))).toEqual([])
  })
})

describe.runIf(caseFolder)('../shared/cases', () => {
  test('15: the columns in scientific notation are told, with 344 systems in ties where the list has 155', () => {
    const outcome = importList(caseFile('15-').bytes, { fileName: 'TOP500_202111.csv' })
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.error))
    expect(lost(outcome.value).map(({ column }) => column)).toEqual([
      'Total Cores',
      'Rmax [TFlop/s]',
      'Rpeak [TFlop/s]',
      'Power [kW]',
    ])
    expect(lost(outcome.value)[1]?.message).toContain('344 systems have the same Rmax')
  })
})
