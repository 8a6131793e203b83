import type { Figure } from './figure'

const sentence = (text: string) => (text === '' || /[.!?]$/.test(text) ? text : `${text}.`)

const joined = (texts: readonly (string | null)[]) =>
  texts.flatMap((text) => (text ? [sentence(text.trim())] : [])).join(' ')

/** What to print under a chart: what it shows, what to know, and where it comes from. One paragraph. */
export function caption(figure: Figure): string {
  return joined([figure.title, figure.subtitle, ...figure.notes, figure.source])
}

/** What a chart says to somebody who does not see it: what it is, then its figures. One paragraph. */
export function altText(figure: Figure): string {
  return joined([figure.title, figure.subtitle, figure.description])
}
