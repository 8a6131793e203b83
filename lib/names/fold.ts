import type { NamedField } from '../model/name'

/** What companies add to their names, at the end. */
const FORMS =
  /\s(?:inc|incorporated|ltd|limited|co|corp|corporation|company|llc|plc|sa|ag|gmbh|spa)$/u

/**
 * A text reduced to what tells one name from another: letters and figures, without case, accents, spacing and signs;
 * for makers also without the form of their company (`Cray Inc.` → `cray`).
 */
export function foldName(field: NamedField | null, text: string): string {
  let words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\./gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  if (field === 'manufacturer')
    for (
      let shorter = words.replace(FORMS, '');
      shorter !== words;
      shorter = words.replace(FORMS, '')
    )
      words = shorter
  return words.replaceAll(' ', '') || text.trim().toLowerCase()
}
