import { counted, formatPrinted } from '../compare/figure'
import type { Cell } from '../compare/rows'
import type { TimeAnswer } from '../compare/time'
import { byWords, countingNote, timeTitle, unseenNote } from '../compare/time-words'
import { fieldOf, unitWords } from '../model/field'
import type { System } from '../model/system'
import { shownNames, systemLabel } from '../names/shown'
import type { RecordList } from '../record/record'
import { rankLabel } from '../record/tie'
import { bandAxis, rankAxis } from './axis'
import type { Figure, Mark, TableColumn } from './figure'
import { answerOnList, sortedLines } from './groups-on-list'
import type { KindOf } from './kind'
import { type TimeAsked, type TimeLine, timeParts } from './time-answer'

/** A line for each group on one list, with a tick at the rank of each of its systems. */
export const groupRanks: KindOf<'time'> = {
  key: 'group-ranks',
  page: 'time',
  figure,
  rowName: ['group', 'rank'],
}

const systemsOf = ({ points: [point] }: TimeLine): readonly System[] => point?.systems ?? []

function figure(asked: TimeAsked): Figure {
  const answer = answerOnList(asked)
  const { question, lists } = answer
  const lines = sortedLines(answer)
  const { subtitle } = timeTitle(answer, 'lines')
  const last = lists[0]?.systems.at(-1)?.rank
  const unseen = unseenNote(lists)
  return {
    ...timeParts({ ...asked, question }, answer),
    kind: groupRanks.key,
    title: `Every rank held${byWords(question.whose)}`,
    subtitle: `One tick for each system. ${subtitle}`,
    notes: [countingNote(question), ...(unseen === null ? [] : [unseen])],
    description: lines.map(describe).join(' '),
    layout: {
      type: 'bands',
      bands: lines.map((line) => ({
        series: line.series.key,
        text: counted(systemsOf(line).length, 'system'),
        short: formatPrinted(systemsOf(line).length),
        given: systemsOf(line).length > 0,
      })),
      textAt: 'margin',
      rail: true,
      rest: null,
    },
    x: rankAxis(asked.axis === 'linear' ? 'linear' : 'log', last),
    y: bandAxis(
      'Group',
      lines.map(({ series }) => series.key),
    ),
    series: lines.map(({ series }) => series),
    marks: lines.flatMap((line) =>
      systemsOf(line).map(
        ({ rank }): Mark => ({
          type: 'tick',
          id: `${line.series.key} ${rank}`,
          series: line.series.key,
          x: rank,
          y: line.series.key,
          row: String(rank),
        }),
      ),
    ),
    labels: [],
    ...tableOf(answer, lines),
  }
}

/** How many systems a group has, and its first and last rank. */
function describe(line: TimeLine): string {
  const ranks = systemsOf(line).map(({ rank }) => rank)
  const name = line.series.label
  if (ranks.length === 0) return `${name}: no system.`
  if (ranks.length === 1) return `${name}: one system at rank ${ranks[0]}.`
  return `${name}: ${ranks.length} systems, ranks ${Math.min(...ranks)} to ${Math.max(...ranks)}.`
}

const column = (key: string, label: string, numeric = false, unit: string | null = null) =>
  ({ key, label, unit, numeric }) satisfies TableColumn

const RANK: readonly TableColumn[] = [
  column('rank', 'Rank', true),
  column('shared-rank', 'Shared rank'),
]
const NAMES: readonly TableColumn[] = [
  column('name', fieldOf('name').label),
  column('site', fieldOf('site').label),
  column('rmax', fieldOf('rmax').label, true, fieldOf('rmax').unit),
]

function cellsOf(list: RecordList, system: System): Cell[] {
  const site = shownNames(system, list.id).site?.name ?? null
  return [rankLabel(system.rank, list.ties), systemLabel(system, list.id), site, system.rmax]
}

/** The systems of each group, one group after the other; and by rank, what a reader who points at one is told. */
function tableOf(
  { lists: [list] }: TimeAnswer,
  lines: readonly TimeLine[],
): Pick<Figure, 'table' | 'rows'> {
  const rows = lines.flatMap((line) => systemsOf(line).map((system) => ({ line, system })))
  const told = [column('called', 'Name'), column('rank', 'Rank'), ...NAMES.slice(1)]
  return {
    table: {
      columns: [column('group', 'Group'), ...RANK, ...NAMES],
      rows: list
        ? rows.map(({ line, system }) => [line.series.label, system.rank, ...cellsOf(list, system)])
        : [],
    },
    rows: {
      columns: told.map(({ key, label, unit }) => ({ key, label, unit: unitWords(unit) })),
      byKey: Object.fromEntries(
        list
          ? rows.map(({ system }) => {
              const [rank = null, name = null, ...others] = cellsOf(list, system)
              return [String(system.rank), [name, rank, ...others]]
            })
          : [],
      ),
      ...(list && { page: `/systems/${list.id}-` }),
    },
  }
}
