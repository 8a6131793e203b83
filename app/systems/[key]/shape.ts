import { told } from '@/app/told'
import type { SystemLine, SystemPageProps } from '@/components/story/system-page'
import { counted, formatFlopsPrinted, formatPrinted } from '@/lib/compare/figure'
import {
  changeWords,
  historyOf,
  historySentence,
  leftTop,
  machineLabel,
  type Step,
} from '@/lib/compare/history'
import { listsLine } from '@/lib/figure/story'
import { writeLink } from '@/lib/link/link'
import { SYSTEM } from '@/lib/link/story'
import { DEFAULT_VIEW, type View, viewHref } from '@/lib/link/view'
import { editionLabel } from '@/lib/model/edition'
import { FIELDS, unitWords } from '@/lib/model/field'
import type { Field } from '@/lib/model/system'
import { shownNames } from '@/lib/names/shown'
import type { Subject } from '@/lib/picture/subject'
import { sharedRank } from '@/lib/record/change'
import type { Appearance, ListRecord, Machine } from '@/lib/record/record'
import { listHref, rankHref } from '../../lists/link'
import type { FollowedSystem } from '../../story'
import { pageLinks, shapeCharts, withTheme } from '../../story-shape'

type Found = Extract<FollowedSystem, { kind: 'system' }>

/** Fields that the page says elsewhere, or that say something of the list and not of the system. */
const TOLD: readonly Field[] = ['rank', 'previousRank', 'name', 'systemId', 'siteId']

const formatted = (value: string | number | null) =>
  typeof value === 'number' ? formatPrinted(value) : value

function lineOf(
  { row, rank, sharedBy, upgraded, renamed, how }: Step,
  theme: View['theme'],
): SystemLine {
  const { list, system } = row
  return {
    list: {
      label: editionLabel(list.id),
      href: rankHref(list.id, system.rank, theme),
    },
    rank,
    shared: sharedBy > 1 ? `${sharedBy} share it` : null,
    rmax: formatted(system.rmax),
    rpeak: formatted(system.rpeak),
    upgraded: upgraded.map(changeWords),
    renamed: renamed.map(changeWords),
    how,
  }
}

/** Everything that a list says of a system, by field. */
function factsOf({ system, list }: Appearance): SystemPageProps['facts'] {
  const names = shownNames(system, list.id)
  return FIELDS.flatMap(({ key, label, unit }) => {
    const value = system[key]
    if (value === null || TOLD.includes(key)) return []
    const figure = key === 'year' ? String(value) : formatted(value)
    const units = unitWords(unit ?? null)
    const name = key === 'site' || key === 'manufacturer' || key === 'country' ? names[key] : null
    const text =
      name && name.name !== value
        ? `${name.name}, printed as “${value}”`
        : `${figure}${units ? ` ${units}` : ''}`
    return [{ label, text }]
  })
}

/** How old it is, beside the systems of its last list. */
function ageOf({ system, list }: Appearance): string | null {
  if (system.year === null) return null
  const ages = list.systems.flatMap(({ year }) =>
    year === null ? [] : [Number(list.id.slice(0, 4)) - year],
  )
  const mean = ages.reduce((sum, age) => sum + age, 0) / Math.max(1, ages.length)
  const own = Number(list.id.slice(0, 4)) - system.year
  return `${counted(own, 'year')} old in ${editionLabel(list.id)}; the systems of that list are ${mean.toFixed(1)} years old on average`
}

function figuresOf(steps: readonly Step[]): SystemPageProps['figures'] {
  const last = steps.at(-1)
  const [first] = steps
  if (!first || !last) return []
  const best = steps.reduce((a, b) => (sharedRank(b.row) < sharedRank(a.row) ? b : a))
  const { system, list } = last.row
  const year = system.year === null ? 'not given' : String(system.year)
  const performance = (value: number | null) =>
    value === null ? 'not given' : formatFlopsPrinted(value)
  return [
    { label: `Rank in ${editionLabel(list.id)}`, value: last.rank },
    { label: 'Best rank', value: best.rank, place: editionLabel(best.row.list.id) },
    { label: 'Rmax', value: performance(system.rmax) },
    {
      label: 'Rpeak',
      value: performance(system.rpeak),
      place:
        system.rmax !== null && system.rpeak
          ? `Rmax is ${((system.rmax / system.rpeak) * 100).toFixed(1)} % of it`
          : null,
    },
    { label: 'Installed', value: year, place: ageOf(last.row) },
  ]
}

const RULES = '“How it is known” says for each list how its row was linked to the one before.'
const OLD =
  'Lists before November 2017 print no System IDs. There, rows of neighbouring lists are linked by the previous rank that a list prints (from June 2012), by site, computer, Rmax and further columns. Tried on the lists that have System IDs, which were hidden from it, the rule links more than 98 of 100 systems as the IDs do.'

function identityOf({ key, otherIds, appearances }: Machine): string[] {
  const numbered = appearances.some(({ system }) => system.systemId !== null)
  const old = appearances.some(({ link }) => link !== null && link.rule !== 'system-id')
  const [first] = appearances
  return [
    numbered
      ? `System ID ${key}${otherIds.length > 0 ? `; other lists print ${otherIds.join(', ')}` : ''}.`
      : `No list prints a System ID for it; this page is named by its first list and its rank there, ${first ? `${editionLabel(first.list.id)}, rank ${first.system.rank}` : key}.`,
    RULES,
    ...(old ? [OLD] : []),
  ]
}

function linksOf(
  record: ListRecord,
  machine: Machine,
  theme: View['theme'],
): SystemPageProps['links'] {
  const left = [10, 20, 100].flatMap((top) => {
    const edition = leftTop(record, machine, top)
    return edition
      ? [
          {
            label: `Left the top ${top} in ${editionLabel(edition)}`,
            href: listHref(edition, { theme }),
          },
        ]
      : []
  })
  const last = machine.appearances.at(-1)
  const maker =
    last?.system.manufacturer && shownNames(last.system, last.list.id).manufacturer?.name
  return [
    {
      label: 'Where its Rmax ranks on every list',
      href: withTheme('/rank', new URLSearchParams({ system: machine.key }), theme),
    },
    ...left,
    ...(last && maker
      ? [
          {
            label: `${maker} in ${editionLabel(last.list.id)}`,
            href: viewHref(DEFAULT_VIEW, {
              list: last.list.id,
              focus: `manufacturer:${maker}`,
              theme,
            }),
          },
        ]
      : []),
    { label: 'JSON', href: `/api/systems/${machine.key}` },
  ]
}

/** What the page of a system shows. */
export function shapeSystem(found: Found, subject: Subject, phone: boolean): SystemPageProps {
  const { record, machine, link, notices } = found
  const steps = historyOf(machine)
  const last = steps.at(-1)?.row
  const { themes } = pageLinks(subject, link.theme)
  const other = link.axis === 'log' ? 'linear' : 'log'
  return {
    label: machineLabel(machine),
    computer: last ? shownNames(last.system, last.list.id).computer : null,
    lead: told(historySentence(record, machine), link.theme, subject.about),
    figures: figuresOf(steps),
    facts: last ? factsOf(last) : [],
    factsOf: last ? editionLabel(last.list.id) : '',
    lines: steps.map((step) => lineOf(step, link.theme)).reverse(),
    identity: identityOf(machine),
    links: linksOf(record, machine, link.theme),
    axis: {
      label: other === 'log' ? 'Ranks on a logarithmic axis' : 'Ranks on a linear axis',
      href: withTheme(subject.path, writeLink(SYSTEM, { axis: other }), link.theme),
    },
    charts: shapeCharts(subject, phone, link.theme),
    notices,
    source: listsLine(machine.appearances.map(({ list }) => list)),
    theme: link.theme,
    themes,
  }
}
