import type { DataTable, Figure } from '../figure/figure'
import type { Kind } from '../figure/kind'
import type { Named } from '../model/prose'

/** What the charts of a page show: the answer to a link. Pictures, tables, embeds and proofs are made of it. */
export type Subject = {
  page: Kind['page']
  /** Path of the page on which its charts stand: `/`. */
  path: string
  /** What the link says of the answer, in one fixed order: nothing of the theme, or of how a table is sorted. */
  query: URLSearchParams
  /** Those of its parameters that its page's path says already. */
  inPath?: readonly string[]
  /** What its page is about: one system, or the organisation in focus; absent where it is about no one thing. */
  about?: Named
  /** A name for the versions of all lists on which the answer rests. */
  lists: string
  /** A shorter name for them, which changes whenever one of them does. */
  version: string
  /** Which lists it is about, in words: `TOP500 list of November 2021`. */
  words: string
  /** What a chart of it shows; null for a kind that stands on another page. The same one each time. */
  figure: (kind: string) => Figure | null
  /** The rows of lists that its figures are made from; null where they are too many for one file. */
  rows: (() => DataTable) | null
  /** How names of files of a chart begin: `top500_2021-11_azure-meta_built-by_totals-rmax`. */
  fileStem: (kind: string) => string
}

/** The link of a subject, or of another page that shows it: `/?list=2019-06`, `/table/totals?list=2019-06`. */
export function subjectHref({ path, query, inPath = [] }: Subject, at: string = path): string {
  const asked = new URLSearchParams(query)
  if (at === path) for (const name of inPath) asked.delete(name)
  const text = asked.toString()
  return text === '' ? at : `${at}?${text}`
}

/**
 * What a chart of a subject shows, with its link.
 * @param origin `https://top500.example`; null where the chart stands on its page and needs no link.
 * @throws where the kind stands on another page: a link's is checked when it is read.
 */
export function subjectFigure(subject: Subject, kind: string, origin: string | null): Figure {
  const figure = subject.figure(kind)
  if (!figure) throw new Error(`There is no chart “${kind}” on ${subject.path}.`)
  // A copy would make what a figure has not made yet, as the rows of its table.
  if (origin === null && figure.permalink === null) return figure
  return { ...figure, permalink: origin === null ? null : `${origin}${subjectHref(subject)}` }
}

/** Remembers the figures of one subject. */
export function onceByKind(make: (kind: string) => Figure | null): Subject['figure'] {
  const made = new Map<string, Figure | null>()
  return (kind) => {
    const known = made.get(kind)
    if (known !== undefined) return known
    const figure = make(kind)
    made.set(kind, figure)
    return figure
  }
}
