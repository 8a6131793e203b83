/** Characters that no reader sees: zero-width spaces and joiners, the byte-order mark, soft hyphens, direction marks. */
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF\u00AD]/g

/**
 * A name as printed, freed of stray, doubled, no-break and zero-width spaces and of nothing else:
 * accents, `®` and letter case stay.
 * @returns null for a text that holds nothing else.
 */
export function cleanName(text: string): string | null {
  const clean = text.replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim()
  return clean === '' ? null : clean
}
