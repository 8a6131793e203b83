import { someRows } from '@/app/some-rows'
import type { AuditLine, ChangeLine, ChangesPageProps } from '@/components/story/changes-page'
import {
  type ChangeRow,
  COUNTS,
  changeSentence,
  fateOf,
  rowsOfChanges,
} from '@/lib/compare/changes'
import { counted, formatPrinted } from '@/lib/compare/figure'
import { groupingOf, hasJoint } from '@/lib/compare/group-changes'
import { dimensionOf } from '@/lib/compare/grouping'
import { changeWords } from '@/lib/compare/history'
import { changesByGroup } from '@/lib/figure/changes-by-group'
import { listsLine } from '@/lib/figure/story'
import { changesParams, GROUPINGS, systemHref } from '@/lib/link/story'
import type { View } from '@/lib/link/view'
import { editionLabel } from '@/lib/model/edition'
import { shownNames, systemLabel } from '@/lib/names/shown'
import type { Subject } from '@/lib/picture/subject'
import {
  changesBetween,
  type Disagreement,
  previousRankAudit,
  printedRank,
} from '@/lib/record/change'
import type { RecordList } from '@/lib/record/record'
import { listHref, rankHref } from '../lists/link'
import type { FollowedChanges } from '../story'
import { shapeCharts, themeLinks, withTheme } from '../story-shape'

type Found = Extract<FollowedChanges, { kind: 'changes' }>

/** Movement as a table has it: `+3`, `−6`, `0`. */
const signed = (moved: number) => (moved > 0 ? `+${moved}` : moved < 0 ? `−${-moved}` : '0')

function lineOf({ machine, before, after, stay }: ChangeRow, theme: View['theme']): ChangeLine {
  const row = after ?? before
  const changes = stay ? [...stay.upgraded, ...stay.renamed].map(changeWords) : []
  return {
    system: {
      label: row ? systemLabel(row.system, row.list.id) : machine.key,
      href: systemHref(machine.key, theme),
    },
    site: row ? (shownNames(row.system, row.list.id).site?.name ?? null) : null,
    before: before && printedRank(before),
    after: after && printedRank(after),
    moved: stay && signed(stay.moved),
    rmax: row?.system.rmax == null ? null : formatPrinted(row.system.rmax),
    changed: changes.length > 0 ? changes.join('; ') : null,
  }
}

/** THE table of the page's sections: which systems stand in each, and what is said of them. */
const SECTIONS: readonly {
  key: string
  title: string
  about: string
  none: string
  of: (row: ChangeRow) => boolean
}[] = [
  {
    key: 'new',
    title: 'New',
    about: 'On no list up to the earlier of the two.',
    none: 'No system is new.',
    of: (row) => fateOf(row) === 'new',
  },
  {
    key: 'returned',
    title: 'Returned',
    about: 'On a list before the earlier of the two, but not on that.',
    none: 'No system returned.',
    of: (row) => fateOf(row) === 'returned',
  },
  {
    key: 'upgraded',
    title: 'Upgraded',
    about:
      'Another Rmax or Rpeak than before; figures that are only printed with fewer decimals are the same.',
    none: 'No system was upgraded.',
    of: ({ stay }) => (stay?.upgraded.length ?? 0) > 0,
  },
  {
    key: 'renamed',
    title: 'Renamed',
    about: 'Another name, site, computer or manufacturer than before, as the lists print them.',
    none: 'No system was renamed.',
    of: ({ stay }) => (stay?.renamed.length ?? 0) > 0,
  },
  {
    key: 'gone',
    title: 'Gone',
    about: 'On the earlier list, and not on the later one.',
    none: 'No system is gone.',
    of: (row) => fateOf(row) === 'gone',
  },
]

const MOVED = {
  key: 'moved',
  title: 'On both lists',
  about:
    'Places won (+) or lost (−) between the ranks that systems of equal Rmax share; within a tie nobody moves.',
}

function auditLine(
  { printed, row, stood, there }: Disagreement,
  key: string,
  theme: View['theme'],
): AuditLine {
  return {
    system: { label: systemLabel(row.system, row.list.id), href: systemHref(key, theme) },
    rank: printedRank(row),
    printed: String(printed),
    stood: stood ? printedRank(stood) : 'not on it',
    there: there
      ? {
          label: `${systemLabel(there.system, there.list.id)} (${printedRank(there)})`,
          href: rankHref(there.list.id, there.system.rank, theme),
        }
      : null,
  }
}

/** The previous ranks of the later list, where the earlier one is the list before it. */
function auditOf({ record, from, to, link }: Found): ChangesPageProps['audit'] {
  if (from.number !== to.number - 1) return null
  if (to.systems.every(({ previousRank }) => previousRank === null)) return null
  const found = previousRankAudit(record, to)
  return {
    title: 'The previous ranks that the list prints',
    about:
      found.length === 0
        ? `Every previous rank that the list of ${editionLabel(to.id)} prints is the rank at which the system stood in ${editionLabel(from.id)}; other places within a tie are not counted.`
        : `${counted(found.length, 'row')} of ${editionLabel(to.id)} ${found.length === 1 ? 'prints' : 'print'} a previous rank at which the system did not stand in ${editionLabel(from.id)}; other places within a tie are not counted.`,
    lines: found.map((one) =>
      auditLine(
        one,
        record.machineOf(to, one.row.at)?.key ?? `${to.id}-${one.row.system.rank}`,
        link.theme,
      ),
    ),
  }
}

/** Links to the same of the lists before and after. */
function linksOf({ record, from, to, link }: Found): ChangesPageProps['links'] {
  const pair = (a: RecordList | undefined, b: RecordList | undefined) =>
    a && b
      ? [
          {
            label: `${editionLabel(a.id)} to ${editionLabel(b.id)}`,
            href: withTheme(
              '/changes',
              changesParams({ ...link, from: a.id, to: b.id }),
              link.theme,
            ),
          },
        ]
      : []
  return [
    ...pair(record.lists[from.index - 1], from),
    ...pair(to, record.lists[to.index + 1]),
    ...[...new Set([from, to])].map(({ id }) => ({
      label: `The list of ${editionLabel(id)}`,
      href: listHref(id, { theme: link.theme }),
    })),
    { label: 'JSON', href: `/api/changes?${changesParams({ ...link, rows: 'some' })}` },
  ]
}

const GROUP_OPTIONS = GROUPINGS.map((value) => ({
  value,
  label:
    dimensionOf(value)?.label ??
    (value === 'built-by' ? 'organisation that built them' : 'organisation that runs them'),
}))

/** The controls that choose the groups of the chart by group. */
function groupsOf({ from, to, link }: Found): ChangesPageProps['groups'] {
  const grouping = groupingOf(link.group)
  const joint = grouping !== null && hasJoint(grouping)
  return {
    group: link.group,
    groups: GROUP_OPTIONS,
    joint: joint ? link.joint : null,
    kept: [
      { name: 'from', value: from.id },
      { name: 'to', value: to.id },
      ...(joint || link.joint === 'each' ? [] : [{ name: 'joint', value: link.joint }]),
      ...(link.theme === 'system' ? [] : [{ name: 'theme', value: link.theme }]),
    ],
  }
}

/** Nobody comes for the hundreds that only moved, so some of them stand there. */
const SOME_MOVED = 25

/** The section of systems that stand on both lists. */
function movedOf(
  rows: readonly ChangeRow[],
  link: Found['link'],
): ChangesPageProps['sections'][number] {
  const stayed = rows.filter(({ stay }) => stay)
  const { rows: shown, more } = someRows(stayed, link.rows, {
    few: SOME_MOVED,
    noun: 'system',
    href: (asked) =>
      `${withTheme('/changes', changesParams({ ...link, rows: asked }), link.theme)}#${MOVED.key}`,
  })
  return {
    ...MOVED,
    lines: shown.map((row) => lineOf(row, link.theme)),
    total: stayed.length,
    more,
  }
}

/** What changed, in a sentence: the page’s headline and description. */
export const changesHeadline = ({ record, from, to }: Found): string =>
  changeSentence(changesBetween(record, from, to))

/** What the page of two lists shows. */
export function shapeChanges(found: Found, subject: Subject, phone: boolean): ChangesPageProps {
  const { record, from, to, link, notices } = found
  const rows = rowsOfChanges(changesBetween(record, from, to))
  const charts = shapeCharts(subject, phone, link.theme)
  const isOfGroups = ({ id }: (typeof charts)[number]) => id === changesByGroup.key
  const sections = SECTIONS.map(({ of, none, about, ...section }) => {
    const lines = rows.filter(of).map((row) => lineOf(row, link.theme))
    const number =
      lines.length > 0 ? `${section.title}: ${formatPrinted(lines.length)}` : section.title
    return {
      ...section,
      title: number,
      about: lines.length > 0 ? about : none,
      lines,
      total: lines.length,
      more: null,
    }
  })
  return {
    headline: changesHeadline(found),
    form: {
      from: from.id,
      to: to.id,
      options: record.lists.map(({ id }) => ({ value: id, label: editionLabel(id) })).reverse(),
      kept: [
        ...changesParams({ ...link, from: from.id, to: to.id }),
        ...(link.theme === 'system' ? [] : [['theme', link.theme]]),
      ].flatMap(([name = '', value = '']) =>
        name === 'from' || name === 'to' ? [] : [{ name, value }],
      ),
    },
    counts: COUNTS.map(({ label, of }) => ({
      label,
      value: formatPrinted(rows.filter(of).length),
    })),
    sections: [...sections, movedOf(rows, link)],
    groups: groupsOf(found),
    audit: auditOf(found),
    links: linksOf(found),
    charts: charts.filter((chart) => !isOfGroups(chart)),
    groupCharts: charts.filter(isOfGroups),
    notices,
    source: listsLine([...new Set([from, to])]),
    theme: link.theme,
    themes: themeLinks(subject.path, changesParams(link), link.theme),
  }
}
