import type { EditionId } from '../model/edition'
import type { Field } from '../model/system'

/** How a column's cells are read. `whole` and `number` are figures, `name` is text, `id` is a figure or text kept as text. */
export type CellKind = 'whole' | 'number' | 'name' | 'id'

/** What a figure measures, for its units. */
export type Quantity = 'flops' | 'power' | 'energy-efficiency' | 'frequency' | 'memory'

/**
 * One column of the published lists, in all its ages.
 * `headers` are names as printed, without a unit in brackets; letter case and spacing do not matter.
 */
export type Column = {
  field: Field
  /** Header in our own CSV files, with its unit. */
  label: string
  headers: readonly string[]
  kind: CellKind
  quantity?: Quantity
  /** `always`: a table without this column is no list. `wanted`: every published list has it, its absence is told. */
  need?: 'always' | 'wanted'
  /** The lists that print it; from the first and to the latest where open. */
  from?: EditionId
  until?: EditionId
  /** Our own files hold this column only where a row gives it: it stands on one list, and others need not carry it. */
  sparse?: true
  /** Figures that stand for “not given”, with the reason. */
  missing?: { printed: readonly number[]; because: string }
}

/** A unit as headers write it: what it measures and by which power of ten it reaches the unit of `System`. */
export type Unit = { names: readonly string[]; label: string; quantity: Quantity; power: number }

/** Every unit that a header may name. The unit inside is the one with power 0. */
export const UNITS: readonly Unit[] = [
  { names: ['mflop/s', 'mflops', 'mflops/s'], label: 'MFlop/s', quantity: 'flops', power: -6 },
  { names: ['gflop/s', 'gflops', 'gflops/s'], label: 'GFlop/s', quantity: 'flops', power: -3 },
  { names: ['tflop/s', 'tflops', 'tflops/s'], label: 'TFlop/s', quantity: 'flops', power: 0 },
  { names: ['pflop/s', 'pflops', 'pflops/s'], label: 'PFlop/s', quantity: 'flops', power: 3 },
  { names: ['eflop/s', 'eflops', 'eflops/s'], label: 'EFlop/s', quantity: 'flops', power: 6 },
  { names: ['w', 'watt', 'watts'], label: 'W', quantity: 'power', power: -3 },
  { names: ['kw', 'kilowatt', 'kilowatts'], label: 'kW', quantity: 'power', power: 0 },
  { names: ['mw', 'megawatt', 'megawatts'], label: 'MW', quantity: 'power', power: 3 },
  {
    names: ['mflops/watt', 'mflops/watts', 'mflops/w'],
    label: 'MFlops/W',
    quantity: 'energy-efficiency',
    power: -3,
  },
  {
    names: ['gflops/watt', 'gflops/watts', 'gflops/w'],
    label: 'GFlops/W',
    quantity: 'energy-efficiency',
    power: 0,
  },
  { names: ['mhz'], label: 'MHz', quantity: 'frequency', power: 0 },
  { names: ['ghz'], label: 'GHz', quantity: 'frequency', power: 3 },
  { names: ['gb', 'gbyte'], label: 'GB', quantity: 'memory', power: 0 },
]

/**
 * Units that the lists use without a word, by age. Rmax and Rpeak are GFlop/s until November 2016;
 * from June 2017 the header says so (facts of the published files).
 */
export const SILENT_UNITS: readonly {
  quantity: Quantity
  until?: EditionId
  power: number
  label: string
}[] = [
  { quantity: 'flops', until: '2016-11', power: -3, label: 'GFlop/s' },
  { quantity: 'power', power: 0, label: 'kW' },
  { quantity: 'energy-efficiency', power: 0, label: 'GFlops/W' },
  { quantity: 'frequency', power: 0, label: 'MHz' },
  { quantity: 'memory', power: 0, label: 'GB' },
]

const NO_RUN = {
  printed: [0, -1, -2],
  because:
    'The lists until 2016 print 0 where no problem size was reported, one system has -1 from 2020 on, and one -2 on 2025-11.',
}
const NO_POWER = {
  printed: [0],
  because: 'The lists until June 2011 print 0 where no power was reported.',
}
const NO_UNITS = {
  printed: [0],
  because:
    'The lists until 2016 print 0 where later ones print nothing, on systems with an accelerator too.',
}
const NO_RANK = {
  printed: [0],
  because: 'Lists and ranks count from 1, so a 0 says that there is none.',
}
const NO_ZERO = {
  printed: [0],
  because: 'No computer has a 0 there, so a printed 0 says that the figure was not given.',
}

/** THE table of columns, in the order of our own CSV files. A new age of the list is a new header here. */
export const COLUMNS: readonly Column[] = [
  { field: 'rank', label: 'Rank', headers: ['Rank'], kind: 'whole', need: 'always' },
  {
    field: 'previousRank',
    label: 'Previous Rank',
    headers: ['Previous Rank'],
    kind: 'whole',
    from: '2012-06',
    missing: NO_RANK,
  },
  {
    field: 'firstAppearance',
    label: 'First Appearance',
    headers: ['First Appearance'],
    kind: 'whole',
    from: '2012-06',
    missing: NO_RANK,
  },
  {
    field: 'firstRank',
    label: 'First Rank',
    headers: ['First Rank'],
    kind: 'whole',
    from: '2012-06',
    missing: NO_RANK,
  },
  { field: 'name', label: 'Name', headers: ['Name', 'System Name'], kind: 'name', from: '2011-11' },
  { field: 'computer', label: 'Computer', headers: ['Computer'], kind: 'name' },
  {
    field: 'site',
    label: 'Site',
    headers: ['Site', 'Installation Site', 'Installation Site Name'],
    kind: 'name',
    need: 'wanted',
  },
  {
    field: 'manufacturer',
    label: 'Manufacturer',
    headers: ['Manufacturer'],
    kind: 'name',
    need: 'wanted',
  },
  { field: 'country', label: 'Country', headers: ['Country'], kind: 'name', need: 'wanted' },
  { field: 'year', label: 'Year', headers: ['Year'], kind: 'whole', missing: NO_ZERO },
  { field: 'segment', label: 'Segment', headers: ['Segment'], kind: 'name' },
  {
    field: 'cores',
    label: 'Total Cores',
    headers: ['Total Cores', 'Cores', 'Processors', 'Number of Processors'],
    kind: 'whole',
    missing: NO_ZERO,
  },
  {
    field: 'acceleratorCores',
    label: 'Accelerator Cores',
    headers: ['Accelerator Cores', 'Accelerator/Co-Processor Cores'],
    kind: 'whole',
    from: '2011-11',
    missing: NO_UNITS,
  },
  {
    field: 'rmax',
    label: 'Rmax [TFlop/s]',
    headers: ['Rmax'],
    kind: 'number',
    quantity: 'flops',
    need: 'always',
  },
  {
    field: 'rpeak',
    label: 'Rpeak [TFlop/s]',
    headers: ['Rpeak'],
    kind: 'number',
    quantity: 'flops',
    need: 'wanted',
    missing: NO_ZERO,
  },
  { field: 'nmax', label: 'Nmax', headers: ['Nmax'], kind: 'whole', missing: NO_RUN },
  {
    field: 'nhalf',
    label: 'Nhalf',
    headers: ['Nhalf', 'N1/2'],
    kind: 'whole',
    missing: NO_RUN,
  },
  {
    field: 'hpcg',
    label: 'HPCG [TFlop/s]',
    headers: ['HPCG'],
    kind: 'number',
    from: '2017-06',
    quantity: 'flops',
    missing: NO_ZERO,
  },
  {
    field: 'power',
    label: 'Power [kW]',
    headers: ['Power'],
    kind: 'number',
    from: '2008-06',
    quantity: 'power',
    missing: NO_POWER,
  },
  {
    field: 'powerSource',
    label: 'Power Source',
    headers: ['Power Source'],
    kind: 'name',
    from: '2016-11',
  },
  {
    field: 'energyEfficiency',
    label: 'Energy Efficiency [GFlops/W]',
    headers: ['Energy Efficiency', 'Power Efficiency', 'Power Effeciency', 'Mflops/Watt'],
    kind: 'number',
    from: '2011-11',
    quantity: 'energy-efficiency',
    missing: NO_ZERO,
  },
  {
    field: 'memory',
    label: 'Memory [GB]',
    headers: ['Memory'],
    kind: 'number',
    from: '2020-11',
    quantity: 'memory',
    missing: NO_ZERO,
  },
  { field: 'architecture', label: 'Architecture', headers: ['Architecture'], kind: 'name' },
  { field: 'processor', label: 'Processor', headers: ['Processor'], kind: 'name' },
  {
    field: 'processorTechnology',
    label: 'Processor Technology',
    headers: ['Processor Technology', 'Processor Family'],
    kind: 'name',
  },
  {
    field: 'processorSpeed',
    label: 'Processor Speed [MHz]',
    headers: ['Processor Speed', 'Proc. Frequency'],
    kind: 'number',
    quantity: 'frequency',
    missing: NO_ZERO,
  },
  {
    field: 'operatingSystem',
    label: 'Operating System',
    headers: ['Operating System'],
    kind: 'name',
  },
  { field: 'osFamily', label: 'OS Family', headers: ['OS Family'], kind: 'name', from: '2011-11' },
  {
    field: 'accelerator',
    label: 'Accelerator',
    headers: ['Accelerator', 'Accelerator/Co-Processor'],
    kind: 'name',
    from: '2011-06',
  },
  {
    field: 'coresPerSocket',
    label: 'Cores per Socket',
    headers: ['Cores per Socket', 'Processor Cores'],
    kind: 'whole',
    from: '2010-06',
    missing: NO_ZERO,
  },
  {
    field: 'processorGeneration',
    label: 'Processor Generation',
    headers: ['Processor Generation'],
    kind: 'name',
    from: '2011-11',
  },
  {
    field: 'systemModel',
    label: 'System Model',
    headers: ['System Model'],
    kind: 'name',
    from: '2008-06',
  },
  { field: 'systemFamily', label: 'System Family', headers: ['System Family'], kind: 'name' },
  {
    field: 'interconnectFamily',
    label: 'Interconnect Family',
    headers: ['Interconnect Family'],
    kind: 'name',
  },
  { field: 'interconnect', label: 'Interconnect', headers: ['Interconnect'], kind: 'name' },
  {
    field: 'applicationArea',
    label: 'Application Area',
    headers: ['Application Area'],
    kind: 'name',
    until: '2011-06',
  },
  { field: 'region', label: 'Region', headers: ['Region'], kind: 'name', until: '2019-11' },
  { field: 'continent', label: 'Continent', headers: ['Continent'], kind: 'name' },
  { field: 'siteId', label: 'Site ID', headers: ['Site ID'], kind: 'id', from: '2017-11' },
  { field: 'systemId', label: 'System ID', headers: ['System ID'], kind: 'id', from: '2017-11' },
  {
    field: 'measuredSize',
    label: 'Measured Size',
    headers: ['Measured Size'],
    kind: 'whole',
    from: '2010-06',
    until: '2010-06',
    sparse: true,
    missing: NO_ZERO,
  },
]

/** Columns of published lists that are not kept, because they follow from others: HPL efficiency is Rmax/Rpeak. */
export const DERIVED_HEADERS: readonly string[] = ['Efficiency', 'Effeciency']

/** A header cell taken apart. `unit` is null where the header names none, `'unknown'` where it names one we do not have. */
export type Header = { column: Column | 'derived' | null; unit: Unit | 'unknown' | null }

/** Letters and digits alone tell headers apart: letter case, spaces, punctuation and invisible characters do not. */
export function headerKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

const BY_HEADER = new Map<string, Column | 'derived'>([
  ...COLUMNS.flatMap((column) =>
    column.headers.map((header): [string, Column] => [headerKey(header), column]),
  ),
  ...DERIVED_HEADERS.map((header): [string, 'derived'] => [headerKey(header), 'derived']),
])
const BY_UNIT = new Map(
  UNITS.flatMap((unit) => unit.names.map((name) => [headerKey(name), unit] as const)),
)
/** `rmax_tflops`: every name of a measured column followed by every unit that it may have. */
const BY_HEADER_WITH_UNIT = new Map(
  COLUMNS.flatMap((column) =>
    column.headers.flatMap((header) =>
      UNITS.filter((unit) => unit.quantity === column.quantity).flatMap((unit) =>
        unit.names.map((name) => [headerKey(header + name), { column, unit }] as const),
      ),
    ),
  ),
)

/** No header of any age is longer than sixty letters; a longer cell is a note, whatever it begins with. */
const LONGEST_HEADER = 120

/**
 * Reads a header cell: `Rmax [TFlop/s]`, `power (kW)`, `rmax_tflops`, `Mflops/Watt`, `Effeciency (%)`.
 * @returns column null for a header that no age of the list has.
 */
export function readHeader(text: string): Header {
  if (text.length > LONGEST_HEADER) return { column: null, unit: null }
  const bracket = /^([^[(]*)[[(]([^\])]*)[\])]\s*$/u.exec(text)
  const name = bracket?.[1] ?? text
  const column = BY_HEADER.get(headerKey(name)) ?? null
  if (column === null) return BY_HEADER_WITH_UNIT.get(headerKey(text)) ?? { column, unit: null }
  if (column === 'derived') return { column, unit: null }
  const unit = BY_UNIT.get(headerKey(bracket?.[2] ?? name))
  if (unit) return { column, unit: unit.quantity === column.quantity ? unit : 'unknown' }
  return { column, unit: bracket && column.quantity ? 'unknown' : null }
}
