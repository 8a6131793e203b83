import { LRUCache } from 'lru-cache'
import type { VerdictWords } from '@/lib/export/verdict'
import { verdictWords } from '@/lib/export/verdict'
import type { Verdict } from '@/lib/export/verify'

/** What the page tells of a file. */
export type Told = VerdictWords & {
  fileName: string
  /** The view as it is now: where to see it, and its picture for either theme; null where it is not known. */
  now: { href: string; title: string; pictures: { light: string; dark: string } } | null
}

/** Address of a view's picture. @param href of the view, from the root. */
function pictureOf(chart: string, href: string, theme: 'light' | 'dark'): string {
  return `/api/chart/${chart}.svg${href.slice(1)}${href.includes('?') ? '&' : '?'}theme=${theme}`
}

/** A verdict as the page tells it. */
export function tellOf(verdict: Verdict, fileName: string): Told {
  const words = verdictWords(verdict)
  if (verdict.kind !== 'known') return { ...words, fileName, now: null }
  const { chart, href, title } = verdict
  const pictures = {
    light: pictureOf(chart, href, 'light'),
    dark: pictureOf(chart, href, 'dark'),
  }
  return { ...words, fileName, now: { href, title, pictures } }
}

/** A refusal as the page tells it. */
export const tellRefusal = (message: string, fileName: string): Told => ({
  tone: 'bad',
  headline: message,
  lines: [],
  fileName,
  now: null,
})

/** What a browser without script was told last is kept until it has come back for it. */
const KEPT_BYTES = 2 * 1024 * 1024
const KEPT_MS = 10 * 60 * 1000

// A server may load this module more than once; the answers are one for the process.
const held = globalThis as { top500Told?: LRUCache<string, Told> }

/** Answers by the name that their page's address has. */
export function toldAnswers(): LRUCache<string, Told> {
  held.top500Told ??= new LRUCache({
    maxSize: KEPT_BYTES,
    ttl: KEPT_MS,
    sizeCalculation: (told) => JSON.stringify(told).length * 2,
  })
  return held.top500Told
}
