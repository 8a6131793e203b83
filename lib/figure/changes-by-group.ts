import { counted, formatPrinted } from '../compare/figure'
import {
  changesByGroup as changesIn,
  type GroupChange,
  groupingOf,
  groupingWords,
  overlapNote,
  together,
} from '../compare/group-changes'
import { editionLabel } from '../model/edition'
import { fieldOf } from '../model/field'
import { changesBetween } from '../record/change'
import type { Axis, Figure, Mark, Series, TableColumn } from './figure'
import type { Kind } from './kind'
import { type ChangesAsked, listParts } from './story'

/** What became of the systems of each group between two lists. */
export const changesByGroup: Kind = {
  key: 'changes-by-group',
  page: 'changes',
  figure,
  rowName: ['group'],
}

/** Groups that are named in the picture; the table names all. */
const NAMED = 12

type Part = Pick<Series, 'label' | 'colour' | 'shape'> & {
  key: 'same' | 'fell' | 'rose' | 'upgraded' | 'joined' | 'returned' | 'newcomers' | 'gone' | 'left'
  /** Whether it is part of the later list, to the right of 0, or of the earlier one alone. */
  side: 'after' | 'before'
}

/** THE parts of a group: its systems of the later list from 0 on, and to the left those that it had before. */
const PARTS: readonly Part[] = [
  { key: 'left', label: 'To another group', colour: 'pink', shape: 'square', side: 'before' },
  { key: 'gone', label: 'Gone', colour: 'red', shape: 'triangle', side: 'before' },
  { key: 'same', label: 'In the same place', colour: 'context', shape: 'circle', side: 'after' },
  { key: 'fell', label: 'Fell', colour: 'faint', shape: 'circle', side: 'after' },
  { key: 'rose', label: 'Rose', colour: 'green', shape: 'circle', side: 'after' },
  { key: 'upgraded', label: 'Upgraded', colour: 'orange', shape: 'diamond', side: 'after' },
  { key: 'joined', label: 'From another group', colour: 'sky', shape: 'square', side: 'after' },
  { key: 'returned', label: 'Returned', colour: 'purple', shape: 'square', side: 'after' },
  { key: 'newcomers', label: 'New', colour: 'blue', shape: 'circle', side: 'after' },
]

/** The largest groups, the others as one, and what is in no group. */
function shownOf(groups: readonly GroupChange[]): readonly GroupChange[] {
  const named = groups.filter(({ kind }) => kind === 'group')
  // The rest of one is that one, by its name.
  if (named.length <= NAMED + 1) return groups
  const rest = groups.filter(({ kind }) => kind !== 'group')
  return [...named.slice(0, NAMED), together(named.slice(NAMED)), ...rest]
}

const rowKey = ({ kind, key }: GroupChange) => `${kind} ${key}`

function figure({ record, from, to, group, joint, permalink }: ChangesAsked): Figure {
  const grouping = groupingOf(group)
  if (!grouping) throw new Error(`There is no grouping ${group}.`)
  const { groups, total } = changesIn(changesBetween(record, from, to), grouping, joint)
  const all = shownOf(groups)
  // Most systems are of none of the known organisations, and would dwarf them.
  const rest =
    grouping.type === 'organisations' ? all.find(({ kind }) => kind === 'rest') : undefined
  const shown = all.filter((one) => one !== rest)
  const words = groupingWords(grouping)
  const parts = PARTS.filter(({ key }) => shown.some((one) => one[key] > 0))
  const [before, after] = [editionLabel(from.id), editionLabel(to.id)]
  const overlap = overlapNote(grouping, joint)
  return {
    ...listParts(from === to ? [from] : [from, to], permalink),
    kind: changesByGroup.key,
    title: `What changed from ${before} to ${after}, by ${words.by}`,
    subtitle: `Systems of the later list by what became of them, and to the left of 0 those that it has no more${all === groups ? '' : `; the largest ${NAMED} ${words.many} by name`}`,
    notes: [
      'An upgraded system has another Rmax or Rpeak, whether it rose or fell; systems of equal Rmax share a place.',
      ...(overlap === null ? [] : [overlap]),
    ],
    description: [...all, total].map((one) => `${one.label}: ${said(one, true)}.`).join(' '),
    layout: {
      type: 'bands',
      bands: shown.map((one) => ({
        series: rowKey(one),
        text: said(one, true),
        short: said(one, false),
        given: one.after > 0,
      })),
      textAt: 'mark',
      rail: false,
      rest: rest ? { name: rest.label, text: said(rest, true) } : null,
      parts: parts.map(({ key }) => key),
    },
    x: systemsAxis(shown),
    y: { type: 'band', domain: shown.map(rowKey), label: words.one, divisor: 1 },
    series: [
      ...parts.map(({ key, label, colour, shape }) => ({
        key,
        label,
        colour,
        shape,
        focus: key === 'newcomers',
      })),
      ...shown.map(
        (one): Series => ({
          key: rowKey(one),
          label: one.label,
          colour: 'context',
          shape: 'square',
          focus: false,
        }),
      ),
    ],
    marks: shown.flatMap(marksOf),
    labels: [],
    ...tableOf([...groups, total], shown, words.one, { before, after }),
  }
}

/** A group in words: `188 to 173 systems, 9 new, 24 gone`. */
function said({ before, after, newcomers, gone }: GroupChange, isLong: boolean): string {
  const figures = `${formatPrinted(before)} to ${formatPrinted(after)}`
  if (!isLong) return figures
  const changed = [
    ...(newcomers > 0 ? [`${formatPrinted(newcomers)} new`] : []),
    ...(gone > 0 ? [`${formatPrinted(gone)} gone`] : []),
  ]
  return [before === after ? counted(after, 'system') : `${figures} systems`, ...changed].join(', ')
}

/** What stands to the left of 0: systems that the group had, and has no more. */
const lost = ({ gone, left }: GroupChange) => gone + left

function systemsAxis(groups: readonly GroupChange[]): Axis {
  const most = (of: (group: GroupChange) => number) => Math.max(0, ...groups.map(of))
  return {
    type: 'linear',
    domain: [-most(lost), (most(({ after }) => after) || 1) * 1.001],
    label: 'Number of systems',
    divisor: 1,
    whole: true,
    sides: true,
  }
}

/** The parts of a group beside one another: those of the later list from 0 on. */
function marksOf(group: GroupChange): Mark[] {
  const y = rowKey(group)
  let at = -lost(group)
  return PARTS.flatMap(({ key }): Mark[] => {
    const from = at
    at += group[key]
    return group[key] > 0
      ? [{ type: 'bar', id: `${key} ${y}`, series: key, x: at, from, y, row: y }]
      : []
  })
}

const column = (key: string, label: string, unit: string | null = null): TableColumn => ({
  key,
  label,
  unit,
  numeric: true,
})

/** All groups with every figure, and the lists as a whole; of those in the picture, what a reader who points at one is told. */
function tableOf(
  all: readonly GroupChange[],
  shown: readonly GroupChange[],
  noun: string,
  { before, after }: { before: string; after: string },
): Pick<Figure, 'table' | 'rows'> {
  const rmax = fieldOf('rmax')
  const columns: readonly (TableColumn & { key: string })[] = [
    column('before', `Systems in ${before}`),
    column('newcomers', 'New'),
    column('returned', 'Returned'),
    column('gone', 'Gone'),
    column('joined', 'From another group'),
    column('left', 'To another group'),
    column('upgraded', 'Upgraded'),
    column('rose', 'Rose'),
    column('fell', 'Fell'),
    column('same', 'In the same place'),
    column('after', `Systems in ${after}`),
    column('rmaxBefore', `${rmax.label} in ${before}`, rmax.unit ?? null),
    column('rmaxAfter', `${rmax.label} in ${after}`, rmax.unit ?? null),
  ]
  const cellsOf = (group: GroupChange) =>
    columns.map(({ key }) => group[key as Exclude<keyof GroupChange, 'key' | 'label' | 'kind'>])
  return {
    table: {
      columns: [{ key: 'group', label: noun, unit: null, numeric: false }, ...columns],
      rows: all.map((group) => [group.label, ...cellsOf(group)]),
    },
    rows: {
      columns: [
        { key: 'group', label: noun, unit: null },
        ...columns.map(({ key, label, unit }) => ({ key, label, unit })),
      ],
      byKey: Object.fromEntries(
        shown.map((group) => [
          rowKey(group),
          [group.label, ...cellsOf(group).map((figure) => figure || null)],
        ]),
      ),
    },
  }
}
