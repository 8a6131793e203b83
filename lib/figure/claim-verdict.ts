import {
  evidenceOf,
  findingsOf,
  listsBehind,
  nearMissesOf,
  VERDICTS,
  verdictLine,
} from '../claim/verdict'
import { formatFlopsPrinted } from '../compare/figure'
import { fieldColumn } from '../compare/rows'
import { editionLabel } from '../model/edition'
import { unitWords } from '../model/field'
import { type Prose, plain } from '../model/prose'
import { systemLabel } from '../names/shown'
import { rankLabel } from '../record/tie'
import { type Figure, type TableColumn, worded } from './figure'
import type { Kind } from './kind'
import { type ClaimAsked, listParts } from './story'

/** What the lists make of one statement: the verdict, every reading with its figure, and the rows that decide it. */
export const claimVerdict: Kind = {
  key: 'claim-verdict',
  page: 'claim',
  figure,
  rowName: ['part', 'reading'],
}

/** More rows than these are counted; the table of rows has them all. */
const MOST_ROWS = 12

function figure({ record, list, judged, permalink }: ClaimAsked): Figure {
  const rows = evidenceOf(judged)
  const lists = listsBehind(judged, { record, list })
  const drawn = rows.slice(0, MOST_ROWS).map((row) => ({
    ...row,
    key: `${row.list.id}-${row.system.rank}`,
    name: systemLabel(row.system, row.list.id),
  }))
  const several = new Set(rows.map((row) => row.list.id)).size > 1
  const notes = notesOf(judged)
  return {
    ...listParts(lists, permalink),
    kind: claimVerdict.key,
    ...worded({
      title: verdictLine(judged),
      subtitle: `By the TOP500 list of ${editionLabel(list.id)}`,
      notes,
    }),
    description: notes.map(plain).join(' '),
    layout: {
      type: 'lines',
      heading: 'The rows that decide it, with their Rmax',
      lines: drawn.map(({ list: own, system, key, name }) => ({
        series: key,
        place: `Rank ${rankLabel(system.rank, own.ties)}${several ? `, ${editionLabel(own.id)}` : ''}`,
        name,
        value: system.rmax === null ? '–' : formatFlopsPrinted(system.rmax),
      })),
      more: rows.length - drawn.length,
    },
    x: { type: 'linear', domain: [0, 1], label: '', divisor: 1 },
    y: { type: 'band', domain: drawn.map(({ key }) => key), label: '', divisor: 1 },
    series: drawn.map(({ key, name }) => ({
      key,
      label: name,
      colour: 'blue',
      shape: 'circle',
      focus: false,
    })),
    marks: drawn.map(({ key }) => ({
      type: 'dot',
      id: `row-${key}`,
      series: key,
      x: 0,
      y: key,
      row: key,
    })),
    labels: [],
    table: { columns: COLUMNS, rows: readingRows(judged) },
    rows: {
      columns: [
        { key: 'called', label: 'Name', unit: null },
        { key: 'list', label: 'List', unit: null },
        ...TOLD.map((field) => {
          const { key, label, unit } = fieldColumn(field)
          return { key, label, unit: unitWords(unit) }
        }),
      ],
      byKey: Object.fromEntries(
        drawn.map(({ key, name, list: own, system }) => [
          key,
          [name, editionLabel(own.id), ...TOLD.map((field) => system[field])],
        ]),
      ),
      page: '/systems/',
    },
  }
}

/** What a reader who points at a row is told of it. */
const TOLD = ['rank', 'site', 'manufacturer', 'country', 'rmax', 'rpeak', 'cores'] as const

/** What the lists say, each sentence once, and what is to be known of it. */
function notesOf(judged: ClaimAsked['judged']): Prose[] {
  const { note } = judged.claim
  return [...findingsOf(judged), ...nearMissesOf(judged), ...(note ? [note] : [])]
}

const column = (key: string, label: string, numeric = false): TableColumn => ({
  key,
  label,
  unit: null,
  numeric,
})

const COLUMNS: readonly TableColumn[] = [
  column('part', 'Part', true),
  column('reading', 'How it is counted'),
  column('verdict', 'Verdict'),
  column('stated', 'Stated'),
  column('found', 'Found'),
  column('finding', 'What the list says'),
]

const readingRows = ({ parts }: ClaimAsked['judged']) =>
  parts.flatMap(({ stated, outcomes }, at) =>
    outcomes.map(({ reading, verdict, found, sentence }) => [
      at + 1,
      reading === '' ? null : reading,
      VERDICTS[verdict].word,
      stated,
      found,
      plain(sentence),
    ]),
  )
