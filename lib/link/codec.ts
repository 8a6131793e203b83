/** Query parameters as a page gets them. */
export type Params = Readonly<Record<string, string | readonly string[] | undefined>>

/** A parameter that was not understood: why not, and for a page the same with what is shown instead. */
export type Notice = { parameter: string; value: string; fault: string; message: string }

/** What a link says of one thing; `fault` is a sentence on what was not understood, and null where all was. */
export type Read<T> = {
  value: T
  fault: string | null
  /** Whether `value` stands in for what was not understood, so that the reader is told of it. */
  instead: boolean
}

/**
 * One parameter of a link: how it is called, what it means where it is absent, how it is read, what is said of a text that
 * means nothing, and how it is written. A page's link is a list of these.
 */
export type Codec<T> = {
  parameter: string
  default: T
  /** @param texts all that the link gives for the parameter, at least one. */
  parse: (texts: readonly string[]) => Read<T>
  /** The texts for a value; one that is written as the default's is left out of the link. */
  write: (value: T) => readonly string[]
  /** A value as a notice says it, where it is not written as readers know it. */
  show?: (value: T) => string
}

/** Texts longer than this are shortened in sentences. */
const LONGEST_QUOTE = 60

/** A text as sentences quote it. */
export function quote(text: string): string {
  return `“${text.slice(0, LONGEST_QUOTE)}${text.length > LONGEST_QUOTE ? '…' : ''}”`
}

/** How one text of a parameter is read and written; null for a text that means nothing. */
type Text<T> = {
  parameter: string
  default: T
  read: (text: string) => T | null
  write?: (value: T) => string
  /** What may stand there, `on or off`; or a whole sentence on a text that is not understood. */
  expected: string | ((text: string) => string)
  show?: (value: T) => string
}

/** A parameter that is given once. A field that a form sends empty counts as left out. */
export function single<T>(text: Text<T>): Codec<T> {
  const { parameter, expected } = text
  const write = text.write ?? String
  return {
    parameter,
    default: text.default,
    parse: (texts) => {
      const given = texts.filter((one) => one !== '')
      const [first] = given
      if (first === undefined) return { value: text.default, fault: null, instead: false }
      const value = text.read(first)
      if (value === null)
        return {
          value: text.default,
          fault:
            typeof expected === 'string'
              ? `${quote(first)} is not a known value of “${parameter}”; it can be ${expected}.`
              : expected(first),
          instead: true,
        }
      return {
        value,
        fault:
          given.length > 1
            ? `“${parameter}” is given ${given.length} times; it can be given once.`
            : null,
        instead: given.length > 1,
      }
    },
    write: (value) => [write(value)],
    show: text.show,
  }
}

/** `a`, `a or b`, `a, b or c`. */
function either(words: readonly string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`
}

/** One word out of a few. @param aliases further words that are read as one of them and never written. */
export function word<T extends string>(
  parameter: string,
  words: readonly T[],
  otherwise: NoInfer<T>,
  aliases: Readonly<Record<string, NoInfer<T>>> = {},
): Codec<T> {
  return single({
    parameter,
    default: otherwise,
    read: (text) =>
      words.find((one) => one === text) ??
      (Object.hasOwn(aliases, text) ? (aliases[text] ?? null) : null),
    expected: either(words),
  })
}

/** One word out of a few, or nothing. */
export function optionalWord<T extends string>(
  parameter: string,
  words: readonly T[],
): Codec<T | null> {
  return single<T | null>({
    parameter,
    default: null,
    read: (text) => words.find((one) => one === text) ?? null,
    write: (value) => value ?? '',
    expected: either(words),
  })
}

/** Yes or no in two words. */
export function flag(
  parameter: string,
  [yes, no]: readonly [string, string],
  otherwise: boolean,
): Codec<boolean> {
  return single({
    parameter,
    default: otherwise,
    read: (text) => (text === yes ? true : text === no ? false : null),
    write: (value) => (value ? yes : no),
    expected: either([yes, no]),
  })
}

/** A whole number in bounds. */
export function whole<T extends number | null>(
  parameter: string,
  [low, high]: readonly [number, number],
  otherwise: T,
): Codec<number | T> {
  return single<number | T>({
    parameter,
    default: otherwise,
    read: (text) => {
      const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
      return value >= low && value <= high ? value : null
    },
    write: (value) => (value === null ? '' : String(value)),
    expected: `a whole number from ${low} to ${high}`,
  })
}
