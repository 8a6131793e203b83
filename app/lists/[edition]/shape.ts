import { someRows } from '@/app/some-rows'
import { told } from '@/app/told'
import { formatCell, formatMoment, formatVersion } from '@/components/lists/format'
import type { ListPageProps } from '@/components/lists/list-page'
import {
  counted,
  formatFlops,
  formatFlopsPrinted,
  formatPrinted,
  formatShare,
} from '@/lib/compare/figure'
import {
  FILTERS,
  type Filter,
  type Filtered,
  filterChoices,
  filterSystems,
  filterWords,
  settleFiltered,
  writeFiltered,
} from '@/lib/link/filter'
import { systemHref } from '@/lib/link/story'
import { DEFAULT_VIEW, viewHref } from '@/lib/link/view'
import { sumRmax } from '@/lib/list/sum'
import { editionLabel, editionNumber } from '@/lib/model/edition'
import { FIELDS, type FieldRow, holdsFigures, unitWords } from '@/lib/model/field'
import { type Prose, prose } from '@/lib/model/prose'
import type { Field, System } from '@/lib/model/system'
import { rowKeyOf } from '@/lib/model/system-key'
import { findTies, rankLabel } from '@/lib/record/tie'
import type { KeptEdition, Version } from '@/lib/store/store'
import { shapeListLinks } from '../../list-links'
import { FIRST_SYSTEMS, type ListLink, listHref, listParams, listsHref } from '../link'
import { shapeThemes } from '../shape'

/** The columns that most people look for, in the order in which they read; the others are a link away. */
const MAIN: readonly Field[] = [
  ...(['rank', 'previousRank', 'name', 'site', 'country', 'rmax', 'rpeak', 'cores'] as const),
  ...(['power', 'energyEfficiency', 'manufacturer', 'accelerator', 'segment', 'year'] as const),
]

/** The columns that are shown: of those that a link asks for, the ones that the list gives anywhere. */
function columnsOf(systems: readonly System[], columns: ListLink['columns']): FieldRow[] {
  const given = FIELDS.filter(({ key }) => systems.some((system) => system[key] !== null))
  if (columns === 'all') return given
  const hasNames = given.some(({ key }) => key === 'name')
  return MAIN.flatMap((field) => {
    // Where systems have no names, they are known by their computers.
    const wanted = field === 'name' && !hasNames ? 'computer' : field
    return given.find(({ key }) => key === wanted) ?? []
  })
}

function shapeRows(
  { id: edition, systems: all }: KeptEdition,
  systems: readonly System[],
  columns: readonly FieldRow[],
  theme: ListLink['theme'],
): ListPageProps['rows'] {
  const ties = findTies(all)
  const hasComputers = columns.some(({ key }) => key === 'computer')
  const cellOf = (system: System, field: Field): ListPageProps['rows'][number]['cells'][number] => {
    if (field === 'rank') return { text: rankLabel(system.rank, ties), aside: null }
    if (field === 'name' && !hasComputers)
      return system.name === null
        ? { text: system.computer, aside: null }
        : { text: system.name, aside: system.computer }
    // A year is a name, not a quantity.
    const value = field === 'year' ? system.year?.toString() : system[field]
    return { text: formatCell(value ?? null), aside: null }
  }
  return systems.map((system) => ({
    rank: system.rank,
    href: systemHref(rowKeyOf(system, edition), theme),
    cells: columns.map(({ key }) => cellOf(system, key)),
  }))
}

function leadOf({ id, systems, version }: KeptEdition): Prose {
  const first = systems[0]
  const last = systems.at(-1)
  const whole = `${counted(systems.length, 'system')}, ${formatFlops(version.rmaxSum)} in all`
  if (!first?.rmax || !last?.rmax) return `${whole}.`
  const name = first.name ?? first.computer ?? first.site ?? 'a system without a name'
  return prose`${whole}, from ${{ name, system: rowKeyOf(first, id) }} with ${formatFlopsPrinted(first.rmax)} down to ${formatFlopsPrinted(last.rmax)} at rank ${String(last.rank)}.`
}

function originOf(version: Version): string {
  const { keptAt, fileName } = version
  if (keptAt === null) return 'Shown as published.'
  const from = fileName === null ? '' : ` from “${fileName}”`
  return `${formatVersion(version).replace(/^./, (letter) => letter.toUpperCase())}, saved ${formatMoment(keptAt)}${from}.`
}

/** Filters that have a menu on the page; links may ask for any, and what one asks for has a menu too. */
const MENUS = ['country', 'manufacturer', 'segment', 'accelerator-maker', 'interconnect']

function shapeMenu(
  filter: Filter,
  { id, systems }: KeptEdition,
  only: Filtered,
): ListPageProps['filter']['menus'][number] | null {
  const { dimension } = filter
  const now = only[dimension.key]
  if (now === undefined && !MENUS.includes(dimension.key)) return null
  const choices = filterChoices(filter, systems, id, only)
  if (choices.length === 0) return null
  return {
    parameter: dimension.key,
    label: dimension.label.replace(/^./, (letter) => letter.toUpperCase()),
    now: now ?? '',
    choices: [
      { value: '', label: 'all' },
      ...choices.map(({ name, systems: count }) => ({
        value: name,
        label: `${name} (${formatPrinted(count)})`,
      })),
    ],
  }
}

/** What the shown systems are, where they are some of the list’s. */
function partOf(list: KeptEdition, shown: readonly System[], only: Filtered): string | null {
  if (Object.keys(only).length === 0) return null
  const what = `systems ${filterWords(only)}`
  const all = counted(list.systems.length, 'system')
  if (shown.length === 0) return `The list has no ${what} among its ${all}.`
  const rmax = sumRmax(shown)
  const whole = sumRmax(list.systems)
  const share = whole > 0 ? `, ${formatShare(rmax / whole)} of the list’s Rmax` : ''
  return `${formatPrinted(shown.length)} of the list’s ${all}: ${what}, with ${formatFlops(rmax)} in all${share}.`
}

/** What the page of a list shows. @param lists the lists that are there, oldest first. */
export function shapeList(
  list: KeptEdition,
  lists: readonly Version[],
  link: ListLink,
): ListPageProps {
  const { id, systems, version } = list
  const { theme } = link
  const only = settleFiltered(link.only, systems, id)
  const shown = filterSystems(systems, id, only)
  const { rows, more: moreRows } = someRows(shown, link.rows, {
    few: FIRST_SYSTEMS,
    noun: 'system',
    href: (asked) => `${listHref(id, { ...link, only, rows: asked })}#systems`,
  })
  const columns = columnsOf(systems, link.columns)
  const given = columnsOf(systems, 'all').length
  const api = `/api/lists/${id}`
  const part = String(writeFiltered(only))
  const file = (extension: string) => `${api}.${extension}${part ? `?${part}` : ''}`
  return {
    label: editionLabel(id),
    number: editionNumber(id),
    lead: told(leadOf(list), theme),
    origin: originOf(version),
    listLinks: shapeListLinks(
      id,
      lists.map(({ edition }) => edition),
      (edition) => listHref(edition, { ...link, rows: 'some', only }),
      null,
    ),
    compare: viewHref(DEFAULT_VIEW, { list: id, theme }),
    versions: listsHref(id, { theme }),
    allLists: listsHref(null, { theme }),
    downloads: [
      { label: part ? 'CSV of these systems' : 'CSV', href: file('csv') },
      { label: part ? 'JSON of these systems' : 'JSON', href: file('json') },
      ...(version.sourceHash ? [{ label: 'Original file', href: `${api}/source` }] : []),
    ],
    columns: columns.map((field) => ({
      key: field.key,
      label: field.label,
      unit: unitWords(field.unit),
      numeric: holdsFigures(field),
    })),
    filter: {
      action: `/lists/${id}`,
      menus: FILTERS.flatMap((filter) => shapeMenu(filter, list, only) ?? []),
      hidden: [...listParams({ ...link, rows: 'some', only: {} })].map(([name, value]) => ({
        name,
        value,
      })),
      said: partOf(list, shown, only),
      all: { label: 'Show all systems', href: listHref(id, { ...link, only: {} }) },
    },
    rows: shapeRows(list, rows, columns, theme),
    total: shown.length,
    moreRows,
    more:
      link.columns === 'all'
        ? {
            label: 'Show the main columns only',
            href: listHref(id, { ...link, only, columns: 'main' }),
          }
        : {
            label: `Show all ${formatPrinted(given)} columns`,
            href: listHref(id, { ...link, only, columns: 'all' }),
          },
    theme,
    themes: shapeThemes(link, (other) => listHref(id, { ...link, theme: other })),
  }
}
