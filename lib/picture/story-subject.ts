import { evidenceOf, listsBehind } from '../claim/verdict'
import { machineFirst, machineLabel, spanOf } from '../compare/history'
import { fieldColumn } from '../compare/rows'
import { changesByGroup } from '../figure/changes-by-group'
import type { DataTable, Figure } from '../figure/figure'
import type { AskedOn } from '../figure/kind'
import { kindOf } from '../figure/kinds'
import type { ChangesAsked, ClaimAsked, RankAsked, SystemAsked } from '../figure/story'
import { rmaxWords } from '../figure/story'
import { type ClaimLink, claimLink } from '../link/claim'
import { writeLink } from '../link/link'
import { writePerformance } from '../link/performance'
import { changesParams, RANK, type RankLink, SYSTEM, systemHref } from '../link/story'
import { editionLabel } from '../model/edition'
import { fieldsOf } from '../model/field'
import { plain } from '../model/prose'
import type { Appearance, RecordList } from '../record/record'
import { slug } from './file-name'
import { onceByKind, type Subject } from './subject'

type StoryPage = Exclude<keyof AskedOn, 'comparison'>

/** A name for the versions of lists, which changes whenever one of them does. */
const namesOf = (lists: readonly RecordList[]) =>
  lists.map(({ id, version }) => `${id}.${version.version}.${version.hash}`).join(' ')

/** A short name for them. */
const shortNameOf = (lists: readonly RecordList[]) =>
  lists.map(({ version }) => `${version.version}${version.hash.slice(0, 2)}`).join('')

const listParts = (lists: readonly RecordList[]): Pick<Subject, 'lists' | 'version'> => ({
  lists: namesOf(lists),
  version: shortNameOf(lists),
})

/** Rows of several lists with every field as printed. */
function printedRows(rows: readonly Pick<Appearance, 'list' | 'system'>[]): DataTable {
  const fields = fieldsOf(rows.map(({ system }) => system))
  return {
    columns: [
      { key: 'list', label: 'List', unit: null, numeric: false },
      ...fields.map(({ key, header }) => {
        const { unit, numeric } = fieldColumn(key)
        return { key, label: header, unit, numeric }
      }),
    ],
    rows: rows.map(({ list, system }) => [list.id, ...fields.map(({ key }) => system[key])]),
  }
}

/** The figures of a page's kinds. */
const figures = <P extends StoryPage>(
  page: P,
  draw: (figure: (asked: AskedOn[P]) => Figure) => Figure,
) =>
  onceByKind((key) => {
    const kind = kindOf(key)
    return kind?.page === page ? draw(kind.figure as (asked: AskedOn[P]) => Figure) : null
  })

/** One system through time. */
export function systemSubject(asked: Omit<SystemAsked, 'permalink'>): Subject {
  const { record, machine, axis } = asked
  return {
    page: 'system',
    path: systemHref(machine.key),
    query: writeLink(SYSTEM, { system: machine.key, axis }),
    inPath: ['system'],
    about: { name: machineLabel(machine), system: machine.key },
    ...listParts(spanOf(record, machine)),
    rows: () => printedRows(machine.appearances),
    words: `${plain(machineFirst(machine))} on every list`,
    figure: figures('system', (figure) => figure({ ...asked, permalink: null })),
    fileStem: (kind) => `top500_system-${machine.key}_${slug(machineLabel(machine))}_${kind}`,
  }
}

/** Where a performance ranks on every list. */
export function rankSubject(asked: Omit<RankAsked, 'permalink'>): Subject {
  const { record, fleet, rank, axis } = asked
  return {
    page: 'rank',
    path: '/rank',
    query: writeLink(RANK, { ...askedLink(asked), rank, axis }),
    ...listParts(record.lists),
    // Those of a figure are all rows of all lists.
    rows: fleet
      ? () =>
          printedRows(
            fleet.sums.flatMap(({ list, systems }) => systems.map((system) => ({ list, system }))),
          )
      : null,
    words: plain(rmaxWords(asked)),
    figure: figures('rank', (figure) => figure({ ...asked, permalink: null })),
    fileStem: (kind) => `top500_${askedStem(asked)}_rank-${rank}_${kind}`,
  }
}

type AskedAbout = Pick<RankAsked, 'rmax' | 'machine' | 'fleet'>

/** What is asked about, as a link to the page `/rank` says it. */
export function askedLink({ rmax, machine, fleet }: AskedAbout): Partial<RankLink> {
  if (fleet) return { of: fleet.organisation.key, lens: fleet.lens }
  return machine ? { system: machine.key } : { rmax }
}

function askedStem({ rmax, machine, fleet }: AskedAbout): string {
  if (fleet) return `fleet-${slug(fleet.organisation.key).slice(0, 40)}_${fleet.lens}`
  return machine ? `system-${machine.key}` : slug(writePerformance(rmax)).slice(0, 40)
}

/** What changed between two lists. */
export function changesSubject(asked: Omit<ChangesAsked, 'permalink'>): Subject {
  const { from, to, group, joint } = asked
  const both = from === to ? [from] : [from, to]
  return {
    page: 'changes',
    path: '/changes',
    query: changesParams({ from: from.id, to: to.id, group, joint }),
    ...listParts(both),
    rows: () =>
      printedRows(both.flatMap((list) => list.systems.map((system) => ({ list, system })))),
    words: `TOP500 lists of ${editionLabel(from.id)} and ${editionLabel(to.id)}`,
    figure: figures('changes', (figure) => figure({ ...asked, permalink: null })),
    fileStem: (kind) =>
      `top500_${from.id}_${to.id}_${kind}${kind === changesByGroup.key ? `-${group}` : ''}`,
  }
}

/** One statement, as a list has it. @param link what the page’s link says. */
export function claimSubject(
  asked: Omit<ClaimAsked, 'permalink'>,
  { theme: _, ...link }: Pick<ClaimLink, 'claim' | 'list'> & Partial<ClaimLink>,
): Subject {
  const { record, list, judged } = asked
  return {
    page: 'claim',
    path: `/claims/${link.claim}`,
    query: writeLink<ClaimLink>(claimLink([]), link),
    inPath: ['claim'],
    ...listParts(listsBehind(judged, { record, list })),
    rows: () => printedRows(evidenceOf(judged)),
    words: `TOP500 list of ${editionLabel(list.id)}`,
    figure: figures('claim', (figure) => figure({ ...asked, permalink: null })),
    fileStem: (kind) => `top500_${list.id}_${link.claim}_${kind}`,
  }
}
