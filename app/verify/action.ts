'use server'

import { rasterPool } from '@/lib/chart/raster-pool'
import { type VerdictWords, verdictWords } from '@/lib/chart/verdict'
import { verifyPicture } from '@/lib/chart/verify'
import { openStore } from '@/lib/store/open'
import { LARGEST_PICTURE, sizeMessage } from './limit'

/** What the page tells of a file. */
export type Told = VerdictWords & {
  fileName: string
  /** The view as it is now: where to see it, and the address of its picture; null where it is not known. */
  now: { href: string; picture: string; title: string } | null
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
          picture: `/api/chart/${verdict.chart}.svg${verdict.href.slice(1)}`,
        }
      : null
  return { ...verdictWords(verdict), fileName, now }
}
