import arabic from './arabic.generated.json' with { type: 'json' }

/** A script that the charts' own font, Inter, lacks, and that another font supplies. */
export type ScriptId = 'han' | 'hangul' | 'arabic' | 'hebrew'

type Script = {
  id: ScriptId
  /** Its letters, and the punctuation that only it uses. */
  holds: RegExp
  /** Advance width of a character in em, never less than what is drawn; `next` is the character after it. */
  em(char: string, next: string | undefined): number
}

/** Widths in em of a letter alone or at the end of a word, and of one that joins the letter after it. */
const ARABIC_WIDTHS: Readonly<Record<string, readonly number[]>> = arabic

const ARABIC = /[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]/

function arabicEm(char: string, next: string | undefined): number {
  const [alone = 1, joined = alone] = ARABIC_WIDTHS[char] ?? []
  return next !== undefined && ARABIC.test(next) ? joined : alone
}

const HEBREW_WIDE = /[אחטםמסשת]/
const HEBREW_NARROW = /[וזין]/

/** Vowels stand beneath the letter before. */
function hebrewEm(char: string): number {
  if (/\p{M}/u.test(char)) return 0
  return HEBREW_WIDE.test(char) ? 0.82 : HEBREW_NARROW.test(char) ? 0.4 : 0.7
}

/** Forms that take half of the square that every other character of these scripts fills. */
const HALF_WIDTH = /[\uff61-\uffdc\uffe8-\uffee]/

function squareEm(char: string): number {
  return HALF_WIDTH.test(char) ? 0.5 : 1
}

/** The scripts, in the order in which they are asked for a character. */
const SCRIPTS: readonly Script[] = [
  { id: 'arabic', holds: ARABIC, em: arabicEm },
  { id: 'hebrew', holds: /[\u0590-\u05ff\ufb1d-\ufb4f]/, em: hebrewEm },
  { id: 'hangul', holds: /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3\uffa0-\uffdc]/, em: squareEm },
  {
    id: 'han',
    holds:
      /[\u2e80-\u312f\u3190-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff9f\uffe0-\uffef\u{20000}-\u{2fa1f}]/u,
    em: squareEm,
  },
]

/** The script that supplies a character, or null where none does. */
export function scriptOf(char: string): Script | null {
  return SCRIPTS.find(({ holds }) => holds.test(char)) ?? null
}
