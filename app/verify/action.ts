'use server'

import { rasterPool } from '@/lib/chart/raster-pool'
import { type VerdictWords, verdictWords } from '@/lib/chart/verdict'
import { verifyPicture } from '@/lib/chart/verify'
import { openStore } from '@/lib/store/open'
import { LARGEST_PICTURE, sizeMessage } from './limit'

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

/** Reads a picture that somebody brings; nothing of it is kept. */
export async function verify(_before: Told | null, form: FormData): Promise<Told | null> {
  const file = form.get('file')
  if (!(file instanceof File) || (file.size === 0 && file.name === '')) return null
  const fileName = file.name.slice(0, 120)
  if (file.size > LARGEST_PICTURE)
    return { tone: 'bad', headline: sizeMessage(file.size), lines: [], fileName, now: null }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const verdict = await verifyPicture(bytes, await openStore(), rasterPool())
  const now =
    verdict.kind === 'known'
      ? {
          href: verdict.href,
          title: verdict.title,
          pictures: {
            light: pictureOf(verdict.chart, verdict.href, 'light'),
            dark: pictureOf(verdict.chart, verdict.href, 'dark'),
          },
        }
      : null
  return { ...verdictWords(verdict), fileName, now }
}
