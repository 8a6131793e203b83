import { escapeXml } from '../scene/svg'

/** The frame of an embedded chart: wide pages and phones, both 4:3, so that one aspect holds for all. */
export const EMBED_FRAMES = {
  wide: { width: 960, height: 720 },
  narrow: { width: 480, height: 360 },
} as const

/** What is put into another page. @param src absolute address. @param alt what it shows, in words. */
type Embedded = { src: string; alt: string }

/** An `<iframe>` that keeps its aspect at any width, with no script and no style sheet beside it. */
export function iframeSnippet({ src, alt }: Embedded): string {
  return `<iframe src="${escapeXml(src)}" title="${escapeXml(alt)}" width="960" height="720" loading="lazy" style="width:100%;height:auto;aspect-ratio:4/3;border:0"></iframe>`
}

/** A plain `<img>` of a picture's address. */
export function imageSnippet({ src, alt }: Embedded): string {
  return `<img src="${escapeXml(src)}" alt="${escapeXml(alt)}" width="1200" height="675" loading="lazy" style="max-width:100%;height:auto">`
}
