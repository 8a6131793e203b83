import {
  type EditionId,
  editionLabel,
  editionNumber,
  editionOfNumber,
  parseEditionId,
} from '../model/edition'
import type { Issue } from '../model/issue'
import type { System } from '../model/system'
import type { Cell, Sheet } from './cell'
import { finding, quote } from './finding'

/** One reason to take a file for a list: which list, and where that is written. */
export type Evidence = {
  edition: EditionId
  from: 'answer' | 'columns' | 'file-name' | 'sheet-name' | 'title' | 'rows'
  /** What was read, in words for the person who confirms. */
  detail: string
}

const MONTHS: readonly { pattern: RegExp; month: '06' | '11' }[] = [
  { pattern: /(?:^|[^a-z])(?:jun|june|juni|juin|junio|giugno|junho)(?:[^a-z]|$)/i, month: '06' },
  {
    pattern: /(?:^|[^a-z])(?:nov|november|novembre|noviembre|novembro)(?:[^a-z]|$)/i,
    month: '11',
  },
]

/** A name or title longer than this is prose that may mention any list. */
const LONGEST_TITLE = 200

/** The list that a name or title states: `TOP500_202111.xlsx`, `2021-11`, `november 2021`; null for none or several. */
export function statedEdition(text: string): EditionId | null {
  if (text.length > LONGEST_TITLE) return null
  const stated = new Set<EditionId>()
  for (const [, year, month] of text.matchAll(/(?<!\d)((?:19|20)\d{2})[-_. /]?(06|11)(?!\d)/g)) {
    const id = parseEditionId(`${year}-${month}`)
    if (id) stated.add(id)
  }
  const years = new Set(
    [...text.matchAll(/(?<!\d)((?:19|20)\d{2})(?!\d)/g)].map(([, year]) => year),
  )
  const words = text.replace(/\d+/g, ' ')
  const months = MONTHS.filter(({ pattern }) => pattern.test(words))
  if (stated.size === 0 && years.size === 1 && months.length === 1) {
    const id = parseEditionId(`${[...years][0]}-${months[0]?.month}`)
    if (id) stated.add(id)
  }
  const [only] = stated
  return stated.size === 1 && only ? only : null
}

function newest(systems: readonly System[], field: 'firstAppearance' | 'year'): number | null {
  let found: number | null = null
  for (const system of systems) {
    const value = system[field]
    if (value !== null && value > (found ?? 0)) found = value
  }
  return found
}

/** Everything in a file that says which list it is, the person's own answer first. */
export function findEvidence(input: {
  answer: EditionId | null
  /** The list that columns beside the rows name. */
  told: Sheet['told']
  fileName: string | null
  sheetName: string | null
  /** The rows above the header. */
  title: readonly (readonly Cell[])[]
  systems: readonly System[]
}): Evidence[] {
  const found: Evidence[] = []
  const add = (edition: EditionId | null, from: Evidence['from'], detail: string) => {
    if (edition) found.push({ edition, from, detail })
  }
  const { fileName, sheetName, told } = input
  add(input.answer, 'answer', 'your answer')
  if (told) {
    const names = told.columns.map((name) => `“${quote(name, 60)}”`).join(' and ')
    add(told.edition, 'columns', `the column${told.columns.length === 1 ? '' : 's'} ${names}`)
  }
  if (fileName) add(statedEdition(fileName), 'file-name', `the file name “${quote(fileName, 80)}”`)
  if (sheetName) {
    const number = /^\s*(\d{1,3})\s*$/.exec(sheetName)?.[1]
    if (number)
      add(editionOfNumber(Number(number)), 'sheet-name', `the sheet name, list no. ${number}`)
    else add(statedEdition(sheetName), 'sheet-name', `the sheet name “${quote(sheetName, 80)}”`)
  }
  for (const cell of input.title.flat().slice(0, 200)) {
    const edition = typeof cell === 'string' ? statedEdition(cell) : null
    if (!edition) continue
    add(edition, 'title', `the title “${quote(String(cell).trim(), 80)}”`)
    break
  }
  // Every published list brought new systems, so the newest first appearance is the list itself.
  const appearance = newest(input.systems, 'firstAppearance')
  if (appearance !== null)
    add(
      editionOfNumber(appearance),
      'rows',
      `its newest systems, which first appear on list no. ${appearance}`,
    )
  return found
}

const settle = 'Choose which list this file is.'

/** A list holds systems of its own year, now and then announced for the next one, and none of later years. */
function yearIssue(edition: EditionId, systems: readonly System[], answered: boolean): Issue[] {
  const year = newest(systems, 'year')
  const listed = Number(edition.slice(0, 4))
  if (year === null || year === listed || year === listed + 1) return []
  return [
    finding(
      answered ? 'warning' : 'error',
      'edition-contradiction',
      { column: 'Year', value: year },
      `The newest systems are of ${year}, which does not fit the list of ${editionLabel(edition)}.`,
      answered ? 'Your answer was taken; look at the first and last systems to be sure.' : settle,
    ),
  ]
}

/**
 * Which list a file is, from its evidence. Agreement is taken; disagreement and silence are questions for the person.
 * An answer settles a disagreement, but no answer makes a list older than its own systems.
 */
export function judgeEvidence(
  evidence: readonly Evidence[],
  systems: readonly System[],
): { edition: EditionId | null; issues: Issue[] } {
  const answer = evidence.find(({ from }) => from === 'answer')
  const rows = evidence.find(({ from }) => from === 'rows')
  const [first] = evidence
  if (!first) {
    const message = 'Neither the file name, the sheet name nor the rows say which list this is.'
    const remedy =
      'Choose the list’s month and year, or rename the file to something like TOP500_202111.xlsx.'
    return { edition: null, issues: [finding('error', 'edition-unknown', {}, message, remedy)] }
  }
  if (answer && rows && editionNumber(answer.edition) < editionNumber(rows.edition)) {
    const message = `The list of ${editionLabel(answer.edition)} cannot hold these rows: ${rows.detail}, ${editionLabel(rows.edition)}.`
    const remedy = `Choose ${editionLabel(rows.edition)} or a later list.`
    return { edition: null, issues: [finding('error', 'edition-impossible', {}, message, remedy)] }
  }
  if (evidence.every(({ edition }) => edition === first.edition)) {
    const issues = yearIssue(first.edition, systems, answer !== undefined)
    const asked = issues.some(({ severity }) => severity === 'error')
    return { edition: asked ? null : first.edition, issues }
  }
  const words = evidence.map(({ edition, detail }) => `${detail} says ${editionLabel(edition)}`)
  const message = `What the file says of itself does not agree: ${words.join('; ')}.`
  if (!answer)
    return {
      edition: null,
      issues: [finding('error', 'edition-contradiction', {}, message, settle)],
    }
  const remedy = 'Your answer was taken; look at the first and last systems to be sure.'
  return {
    edition: answer.edition,
    issues: [finding('warning', 'edition-contradiction', {}, message, remedy)],
  }
}
