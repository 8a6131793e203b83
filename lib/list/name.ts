/**
 * Characters that no reader sees: zero-width spaces and joiners, the byte-order mark, soft hyphens, direction marks,
 * and control characters, which a drawing in XML could not hold.
 */
const INVISIBLE =
  /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]|(?!\s|\u0085)\p{Cc}/gu

const SPACES = /[\s\u0085]+/gu
/** Plain letters and signs separated by single spaces: most names need no cleaning. */
const CLEAN = /^[!-~]+(?: [!-~]+)*$/

/**
 * A name as printed, freed of stray, doubled, no-break and zero-width spaces and of nothing else:
 * accents, `®` and letter case stay.
 * @returns null for a text that holds nothing else.
 */
export function cleanName(text: string): string | null {
  if (CLEAN.test(text)) return text
  const clean = text.replace(INVISIBLE, '').replace(SPACES, ' ').trim()
  return clean === '' ? null : clean
}
