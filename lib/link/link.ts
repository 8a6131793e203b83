import { type Codec, type Notice, type Params, quote } from './codec'

/** A page's link: a codec for everything that it says, in the order in which it is written. */
export type Link<V> = { readonly [K in keyof V]: Codec<V[K]> }

/** Parameters that other sites add to links; they say nothing of the view. */
const FOREIGN = /^(?:utm_\w+|fbclid|gclid|mc_cid|mc_eid|ref)$/
/** More notices than these are not read, and longer values are not repeated. */
const MOST_NOTICES = 12
const LONGEST_VALUE = 200

/** Everything that a link gives for a parameter. */
export function textsOf(params: Params, parameter: string): readonly string[] {
  const value = Object.hasOwn(params, parameter) ? params[parameter] : undefined
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}

const keysOf = <V>(link: Link<V>) => Object.keys(link) as (keyof V)[]

/** What a bare link means. */
export function defaultsOf<V>(link: Link<V>): V {
  return Object.fromEntries(keysOf(link).map((key) => [key, link[key].default])) as V
}

/** The names of a link's parameters. */
export function parametersOf<V>(link: Link<V>): readonly string[] {
  return keysOf(link).map((key) => link[key].parameter)
}

function readInto<V, K extends keyof V>(
  link: Link<V>,
  key: K,
  params: Params,
  values: V,
): Notice | null {
  const { parameter, parse, write, show } = link[key]
  const texts = textsOf(params, parameter)
  if (texts.length === 0) return null
  const { value, fault, instead } = parse(texts)
  values[key] = value
  if (fault === null) return null
  const shown = show ? show(value) : write(value).map(quote).join(', ')
  const used = instead ? ` Used instead: ${shown}.` : ''
  return {
    parameter,
    value: texts.join(', ').slice(0, LONGEST_VALUE),
    fault,
    message: `${fault}${used}`,
  }
}

/**
 * Reads a link. What is not understood becomes a notice and the nearest sensible value.
 * @param others parameters that the caller reads itself; null where all parameters that are not the link's are the
 * caller's, and none of them is to be told of.
 */
export function parseLink<V>(
  link: Link<V>,
  params: Params,
  others: readonly string[] | null,
): { values: V; notices: Notice[] } {
  const values = defaultsOf(link)
  const notices = keysOf(link).flatMap((key) => readInto(link, key, params, values) ?? [])
  const understood = new Set([...parametersOf(link), ...(others ?? [])])
  const unknown = others === null ? [] : Object.keys(params)
  for (const name of unknown)
    if (!understood.has(name) && !FOREIGN.test(name)) {
      const fault = `The parameter ${quote(name)} is not known here.`
      notices.push({
        parameter: name.slice(0, LONGEST_VALUE),
        value: textsOf(params, name).join(', ').slice(0, LONGEST_VALUE),
        fault,
        message: `${fault} It is left out.`,
      })
    }
  return { values, notices: notices.slice(0, MOST_NOTICES) }
}

const same = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((text, index) => text === b[index])

function writeInto<V, K extends keyof V>(
  { parameter, write, default: bare }: Codec<V[K]>,
  value: V[K],
  params: URLSearchParams,
): void {
  const texts = write(value)
  if (!same(texts, write(bare))) for (const text of texts) params.append(parameter, text)
}

/** Values as query parameters, in one fixed order and without what a bare link means anyway. */
export function writeLink<V>(link: Link<V>, values: Partial<V>): URLSearchParams {
  const params = new URLSearchParams()
  for (const key of keysOf(link)) {
    const value = values[key]
    if (value !== undefined) writeInto<V, typeof key>(link[key], value as V[typeof key], params)
  }
  return params
}

/** A path with query parameters, and without a question mark where there are none. */
export function hrefOf(path: string, params: URLSearchParams): string {
  const query = params.toString()
  return query ? `${path}?${query}` : path
}
