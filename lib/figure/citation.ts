import { spanWords } from '../compare/time-words'
import { dayWords } from '../model/day'
import { editionLabel, editionNumber } from '../model/edition'
import type { Figure } from './figure'

type Cited = Pick<Figure, 'kind' | 'title' | 'permalink' | 'lists'>

const PUBLISHER = 'TOP500 Compare'

/** More lists than these are cited by the first and the last. */
const MOST_CITED = 3

const listWords = ({ edition, version, hash }: Figure['lists'][number]) =>
  `TOP500 list no. ${editionNumber(edition)}, ${editionLabel(edition)} (${version === 0 ? 'as published' : `version ${version}`}, SHA-256 ${hash.slice(0, 16)})`

/** The lists behind a chart, each with its hash; many by their span, as the link leads to them. */
function dataWords(lists: Figure['lists']): string {
  if (lists.length <= MOST_CITED) return lists.map(listWords).join('; ')
  const changed = lists.filter(({ version }) => version > 0).length
  const versions = changed === 0 ? 'as published' : `${changed} of them uploaded`
  return `${spanWords(lists.map(({ edition }) => ({ id: edition })))} (${versions})`
}

/** How to cite a chart in running text. @param seen the day on which the reader saw it. */
export function citation({ title, permalink, lists }: Cited, seen: Date): string {
  return `${PUBLISHER}: “${title}”. Data: ${dataWords(lists)}. ${permalink ?? ''} (seen ${dayWords(seen.toISOString().slice(0, 10))}).`
}

/** What TeX reads as a command, with what prints the character. */
const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

const tex = (text: string) =>
  text
    .replace(/[\\~^&%$#_{}]/g, (char) => TEX[char] ?? `\\${char}`)
    .replaceAll('“', '``')
    .replaceAll('”', "''")

/** `\url{}` takes every character but these as it is. */
const texUrl = (url: string) =>
  url.replace(/[\\{}^~\s]/g, (char) => encodeURIComponent(char)).replace(/[%#]/g, '\\$&')

/** How to cite a chart in BibTeX. @param seen the day on which the reader saw it. */
export function bibtex({ kind, title, permalink, lists }: Cited, seen: Date): string {
  const editions = lists.map(({ edition }) => edition)
  const cited =
    editions.length <= MOST_CITED ? editions : [...editions.slice(0, 1), ...editions.slice(-1)]
  const key = ['top500compare', ...cited, kind].join('-')
  const fields: [string, string][] = [
    ['author', `{${PUBLISHER}}`],
    ['title', `{${tex(title)}}`],
    ['howpublished', `\\url{${texUrl(permalink ?? '')}}`],
    ['note', tex(`Data: ${dataWords(lists)}`)],
    ['year', String(seen.getUTCFullYear())],
    ['urldate', seen.toISOString().slice(0, 10)],
  ]
  return `@misc{${key},\n${fields.map(([name, value]) => `  ${name} = {${value}},`).join('\n')}\n}\n`
}
