import type { NamedField } from '../model/name'

/** What companies add to their names, at the end. */
const FORMS =
  /\s(?:inc|incorporated|ltd|limited|co|corp|corporation|company|llc|plc|sa|ag|gmbh|spa)$/u

/** Small letters and spaces alone, of a text without accents; most are, and are reduced ten times faster so. */
const PLAIN = /^[\x20-\x7e]*$/

function wordsOf(text: string): string {
  const lower = text.toLowerCase()
  return PLAIN.test(text)
    ? lower.replaceAll('.', '').replace(/[^a-z0-9]+/g, ' ')
    : lower
        .normalize('NFKD')
        .replace(/\p{M}|\./gu, '')
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
}

/**
 * A text reduced to what tells one name from another: letters and figures, without case, accents, spacing and signs;
 * for makers also without the form of their company (`Cray Inc.` → `cray`).
 */
export function foldName(field: NamedField | null, text: string): string {
  let words = wordsOf(text).trim()
  if (field === 'manufacturer')
    for (
      let shorter = words.replace(FORMS, '');
      shorter !== words;
      shorter = words.replace(FORMS, '')
    )
      words = shorter
  return words.replaceAll(' ', '') || text.trim().toLowerCase()
}
