import type { Issue } from '../model/issue'
import type { Cell } from './cell'

/** Where a finding is: the row of the spreadsheet from 1, the header as printed, the cell. */
export type Place = { row?: number | null; column?: string | null; value?: Cell }

const LONGEST_QUOTE = 200

/** A text of the file, short enough to be shown. */
export function quote(text: string, longest = LONGEST_QUOTE): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}

/** An issue about a place of a file. */
export function finding(
  severity: Issue['severity'],
  code: string,
  place: Place,
  message: string,
  remedy: string,
): Issue {
  const { row = null, column = null, value = null } = place
  return {
    severity,
    code,
    row,
    column: column === null ? null : quote(column),
    value: value === null ? null : quote(String(value)),
    message,
    remedy,
  }
}

/** Of the same kind in the same column, more findings than this say nothing new. */
const MOST_OF_A_KIND = 20
/** More findings than this in all say nothing new. */
const MOST = 200

/** Errors first, then in the order of rows; what repeats itself is cut short with a count of the rest. */
export function gradedFindings(issues: readonly Issue[]): Issue[] {
  const seen = new Map<string, number>()
  const kept: Issue[] = []
  let left = 0
  const graded = [
    ...issues.filter(({ severity }) => severity === 'error'),
    ...issues.filter(({ severity }) => severity === 'warning'),
  ]
  for (const issue of graded) {
    const kind = `${issue.severity} ${issue.code} ${issue.column ?? ''}`
    const count = (seen.get(kind) ?? 0) + 1
    seen.set(kind, count)
    if (count <= MOST_OF_A_KIND && kept.length < MOST) kept.push(issue)
    else left += 1
  }
  if (left === 0) return kept
  return [
    ...kept,
    finding(
      'warning',
      'more-findings',
      {},
      `${left} more ${left === 1 ? 'finding of these kinds is' : 'findings of these kinds are'} not listed.`,
      'Mend the ones above first; they often share one cause.',
    ),
  ]
}
