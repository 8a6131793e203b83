/** The letters that Windows-1252 has from 0x80 to 0x9F; a space stands where it has none. */
const LETTERS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

/** The bytes of those letters; every other letter of Windows-1252 has its own number. */
const BYTES: ReadonlyMap<string, number> = new Map(
  [...LETTERS].flatMap((letter, at) => (letter === ' ' ? [] : [[letter, 0x80 + at] as const])),
)

/** Two letters in a row with which UTF-8 that was read as Windows-1252 begins. */
const SUSPECT = /[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u2122]/u

/** How often a text can have been read in the wrong encoding before it is left as it is. */
const MOST_ROUNDS = 3

const decoder = new TextDecoder('utf-8', { fatal: true })

function once(text: string): string | null {
  const bytes: number[] = []
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    const byte = code < 0x100 ? code : BYTES.get(letter)
    if (byte === undefined) return null
    bytes.push(byte)
  }
  try {
    return decoder.decode(Uint8Array.from(bytes))
  } catch {
    return null
  }
}

/**
 * Mends a text whose UTF-8 was once read as Windows-1252: `SupercomputaciÃ³n` → `Supercomputación`.
 * A text that is not wholly explained by that is left as it is.
 */
export function mend(text: string): string {
  let mended = text
  for (let round = 0; round < MOST_ROUNDS && SUSPECT.test(mended); round++) {
    const better = once(mended)
    if (better === null || better === mended) return mended
    mended = better
  }
  return mended
}
