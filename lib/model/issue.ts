/** How bad a finding is: an error keeps a file from being kept, a warning is for the reader to judge. */
export type Severity = 'error' | 'warning'

/** Something found in a file that is not as it should be. The words are for the person who dropped the file. */
export type Issue = {
  severity: Severity
  /** A stable kebab-case name of the kind of finding, e.g. `unreadable-number`. */
  code: string
  /** Row as a spreadsheet counts, from 1; null where the finding is about the whole file. */
  row: number | null
  /** Header as printed in the file; null where the finding is about a whole row or file. */
  column: string | null
  /** What was found, shortened to 200 characters; null where there is nothing to quote. */
  value: string | null
  message: string
  remedy: string
}

/** An outcome that may fail as a value: nothing expected is thrown. */
export type Result<T, E = Issue[]> = { ok: true; value: T } | { ok: false; error: E }
