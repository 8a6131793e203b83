import type { EditionId } from './edition'
import type { Field, System } from './system'

/** How a column's cells are read. `whole` and `number` are figures, `name` is text, `id` is a figure or text kept as text. */
export type CellKind = 'whole' | 'number' | 'name' | 'id'

/** What a figure measures, for its units. */
export type Quantity = 'flops' | 'power' | 'energy-efficiency' | 'frequency' | 'memory'

/**
 * One field of a system: what it is called, in which unit it is kept, how the lists print it, and how it is read.
 * `headers` are names as printed, without a unit in brackets; letter case and spacing do not matter.
 */
export type FieldRow = {
  key: Field
  /** As tables, tooltips and sentences call it, without its unit: `Total cores`. */
  label: string
  /** The header in our own CSV files, as the newest lists print it, without its unit: `Total Cores`. */
  header: string
  /** The unit in which it is kept, as the lists print it: `TFlop/s`; see {@link unitWords}. */
  unit?: string
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

/** Units as this product writes them in words, where the lists' own headers spell them otherwise. */
const WORDS: Readonly<Record<string, string>> = { 'TFlop/s': 'Tflop/s', 'GFlops/W': 'Gflops/W' }

/** A unit in words: `Tflop/s` for the lists' `TFlop/s`. */
export function unitWords(unit: string | null | undefined): string | null {
  return unit ? (WORDS[unit] ?? unit) : null
}

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

/** THE table of fields, in the order of our own CSV files. A new age of the list is a new header here. */
export const FIELDS: readonly FieldRow[] = [
  { key: 'rank', label: 'Rank', header: 'Rank', headers: ['Rank'], kind: 'whole', need: 'always' },
  {
    key: 'previousRank',
    label: 'Previous rank',
    header: 'Previous Rank',
    headers: ['Previous Rank'],
    kind: 'whole',
    from: '2012-06',
    missing: NO_RANK,
  },
  {
    key: 'firstAppearance',
    label: 'First appearance',
    header: 'First Appearance',
    headers: ['First Appearance'],
    kind: 'whole',
    from: '2012-06',
    missing: NO_RANK,
  },
  {
    key: 'firstRank',
    label: 'First rank',
    header: 'First Rank',
    headers: ['First Rank'],
    kind: 'whole',
    from: '2012-06',
    missing: NO_RANK,
  },
  {
    key: 'name',
    label: 'System',
    header: 'Name',
    headers: ['Name', 'System Name'],
    kind: 'name',
    from: '2011-11',
  },
  { key: 'computer', label: 'Computer', header: 'Computer', headers: ['Computer'], kind: 'name' },
  {
    key: 'site',
    label: 'Site',
    header: 'Site',
    headers: ['Site', 'Installation Site', 'Installation Site Name'],
    kind: 'name',
    need: 'wanted',
  },
  {
    key: 'manufacturer',
    label: 'Manufacturer',
    header: 'Manufacturer',
    headers: ['Manufacturer'],
    kind: 'name',
    need: 'wanted',
  },
  {
    key: 'country',
    label: 'Country',
    header: 'Country',
    headers: ['Country'],
    kind: 'name',
    need: 'wanted',
  },
  {
    key: 'year',
    label: 'Year',
    header: 'Year',
    headers: ['Year'],
    kind: 'whole',
    missing: NO_ZERO,
  },
  { key: 'segment', label: 'Segment', header: 'Segment', headers: ['Segment'], kind: 'name' },
  {
    key: 'cores',
    label: 'Total cores',
    header: 'Total Cores',
    headers: ['Total Cores', 'Cores', 'Processors', 'Number of Processors'],
    kind: 'whole',
    missing: NO_ZERO,
  },
  {
    key: 'acceleratorCores',
    label: 'Accelerator cores',
    header: 'Accelerator Cores',
    headers: ['Accelerator Cores', 'Accelerator/Co-Processor Cores'],
    kind: 'whole',
    from: '2011-11',
    missing: NO_UNITS,
  },
  {
    key: 'rmax',
    label: 'Rmax',
    header: 'Rmax',
    unit: 'TFlop/s',
    headers: ['Rmax'],
    kind: 'number',
    quantity: 'flops',
    need: 'always',
  },
  {
    key: 'rpeak',
    label: 'Rpeak',
    header: 'Rpeak',
    unit: 'TFlop/s',
    headers: ['Rpeak'],
    kind: 'number',
    quantity: 'flops',
    need: 'wanted',
    missing: NO_ZERO,
  },
  { key: 'nmax', label: 'Nmax', header: 'Nmax', headers: ['Nmax'], kind: 'whole', missing: NO_RUN },
  {
    key: 'nhalf',
    label: 'Nhalf',
    header: 'Nhalf',
    headers: ['Nhalf', 'N1/2'],
    kind: 'whole',
    missing: NO_RUN,
  },
  {
    key: 'hpcg',
    label: 'HPCG',
    header: 'HPCG',
    unit: 'TFlop/s',
    headers: ['HPCG'],
    kind: 'number',
    from: '2017-06',
    quantity: 'flops',
    missing: NO_ZERO,
  },
  {
    key: 'power',
    label: 'Power',
    header: 'Power',
    unit: 'kW',
    headers: ['Power'],
    kind: 'number',
    from: '2008-06',
    quantity: 'power',
    missing: NO_POWER,
  },
  {
    key: 'powerSource',
    label: 'Power source',
    header: 'Power Source',
    headers: ['Power Source'],
    kind: 'name',
    from: '2016-11',
  },
  {
    key: 'energyEfficiency',
    label: 'Energy efficiency',
    header: 'Energy Efficiency',
    unit: 'GFlops/W',
    headers: ['Energy Efficiency', 'Power Efficiency', 'Power Effeciency', 'Mflops/Watt'],
    kind: 'number',
    from: '2011-11',
    quantity: 'energy-efficiency',
    missing: NO_ZERO,
  },
  {
    key: 'memory',
    label: 'Memory',
    header: 'Memory',
    unit: 'GB',
    headers: ['Memory'],
    kind: 'number',
    from: '2020-11',
    quantity: 'memory',
    missing: NO_ZERO,
  },
  {
    key: 'architecture',
    label: 'Architecture',
    header: 'Architecture',
    headers: ['Architecture'],
    kind: 'name',
  },
  {
    key: 'processor',
    label: 'Processor',
    header: 'Processor',
    headers: ['Processor'],
    kind: 'name',
  },
  {
    key: 'processorTechnology',
    label: 'Processor technology',
    header: 'Processor Technology',
    headers: ['Processor Technology', 'Processor Family'],
    kind: 'name',
  },
  {
    key: 'processorSpeed',
    label: 'Processor speed',
    header: 'Processor Speed',
    unit: 'MHz',
    headers: ['Processor Speed', 'Proc. Frequency'],
    kind: 'number',
    quantity: 'frequency',
    missing: NO_ZERO,
  },
  {
    key: 'operatingSystem',
    label: 'Operating system',
    header: 'Operating System',
    headers: ['Operating System'],
    kind: 'name',
  },
  {
    key: 'osFamily',
    label: 'OS family',
    header: 'OS Family',
    headers: ['OS Family'],
    kind: 'name',
    from: '2011-11',
  },
  {
    key: 'accelerator',
    label: 'Accelerator',
    header: 'Accelerator',
    headers: ['Accelerator', 'Accelerator/Co-Processor'],
    kind: 'name',
    from: '2011-06',
  },
  {
    key: 'coresPerSocket',
    label: 'Cores per socket',
    header: 'Cores per Socket',
    headers: ['Cores per Socket', 'Processor Cores'],
    kind: 'whole',
    from: '2010-06',
    missing: NO_ZERO,
  },
  {
    key: 'processorGeneration',
    label: 'Processor generation',
    header: 'Processor Generation',
    headers: ['Processor Generation'],
    kind: 'name',
    from: '2011-11',
  },
  {
    key: 'systemModel',
    label: 'System model',
    header: 'System Model',
    headers: ['System Model'],
    kind: 'name',
    from: '2008-06',
  },
  {
    key: 'systemFamily',
    label: 'System family',
    header: 'System Family',
    headers: ['System Family'],
    kind: 'name',
  },
  {
    key: 'interconnectFamily',
    label: 'Interconnect family',
    header: 'Interconnect Family',
    headers: ['Interconnect Family'],
    kind: 'name',
  },
  {
    key: 'interconnect',
    label: 'Interconnect',
    header: 'Interconnect',
    headers: ['Interconnect'],
    kind: 'name',
  },
  {
    key: 'applicationArea',
    label: 'Application area',
    header: 'Application Area',
    headers: ['Application Area'],
    kind: 'name',
    until: '2011-06',
  },
  {
    key: 'region',
    label: 'Region',
    header: 'Region',
    headers: ['Region'],
    kind: 'name',
    until: '2019-11',
  },
  {
    key: 'continent',
    label: 'Continent',
    header: 'Continent',
    headers: ['Continent'],
    kind: 'name',
  },
  {
    key: 'siteId',
    label: 'Site ID',
    header: 'Site ID',
    headers: ['Site ID'],
    kind: 'id',
    from: '2017-11',
  },
  {
    key: 'systemId',
    label: 'System ID',
    header: 'System ID',
    headers: ['System ID'],
    kind: 'id',
    from: '2017-11',
  },
  {
    key: 'measuredSize',
    label: 'Measured size',
    header: 'Measured Size',
    headers: ['Measured Size'],
    kind: 'whole',
    from: '2010-06',
    until: '2010-06',
    sparse: true,
    missing: NO_ZERO,
  },
]

const BY_KEY = new Map(FIELDS.map((field) => [field.key, field]))

/** The row of a field. */
export function fieldOf(key: Field): FieldRow {
  const field = BY_KEY.get(key)
  if (!field) throw new Error(`There is no field ${key}.`)
  return field
}

/** Whether a field holds figures rather than text. */
export function holdsFigures({ kind }: Pick<FieldRow, 'kind'>): boolean {
  return kind === 'whole' || kind === 'number'
}

/** A field's header with its unit, as the columns of our own CSV files have it: `Rmax [TFlop/s]`. */
export function headerOf({ header, unit }: Pick<FieldRow, 'header' | 'unit'>): string {
  return unit ? `${header} [${unit}]` : header
}

/** The fields that some systems give; those that nearly no list prints only where a system gives them. */
export function fieldsOf(systems: readonly System[]): readonly FieldRow[] {
  return FIELDS.filter(({ key, sparse }) => !sparse || systems.some((one) => one[key] !== null))
}
