import type { EditionId } from './edition'
import type { Lens } from './organisation'

/** A name that a text says, with what it names: a system by its key, or an organisation by its key as a list has it. */
export type Named =
  | { name: string; system: string }
  | { name: string; organisation: string; lens: Lens; list: EditionId }

/** A text in which names are told apart from the words around them; a plain text is one without names. */
export type Prose = string | readonly (string | Named)[]

/** The pieces of a text, in order. */
export const piecesOf = (text: Prose): readonly (string | Named)[] =>
  typeof text === 'string' ? [text] : text

/** A text as pictures, files and everything that is copied has it: its words alone. */
export const plain = (text: Prose): string =>
  piecesOf(text)
    .map((piece) => (typeof piece === 'string' ? piece : piece.name))
    .join('')

/** Texts one after the other. */
export const joinedProse = (texts: readonly Prose[], between = ''): Prose =>
  texts.flatMap((text, at) => [...(at === 0 || between === '' ? [] : [between]), ...piecesOf(text)])

/** A text with others put into it, whose names stay names: prose`The rank of ${name}`. */
export const prose = (words: TemplateStringsArray, ...parts: readonly (Prose | Named)[]): Prose =>
  words.flatMap((text, at) => {
    const part = parts[at]
    const own = text === '' ? [] : [text]
    if (part === undefined) return own
    return [...own, ...(typeof part === 'object' && 'name' in part ? [part] : piecesOf(part))]
  })

/** A text with its first words changed, as at the beginning of a sentence. */
export function opening(text: Prose, change: (words: string) => string): Prose {
  const [first, ...others] = piecesOf(text)
  return typeof first === 'string' ? [change(first), ...others] : text
}

/** Texts that say the same once, in the order in which they first stand. */
export const eachOnce = (texts: readonly Prose[]): readonly Prose[] => [
  ...new Map(texts.map((text) => [plain(text), text])).values(),
]
