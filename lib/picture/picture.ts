import { KINDS, kindOf } from '../figure/kinds'
import { type Drawing, PICTURE_LIMITS, parseDrawing } from '../link/picture'
import type { Result } from '../model/issue'

/** The formats in which a chart is downloaded. */
export type Format = 'svg' | 'png' | 'pdf' | 'csv' | 'json'

/** A chart as a file: its kind, its format, and how it is drawn; the view says what is in it. */
export type Picture = Drawing & {
  /** Key of a kind of chart. */
  kind: string
  format: Format
}

/** Why a request for an image was refused. `parameter` is null where the path itself is wrong. */
export type PictureFault = { parameter: string | null; value: string; message: string }

/** Each format with its media type, and how it is called. */
export const FORMATS: Readonly<Record<Format, { mediaType: string; label: string }>> = {
  svg: { mediaType: 'image/svg+xml; charset=utf-8', label: 'SVG' },
  png: { mediaType: 'image/png', label: 'PNG' },
  pdf: { mediaType: 'application/pdf', label: 'PDF' },
  csv: { mediaType: 'text/csv; charset=utf-8', label: 'CSV' },
  json: { mediaType: 'application/json; charset=utf-8', label: 'JSON' },
}

/** The last part of an image's path: a kind and a format. */
function parseFile(file: string): Pick<Picture, 'kind' | 'format'> | null {
  const dot = file.lastIndexOf('.')
  const kind = kindOf(file.slice(0, Math.max(dot, 0)))?.key
  const format = (Object.keys(FORMATS) as Format[]).find((known) => known === file.slice(dot + 1))
  return kind && format ? { kind, format } : null
}

/** How many pixels a PNG has, where that is more than are drawn. */
function tooLarge(format: Format, { width, height, scale }: Drawing): PictureFault | null {
  const pixels = width * height * scale ** 2
  if (format !== 'png' || pixels <= PICTURE_LIMITS.pixels) return null
  return {
    parameter: 'scale',
    value: String(scale),
    message: `${width} × ${height} at ${scale}× is ${(pixels / 1e6).toFixed(1)} million pixels; at most ${PICTURE_LIMITS.pixels / 1e6} million are drawn. Choose a smaller scale or frame.`,
  }
}

/**
 * Reads the last part of an image's path and its parameters, e.g. `rank-rmax.png` and `width=1200&scale=2`.
 * Parameters of the page's own query are left alone.
 * @returns every fault at once; a file name that is no chart is a fault with `parameter` null.
 */
export function parsePicture(
  file: string,
  params: URLSearchParams,
): Result<Picture, PictureFault[]> {
  const named = parseFile(file)
  if (!named) {
    const charts = KINDS.map(({ key }) => key).join(', ')
    const formats = Object.keys(FORMATS).map((known) => `.${known}`)
    const value = file.slice(0, 60)
    const message = `There is no chart “${value}”. The charts are ${charts}; each ends in ${formats.join(', ')}.`
    return { ok: false, error: [{ parameter: null, value, message }] }
  }
  const { drawing, notices } = parseDrawing(params)
  const large = notices.length === 0 ? tooLarge(named.format, drawing) : null
  const faults = large
    ? [large]
    : notices.map(({ parameter, value, fault }) => ({ parameter, value, message: fault }))
  return faults.length
    ? { ok: false, error: faults }
    : { ok: true, value: { ...named, ...drawing } }
}
