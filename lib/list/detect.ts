import {
  type EditionId,
  editionLabel,
  editionNumber,
  editionOfNumber,
  parseEditionId,
} from '../model/edition'
import type { Issue } from '../model/issue'
import type { System } from '../model/system'

/** One reason to take a file for a list: which list, and where that is written. */
export type Evidence = {
  edition: EditionId
  from: 'answer' | 'file-name' | 'sheet-name' | 'rows'
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

function inFileName(fileName: string): EditionId | null {
  const digits = /(?<!\d)((?:19|20)\d{2})[-_. ]?(06|11)(?!\d)/.exec(fileName)
  if (digits) return parseEditionId(`${digits[1]}-${digits[2]}`)
  const year = /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(fileName)?.[1]
  const month = MONTHS.find(({ pattern }) => pattern.test(fileName.replace(/\d+/g, ' ')))?.month
  return year && month ? parseEditionId(`${year}-${month}`) : null
}

/** The newest list on which any system first appeared; every published list brought new systems. */
function newestAppearance(systems: readonly System[]): number | null {
  let newest: number | null = null
  for (const { firstAppearance } of systems)
    if (firstAppearance !== null && firstAppearance > (newest ?? 0)) newest = firstAppearance
  return newest
}

/** Everything in a file that says which list it is, the person's own answer first. */
export function findEvidence(input: {
  answer: EditionId | null
  fileName: string | null
  sheetName: string | null
  systems: readonly System[]
}): Evidence[] {
  const found: Evidence[] = []
  const add = (edition: EditionId | null, from: Evidence['from'], detail: string) => {
    if (edition) found.push({ edition, from, detail })
  }
  add(input.answer, 'answer', 'your answer')
  if (input.fileName)
    add(inFileName(input.fileName), 'file-name', `the file name “${input.fileName}”`)
  const sheet = /^\s*(\d{1,3})\s*$/.exec(input.sheetName ?? '')?.[1]
  if (sheet) add(editionOfNumber(Number(sheet)), 'sheet-name', `the sheet name, list no. ${sheet}`)
  const newest = newestAppearance(input.systems)
  if (newest !== null)
    add(
      editionOfNumber(newest),
      'rows',
      `its newest systems, which first appear on list no. ${newest}`,
    )
  return found
}

/**
 * Which list a file is, from its evidence. Agreement is taken; disagreement and silence are questions for the person.
 * An answer settles a disagreement, but no answer makes a list older than its own systems.
 */
export function judgeEvidence(evidence: readonly Evidence[]): {
  edition: EditionId | null
  issues: Issue[]
} {
  const say = (
    severity: Issue['severity'],
    code: string,
    message: string,
    remedy: string,
  ): Issue => ({
    severity,
    code,
    row: null,
    column: null,
    value: null,
    message,
    remedy,
  })
  const answer = evidence.find(({ from }) => from === 'answer')
  const rows = evidence.find(({ from }) => from === 'rows')
  const [first] = evidence
  if (!first)
    return {
      edition: null,
      issues: [
        say(
          'error',
          'edition-unknown',
          'Neither the file name, the sheet name nor the rows say which list this is.',
          'Choose the list’s month and year, or rename the file to something like TOP500_202111.xlsx.',
        ),
      ],
    }
  const words = evidence.map(({ edition, detail }) => `${detail} says ${editionLabel(edition)}`)
  if (answer && rows && editionNumber(answer.edition) < editionNumber(rows.edition))
    return {
      edition: null,
      issues: [
        say(
          'error',
          'edition-impossible',
          `The list of ${editionLabel(answer.edition)} cannot hold these rows: ${rows.detail}, ${editionLabel(rows.edition)}.`,
          `Choose ${editionLabel(rows.edition)} or a later list.`,
        ),
      ],
    }
  const agreed = evidence.every(({ edition }) => edition === first.edition)
  if (agreed) return { edition: first.edition, issues: [] }
  const contradiction = `What the file says of itself does not agree: ${words.join('; ')}.`
  return answer
    ? {
        edition: answer.edition,
        issues: [
          say(
            'warning',
            'edition-contradiction',
            contradiction,
            'Your answer was taken; look at the first and last systems to be sure.',
          ),
        ],
      }
    : {
        edition: null,
        issues: [
          say('error', 'edition-contradiction', contradiction, 'Choose which list this file is.'),
        ],
      }
}
