import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { COLUMNS, readHeader } from '@/lib/list/columns'

const field = (text: string) => {
  const { column } = readHeader(text)
  return column === 'derived' ? 'derived' : (column?.field ?? null)
}
const unit = (text: string) => {
  const { unit } = readHeader(text)
  return unit === 'unknown' ? 'unknown' : (unit?.label ?? null)
}

describe('a header', () => {
  test.each([
    ['Processors', 'cores'],
    ['Cores', 'cores'],
    ['Total Cores', 'cores'],
    ['Processor Cores', 'coresPerSocket'],
    ['RMax', 'rmax'],
    ['Rmax', 'rmax'],
    ['Rmax [TFlop/s]', 'rmax'],
    ['Proc. Frequency', 'processorSpeed'],
    ['Processor Speed (MHz)', 'processorSpeed'],
    ['Processor Family', 'processorTechnology'],
    ['Accelerator', 'accelerator'],
    ['Accelerator/Co-Processor', 'accelerator'],
    ['Accelerator Cores', 'acceleratorCores'],
    ['Accelerator/Co-Processor Cores', 'acceleratorCores'],
    ['Mflops/Watt', 'energyEfficiency'],
    ['Power Effeciency [GFlops/Watts]', 'energyEfficiency'],
    ['Power Efficiency [GFlops/Watts]', 'energyEfficiency'],
    ['Energy Efficiency [GFlops/Watts]', 'energyEfficiency'],
    ['Power', 'power'],
    ['Power (kW)', 'power'],
    ['Power Source', 'powerSource'],
    ['Effeciency (%)', 'derived'],
    ['Efficiency (%)', 'derived'],
    ['Site ID', 'siteId'],
  ])('of a published list, “%s”, is the column %s', (header, wanted) => {
    expect(field(header)).toBe(wanted)
  })

  test.each([
    ['RMAX [tflop/s]', 'rmax', 'TFlop/s'],
    ['  r max(TFlops) ', 'rmax', 'TFlop/s'],
    ['rmax_gflops', 'rmax', 'GFlop/s'],
    ['Rpeak PFlop/s', 'rpeak', 'PFlop/s'],
    ['Power [MW]', 'power', 'MW'],
    ['processor speed (GHz)', 'processorSpeed', 'GHz'],
    ['MFLOPS/W', null, null],
    ['total\u00a0cores', 'cores', null],
    ['accelerator co-processor cores', 'acceleratorCores', null],
  ])('in other case, spacing or unit, “%s”, is %s in %s', (header, wanted, label) => {
    expect([field(header), unit(header)]).toEqual([wanted, label])
  })

  test('with a unit that is no unit of its column says so', () => {
    expect(unit('Rmax [miles]')).toBe('unknown')
    expect(unit('Rmax [kW]')).toBe('unknown')
    expect(unit('Rmax')).toBe(null)
  })

  test.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'Rmax2',
    'Ranking',
    '',
    '('.repeat(100_000),
  ])('that no age has, like “%.20s”, is no column', (header) => {
    expect(readHeader(header)).toEqual({ column: null, unit: null })
  })
})

describe('the table of columns', () => {
  test('names each field, each header and each label once', () => {
    const fields = COLUMNS.map((column) => column.field)
    const headers = COLUMNS.flatMap((column) => column.headers.map((text) => text.toLowerCase()))
    expect(new Set(fields).size).toBe(fields.length)
    expect(new Set(headers).size).toBe(headers.length)
  })

  test('reads every label of our own CSV as its own column, with its unit', () => {
    for (const { field: wanted, label, quantity } of COLUMNS) {
      expect(field(label)).toBe(wanted)
      expect(unit(label) === null).toBe(quantity === undefined)
    }
  })

  test('is what data/README.md documents, column for column', () => {
    const readme = readFileSync(
      fileURLToPath(new URL('../../data/README.md', import.meta.url)),
      'utf8',
    )
    const documented = [...readme.matchAll(/^\| `([^`]+)` \|/gm)].map(([, label]) => label)
    expect(documented).toEqual(COLUMNS.map(({ label }) => label))
  })
})
