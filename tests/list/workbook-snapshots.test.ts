import { read } from 'hucre'
import { describe, expect, test } from 'vitest'
import { writeList } from '@/lib/list/csv'
import { importList } from '@/lib/list/import'
import type { Field, System } from '@/lib/model/system'
import { readBiff5 } from './biff5'
import { snapshot, snapshotText } from './snapshots'
import { workbookFolder, workbooks } from './workbooks'

/**
 * What the published files say, written out here a second time so that the product's own table of columns is held
 * against it: header as printed → field, and by which power of ten a figure reaches our unit.
 */
const PRINTED: Readonly<Record<string, readonly [Field, number]>> = {
  Rank: ['rank', 0],
  'Previous Rank': ['previousRank', 0],
  'First Appearance': ['firstAppearance', 0],
  'First Rank': ['firstRank', 0],
  Name: ['name', 0],
  Computer: ['computer', 0],
  Site: ['site', 0],
  Manufacturer: ['manufacturer', 0],
  Country: ['country', 0],
  Year: ['year', 0],
  Segment: ['segment', 0],
  Processors: ['cores', 0],
  Cores: ['cores', 0],
  'Total Cores': ['cores', 0],
  'Accelerator Cores': ['acceleratorCores', 0],
  'Accelerator/Co-Processor Cores': ['acceleratorCores', 0],
  RMax: ['rmax', -3],
  Rmax: ['rmax', -3],
  'Rmax [TFlop/s]': ['rmax', 0],
  RPeak: ['rpeak', -3],
  Rpeak: ['rpeak', -3],
  'Rpeak [TFlop/s]': ['rpeak', 0],
  Nmax: ['nmax', 0],
  Nhalf: ['nhalf', 0],
  'HPCG [TFlop/s]': ['hpcg', 0],
  Power: ['power', 0],
  'Power (kW)': ['power', 0],
  'Power Source': ['powerSource', 0],
  'Mflops/Watt': ['energyEfficiency', -3],
  'Power Effeciency [GFlops/Watts]': ['energyEfficiency', 0],
  'Power Efficiency [GFlops/Watts]': ['energyEfficiency', 0],
  'Energy Efficiency [GFlops/Watts]': ['energyEfficiency', 0],
  Memory: ['memory', 0],
  Architecture: ['architecture', 0],
  Processor: ['processor', 0],
  'Processor Family': ['processorTechnology', 0],
  'Processor Technology': ['processorTechnology', 0],
  'Proc. Frequency': ['processorSpeed', 0],
  'Processor Speed (MHz)': ['processorSpeed', 0],
  'Operating System': ['operatingSystem', 0],
  'OS Family': ['osFamily', 0],
  Accelerator: ['accelerator', 0],
  'Accelerator/Co-Processor': ['accelerator', 0],
  'Processor Cores': ['coresPerSocket', 0],
  'Cores per Socket': ['coresPerSocket', 0],
  'Processor Generation': ['processorGeneration', 0],
  'System Model': ['systemModel', 0],
  'System Family': ['systemFamily', 0],
  'Interconnect Family': ['interconnectFamily', 0],
  Interconnect: ['interconnect', 0],
  'Application Area': ['applicationArea', 0],
  Region: ['region', 0],
  Continent: ['continent', 0],
  'Site ID': ['siteId', 0],
  'System ID': ['systemId', 0],
  'Measured Size': ['measuredSize', 0],
}
/** Rmax over Rpeak in percent: the only printed column that is not kept. */
const NOT_KEPT = ['Effeciency (%)', 'Efficiency (%)']
const IDENTITIES: readonly Field[] = ['siteId', 'systemId']

/** A figure of the workbook in our unit, its digits moved as text. */
function inOurUnit(value: number, power: number): number {
  if (power === 0) return value
  const [whole = '', fraction = ''] = String(value).split('.')
  const digits = whole.padStart(4, '0') + fraction
  const point = digits.length - fraction.length + power
  return Number(`${digits.slice(0, point)}.${digits.slice(point)}`)
}

/** What the snapshot must say for a cell: 0 and -1 stand for nothing everywhere, names lose stray spaces. */
function expected(cell: unknown, field: Field, power: number): string | number | null {
  if (cell === null || cell === undefined || cell === '') return null
  if (typeof cell === 'number' && IDENTITIES.includes(field)) return String(cell)
  if (typeof cell === 'number') return cell <= 0 ? null : inOurUnit(cell, power)
  const text = String(cell)
    .replace(/[\u00ad\u200b]/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
  return text === '' ? null : text
}

const without = (system: System, fields: ReadonlySet<string>) =>
  Object.entries(system).flatMap(([field, value]) =>
    fields.has(field) || value === null ? [] : [`${field} ${value}`],
  )

if (workbookFolder === null) {
  test('the published workbooks are not at hand, so snapshots are not held against them here', () => {
    expect(workbooks).toEqual([])
  })
} else {
  describe('what a published workbook says is what its snapshot says, cell for cell', () => {
    test('all 67 published workbooks are compared', () => {
      expect(workbooks).toHaveLength(67)
    })

    test.each(workbooks)('$fileName', async ({ edition, bytes }) => {
      // Until 2009 the files are BIFF5, which hucre does not read.
      const rows =
        edition < '2010-01' ? readBiff5(bytes()) : ((await read(bytes())).sheets[0]?.rows ?? [])
      const headerRow = rows.findIndex((row) => row[0] === 'Rank')
      const header = (rows[headerRow] ?? []).map(String)
      const printed = rows.slice(headerRow + 1).filter((row) => typeof row[0] === 'number')
      expect(header.filter((name) => !PRINTED[name])).toEqual(
        header.filter((name) => NOT_KEPT.includes(name)),
      )

      const wanted = printed.map((row) =>
        header.flatMap((name, index) => {
          const [field, power] = PRINTED[name] ?? []
          return field ? [`${field} ${expected(row[index], field, power ?? 0)}`] : []
        }),
      )
      const systems = snapshot(edition)
      const kept = systems.map((system) =>
        header.flatMap((name) => {
          const [field] = PRINTED[name] ?? []
          return field ? [`${field} ${system[field]}`] : []
        }),
      )
      expect(wanted).toHaveLength(500)
      expect(kept).toEqual(wanted)

      const fields = new Set<string>(header.flatMap((name) => PRINTED[name]?.[0] ?? []))
      expect(systems.flatMap((system) => without(system, fields))).toEqual([])
    })
  })
  describe('importing a published workbook again', () => {
    /** What is truly odd in the published files; everything else must be taken without a word. */
    const odd: Readonly<Record<string, readonly string[]>> = {
      '1993-06': ['warning garbled-letters 162 Site'],
      '1993-11': ['warning garbled-letters 147 Site'],
      '1994-06': ['warning garbled-letters 202 Site'],
      '1994-11': ['warning garbled-letters 257 Site'],
      '1995-06': ['warning garbled-letters 429 Site'],
      '1996-06': [
        ...[
          12, 13, 26, 27, 28, 32, 33, 43, 62, 63, 64, 65, 113, 167, 369, 370, 371, 372, 373, 374,
        ].map((row) => `warning rmax-above-rpeak ${row} RMax`),
        'warning more-findings null null',
      ],
      '1997-11': ['warning garbled-letters 403 Site'],
      '2003-11': ['warning garbled-letters 229 Site'],
      '1997-06': ['warning garbled-letters 353 Site'],
      '2004-06': ['warning garbled-letters 477 Site'],
      '2019-11': ['warning rmax-above-rpeak 245 Rmax [TFlop/s]'],
      '2020-06': ['warning rmax-above-rpeak 292 Rmax [TFlop/s]'],
    }

    test.each(workbooks)(
      '$fileName gives its snapshot byte for byte and nothing to mend',
      ({ edition, fileName, bytes }) => {
        const report = importList(bytes(), { fileName })
        if (!report.ok) throw new Error(JSON.stringify(report.error))
        const { issues, edition: list, rmaxUnit } = report.value
        const said = issues.map(
          ({ severity, code, row, column }) => `${severity} ${code} ${row} ${column}`,
        )
        expect(said).toEqual(odd[edition] ?? [])
        expect(list ? writeList(list.systems) : null).toBe(snapshotText(edition))
        expect(rmaxUnit).toEqual(
          edition < '2017-06'
            ? { label: 'GFlop/s', from: 'age' }
            : { label: 'TFlop/s', from: 'header' },
        )
      },
    )
  })
}
