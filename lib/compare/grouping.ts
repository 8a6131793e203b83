import {
  ACCELERATED,
  ACCELERATOR_FAMILIES,
  ACCELERATOR_MAKERS,
} from '../../data/families/accelerator'
import { INTERCONNECT_CLASSES, INTERCONNECTS } from '../../data/families/interconnect'
import { OPERATING_SYSTEMS } from '../../data/families/operating-system'
import { PROCESSOR_MAKERS } from '../../data/families/processor-maker'
import type { EditionId } from '../model/edition'
import type { FamilyTable } from '../model/family'
import type { NamedField } from '../model/name'
import type { Field, System } from '../model/system'
import { familyOf } from '../names/family'
import { namesOf } from '../names/name'
import { type Counting, countedNames, countedSystems } from './counting'
import { countryWithin } from './title'

/** One way to sort the systems of a list into groups. */
export type Dimension = {
  /** In links: `?group=country`. */
  key: string
  /** `country`, as in “systems by country”. */
  label: string
  /** `countries`. */
  plural: string
  /**
   * The groups of a row, by name: several for joint makers, none where the list does not give it.
   * Names that no ledger or table knows are groups under the printed text.
   */
  of: (system: System, edition: EditionId) => readonly string[]
  /** Whether a system can be in several groups, as joint makers are; how it counts then is the reader's choice. */
  joint?: true
  /** The column whose texts the ledger of names replaces. */
  named?: NamedField
  /** A group as the end of “systems …”; `of the … name` where absent. */
  words?: (name: string) => string
  /** What a reader must know of the groups. */
  note?: string
}

const NONE: readonly string[] = []

const byName = (field: NamedField) => (system: System, edition: EditionId) =>
  namesOf(field, system, edition).map(({ name }) => name)

const byFamily = (table: FamilyTable) => (system: System, edition: EditionId) =>
  familyOf(table, system, edition)?.members ?? NONE

const asPrinted = (field: Field) => (system: System) => {
  const value = system[field]
  return value === null ? NONE : [String(value)]
}

/** THE table of groupings, in the order in which they are offered. */
export const DIMENSIONS: readonly Dimension[] = [
  {
    key: 'country',
    label: 'country',
    plural: 'countries',
    named: 'country',
    of: byName('country'),
    words: (name) => `in ${countryWithin(name)}`,
  },
  {
    key: 'continent',
    label: 'continent',
    plural: 'continents',
    named: 'continent',
    of: byName('continent'),
    words: (name) => `in ${name}`,
  },
  { key: 'segment', label: 'segment', plural: 'segments', of: asPrinted('segment') },
  {
    key: 'manufacturer',
    label: 'maker',
    plural: 'makers',
    named: 'manufacturer',
    of: byName('manufacturer'),
    words: (name) => `built by ${name}`,
    joint: true,
  },
  {
    key: 'site',
    label: 'site',
    plural: 'sites',
    named: 'site',
    of: byName('site'),
    words: (name) => `at ${name}`,
  },
  {
    key: 'processor-maker',
    label: 'processor maker',
    plural: 'processor makers',
    of: byFamily(PROCESSOR_MAKERS),
    words: (name) => `with processors by ${name}`,
  },
  {
    key: 'accelerated',
    label: 'use of accelerators',
    plural: 'accelerated systems and others',
    of: byFamily(ACCELERATED),
    words: (name) => `${name.charAt(0).toLowerCase()}${name.slice(1)}`,
    note: 'Accelerators are printed from June 2011 on.',
  },
  {
    key: 'accelerator-maker',
    label: 'accelerator maker',
    plural: 'accelerator makers',
    of: byFamily(ACCELERATOR_MAKERS),
    words: (name) => `with accelerators by ${name}`,
    joint: true,
    note: 'Accelerators are printed from June 2011 on.',
  },
  {
    key: 'accelerator-family',
    label: 'accelerator family',
    plural: 'accelerator families',
    of: byFamily(ACCELERATOR_FAMILIES),
    words: (name) => `with ${name} accelerators`,
    joint: true,
    note: 'Accelerators are printed from June 2011 on.',
  },
  {
    key: 'interconnect',
    label: 'interconnect family',
    plural: 'interconnect families',
    of: byFamily(INTERCONNECTS),
    words: (name) => `with ${name} as interconnect`,
    note: 'The lists print Slingshot under Gigabit Ethernet, and no interconnect for most systems until 2003.',
  },
  {
    key: 'interconnect-class',
    label: 'interconnect class',
    plural: 'interconnect classes',
    of: byFamily(INTERCONNECT_CLASSES),
    note: 'The lists print Slingshot under Gigabit Ethernet, and no interconnect for most systems until 2003.',
  },
  {
    key: 'architecture',
    label: 'architecture',
    plural: 'architectures',
    of: asPrinted('architecture'),
  },
  {
    key: 'os',
    label: 'operating system family',
    plural: 'operating system families',
    of: byFamily(OPERATING_SYSTEMS),
    words: (name) => `that run ${name}`,
    note: 'Until June 2011 the family follows from the operating system that is printed.',
  },
  {
    key: 'year',
    label: 'year of installation',
    plural: 'years of installation',
    of: asPrinted('year'),
    words: (name) => `installed in ${name}`,
  },
]

/** A group of a dimension as the end of “systems …”: `in China`, `with accelerators by NVIDIA`. */
export function groupWords(dimension: Dimension, name: string): string {
  return dimension.words?.(name) ?? `of the ${dimension.label} ${name}`
}

/** The dimension of a key; null for any other text. */
export function dimensionOf(key: string): Dimension | null {
  return DIMENSIONS.find((one) => one.key === key) ?? null
}

/** The systems of a list by group. */
export type Grouped = {
  /** In the order of the first system of each. */
  groups: ReadonlyMap<string, readonly System[]>
  /** Systems of which the list does not give it. */
  unknown: readonly System[]
  /** All systems that count, each once. */
  counted: readonly System[]
}

/** Sorts the systems of a list into groups. A system of several groups counts as `counting` says. */
export function groupSystems(
  systems: readonly System[],
  edition: EditionId,
  dimension: Dimension,
  counting: Counting,
): Grouped {
  const counted = countedSystems(systems, counting.copies)
  const groups = new Map<string, System[]>()
  const unknown: System[] = []
  for (const system of counted) {
    const names = countedNames(dimension.of(system, edition), counting.joint)
    if (names.length === 0) unknown.push(system)
    for (const name of names) {
      const group = groups.get(name)
      if (group) group.push(system)
      else groups.set(name, [system])
    }
  }
  return { groups, unknown, counted }
}
