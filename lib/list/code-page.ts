import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs'

/** An encoding of one byte for each letter. */
type CodePage = { encoding: string; decode: (bytes: Uint8Array) => string }

/** What Windows-1252 has from 0x80 to 0x9F, where Latin-1 has control characters. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Any bytes as Windows-1252; many versions of Node read Latin-1 under that name (nodejs/node#60888). */
function windows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (char) => WINDOWS[char.charCodeAt(0) - 0x80] ?? char)
}

/** The module's declarations name a default that it does not have. */
const { utils } = codePages as unknown as Pick<typeof codePages.cptable, 'utils'>
const table = (number: number) => (bytes: Uint8Array) => utils.decode(number, bytes)

/** What programs write that know no Unicode, likeliest first: on Windows, on a Mac, under DOS. */
const CODE_PAGES: readonly CodePage[] = [
  { encoding: 'windows-1252', decode: windows1252 },
  { encoding: 'macintosh', decode: table(10000) },
  { encoding: 'ibm850', decode: table(850) },
  { encoding: 'ibm437', decode: table(437) },
]

/** Letters beyond ASCII are judged up to this many; a list has a few hundred. */
const JUDGED = 20_000
/** Lines that are named before the rest is counted. */
const NAMED = 10

const LOWER = /[ß-öø-ÿœšžśłńęąćźżğışřčěůőű]/
const UPPER = /[À-ÖØ-ÞŒŠŽŚŁĞİŘČ]/
const ANY_LOWER = /[a-zß-öø-ÿœšžśłńęąćźżğışřčěůőű]/
const ANY_LETTER = /[A-Za-zÀ-ÖØ-öø-ÿŒœŠšŽžŚśŁł]/

/** Letters that names on the lists hold often; others stand in words, too, but a code page that needs them is less likely. */
const COMMON = /[áàâäãåçéèêíïñóöøúüß®]/i

/** Whether a letter or sign stands where languages and names of products put it. */
function isLikely(before: string, char: string, after: string): boolean {
  if (LOWER.test(char))
    return COMMON.test(char) || ANY_LETTER.test(before) || ANY_LETTER.test(after)
  // A capital stands before a small letter or among capitals, never behind a small one.
  if (UPPER.test(char))
    return !ANY_LOWER.test(before) && (ANY_LETTER.test(after) || ANY_LETTER.test(before))
  if (/[®™©°²³µ]/.test(char)) return /[\w).\s]/.test(before) && !ANY_LOWER.test(after)
  if (/[–—×·]/.test(char)) return /[\s\d]/.test(before) && /[\s\d]/.test(after)
  // An apostrophe also groups digits: 442’010.
  if (char === '’') return ANY_LETTER.test(before) || (/\d/.test(before) && /\d/.test(after))
  if (/[‘“„«]/.test(char)) return !/\w/.test(before) && /\w/.test(after)
  if (/[”»]/.test(char)) return /\w/.test(before) && !/\w/.test(after)
  if (/[\u00a0€£§½¼¾…•]/.test(char)) return !ANY_LETTER.test(before) || !ANY_LETTER.test(after)
  return false
}

type Judged = { text: string; unlikely: number[]; cost: number }

/** How much more a letter in a wrong place says than a rare one. */
const UNLIKELY = 10

/** Whether a letter is one that few names hold, or stands alone as few words do. */
function isRare(before = ' ', char = '', after = ' '): boolean {
  if (!ANY_LETTER.test(char)) return false
  return !COMMON.test(char) || !(ANY_LETTER.test(before) || ANY_LETTER.test(after))
}

/** The places of a text in which letters beyond ASCII stand where no language has them. */
function judge(text: string, places: readonly number[]): Judged {
  const unlikely = places.filter(
    (at) => !isLikely(text[at - 1] ?? ' ', text[at] ?? '', text[at + 1] ?? ' '),
  )
  const rare = places.filter((at) => isRare(text[at - 1], text[at], text[at + 1])).length
  return { text, unlikely, cost: unlikely.length * UNLIKELY + rare }
}

/** A text in some code page, and what is to be said of that. */
export type Guessed = {
  text: string
  encoding: string
  /** The lines in which letters stand that were told by likelihood, or that look wrong however they are read. */
  doubt: {
    kind: 'guessed' | 'unlikely'
    lines: readonly number[]
    more: number
    sample: string
  } | null
}

/** The word around a place. */
function wordAt(text: string, at: number): string {
  const start = text.slice(Math.max(0, at - 40), at).search(/[^\s,;|"\t]*$/)
  const rest = text.slice(at, at + 40).search(/[\s,;|"\t]|$/)
  return text.slice(Math.max(0, at - 40) + Math.max(0, start), at + Math.max(1, rest))
}

function linesOf(text: string, places: readonly number[]): number[] {
  const found = new Set<number>()
  let line = 1
  let from = 0
  for (const at of places) {
    for (; from < at; from++) {
      if (text[from] === '\n' || (text[from] === '\r' && text[from + 1] !== '\n')) line++
    }
    found.add(line)
  }
  return [...found]
}

/**
 * Reads bytes that are in no encoding of Unicode: in the code page under which the fewest letters stand where no
 * language has them. Windows-1252 is taken without a word; any other, and letters that fit under none, are told.
 */
export function readCodePage(bytes: Uint8Array): Guessed {
  const places: number[] = []
  for (let at = 0; at < bytes.length && places.length < JUDGED; at++)
    if ((bytes[at] ?? 0) >= 0x80) places.push(at)
  const judged = CODE_PAGES.map(({ encoding, decode }) => ({
    encoding,
    ...judge(decode(bytes), places),
  }))
  const best = judged.reduce((a, b) => (b.cost < a.cost ? b : a))
  const guessed = best.encoding !== 'windows-1252'
  const doubtful = guessed ? places : best.unlikely
  const [first] = doubtful
  if (first === undefined) return { text: best.text, encoding: best.encoding, doubt: null }
  const lines = linesOf(best.text, doubtful)
  return {
    text: best.text,
    encoding: best.encoding,
    doubt: {
      kind: guessed ? 'guessed' : 'unlikely',
      lines: lines.slice(0, NAMED),
      more: Math.max(0, lines.length - NAMED),
      sample: wordAt(best.text, first),
    },
  }
}

/** Bytes in the code page of a name, as markup declares it; null for a name that is none of these. */
export function decodeAs(
  bytes: Uint8Array,
  name: string,
): { text: string; encoding: string } | null {
  const asked = name.toLowerCase()
  const known = /^(?:windows-1252|cp1252|iso-8859-1|latin1|us-ascii|ascii)$/.test(asked)
    ? 'windows-1252'
    : /^(?:macintosh|mac|x-mac-roman)$/.test(asked)
      ? 'macintosh'
      : asked.replace(/^cp/, 'ibm')
  const page = CODE_PAGES.find(({ encoding }) => encoding === known)
  if (page) return { text: page.decode(bytes), encoding: page.encoding }
  try {
    const decoder = new TextDecoder(asked, { fatal: true })
    return { text: decoder.decode(bytes), encoding: decoder.encoding }
  } catch {
    return null
  }
}
