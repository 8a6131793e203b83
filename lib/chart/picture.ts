import { KINDS, kindOf } from '../figure/kinds'
import type { Result } from '../model/issue'
import { DEFAULT_FRAME, PRESETS } from './preset'

/** What a chart can be taken away as. */
export type Format = 'svg' | 'png' | 'pdf' | 'csv' | 'json'

/** How a chart is to be drawn for taking away; the view says what is in it. */
export type Picture = {
  /** Key of a kind of chart. */
  kind: string
  format: Format
  /** Frame in CSS pixels; a PNG has `width × scale` by `height × scale` pixels. */
  width: number
  height: number
  scale: 1 | 2 | 3 | 4
  theme: 'light' | 'dark'
  background: 'paper' | 'none'
  /** Whether title, subtitle, source, notes and link stand inside the image. */
  block: boolean
  /** For CSV and JSON: the figures that the chart shows, or the rows of the list that they are made from. */
  data: 'chart' | 'rows'
  /** Whether a browser is told to save the file rather than to show it. */
  download: boolean
}

/** Why a request for an image was refused. `parameter` is null where the path itself is wrong. */
export type PictureFault = { parameter: string | null; value: string; message: string }

/** The bounds of an image: below them text does not fit, above them one request costs too much. */
export const PICTURE_LIMITS = {
  width: [480, 4096],
  height: [320, 4096],
  /** Pixels of a PNG after scaling: every preset at 4× stays below it. */
  pixels: 24_000_000,
} as const

/** Each format with its media type, and whether it is text that a person reads. */
export const FORMATS: Readonly<Record<Format, { mediaType: string; label: string }>> = {
  svg: { mediaType: 'image/svg+xml; charset=utf-8', label: 'SVG' },
  png: { mediaType: 'image/png', label: 'PNG' },
  pdf: { mediaType: 'application/pdf', label: 'PDF' },
  csv: { mediaType: 'text/csv; charset=utf-8', label: 'CSV' },
  json: { mediaType: 'application/json; charset=utf-8', label: 'JSON' },
}

type Drawing = Omit<Picture, 'kind' | 'format'>

const DEFAULTS: Drawing = {
  ...DEFAULT_FRAME,
  scale: 1,
  theme: 'light',
  background: 'paper',
  block: true,
  data: 'chart',
  download: false,
}

/** One parameter: how its text is read, how it is written, and what to say of a text that is neither. */
type Parameter<K extends keyof Drawing> = {
  name: string
  read: (text: string) => Drawing[K] | null
  write: (value: Drawing[K]) => string
  expected: string
}

function wholeBetween([low, high]: readonly [number, number]) {
  return (text: string) => {
    const value = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
    return value >= low && value <= high ? value : null
  }
}

function oneOf<T>(words: Readonly<Record<string, T>>) {
  return (text: string) => (Object.hasOwn(words, text) ? (words[text] ?? null) : null)
}

const PARAMETERS: { readonly [K in keyof Drawing]: Parameter<K> } = {
  width: {
    name: 'width',
    read: wholeBetween(PICTURE_LIMITS.width),
    write: String,
    expected: 'a whole number from 480 to 4096',
  },
  height: {
    name: 'height',
    read: wholeBetween(PICTURE_LIMITS.height),
    write: String,
    expected: 'a whole number from 320 to 4096',
  },
  scale: {
    name: 'scale',
    read: oneOf<Picture['scale']>({ '1': 1, '2': 2, '3': 3, '4': 4 }),
    write: String,
    expected: '1, 2, 3 or 4',
  },
  // A picture has no reader's preference to follow, so the page's `system` is light.
  theme: {
    name: 'theme',
    read: oneOf<Picture['theme']>({ light: 'light', dark: 'dark', system: 'light' }),
    write: String,
    expected: 'light or dark',
  },
  background: {
    name: 'background',
    read: oneOf<Picture['background']>({ paper: 'paper', none: 'none' }),
    write: String,
    expected: 'paper or none',
  },
  block: {
    name: 'title',
    read: (text) => (text === 'on' ? true : text === 'off' ? false : null),
    write: (value) => (value ? 'on' : 'off'),
    expected: 'on or off',
  },
  data: {
    name: 'data',
    read: oneOf<Picture['data']>({ chart: 'chart', rows: 'rows' }),
    write: String,
    expected: 'chart or rows',
  },
  download: {
    name: 'download',
    read: (text) => (text === '1' ? true : text === '0' ? false : null),
    write: (value) => (value ? '1' : '0'),
    expected: '1 or 0',
  },
}

/** A preset by its name: `size=slide`. Where width or height are given too, they count. */
const SIZE = 'size'

/** Names of the parameters that belong to the image and not to the page's own query. */
export const PICTURE_PARAMETERS: readonly string[] = [
  SIZE,
  ...Object.values(PARAMETERS)
    .map((parameter) => parameter.name)
    .filter((name) => name !== 'theme'),
]

const fault = (name: string, texts: readonly string[], expected: string): PictureFault => {
  const text = (texts[0] ?? '').slice(0, 60)
  const found = texts.length > 1 ? `given ${texts.length} times` : `“${text}”`
  return {
    parameter: name,
    value: text,
    message: `The parameter ${name} is ${found}; give it once, as ${expected}.`,
  }
}

function readSize(params: URLSearchParams, into: Drawing, faults: PictureFault[]): void {
  const texts = params.getAll(SIZE)
  if (texts.length === 0) return
  const preset = PRESETS.find(({ id }) => id === texts[0])
  if (texts.length > 1 || !preset) {
    faults.push(fault(SIZE, texts, `one of ${PRESETS.map(({ id }) => id).join(', ')}`))
    return
  }
  into.width = preset.width
  into.height = preset.height
}

function readInto<K extends keyof Drawing>(
  key: K,
  params: URLSearchParams,
  into: Drawing,
  faults: PictureFault[],
): void {
  const { name, read, expected } = PARAMETERS[key]
  // A form sends the fields that were left empty too.
  const texts = params.getAll(name).filter((text) => text !== '')
  const [text] = texts
  if (text === undefined) return
  const value = texts.length === 1 ? read(text) : null
  if (value !== null) into[key] = value
  else faults.push(fault(name, texts, expected))
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
  const dot = file.lastIndexOf('.')
  const kind = kindOf(file.slice(0, Math.max(dot, 0)))?.key
  const extension = file.slice(dot + 1)
  const format = (Object.keys(FORMATS) as Format[]).find((known) => known === extension)
  if (!kind || !format) {
    return {
      ok: false,
      error: [
        {
          parameter: null,
          value: file.slice(0, 60),
          message: `There is no chart “${file.slice(0, 60)}”. The charts are ${KINDS.map(({ key }) => key).join(', ')}; each ends in ${Object.keys(
            FORMATS,
          )
            .map((known) => `.${known}`)
            .join(', ')}.`,
        },
      ],
    }
  }
  const drawing = { ...DEFAULTS }
  const faults: PictureFault[] = []
  readSize(params, drawing, faults)
  for (const key of Object.keys(PARAMETERS) as (keyof Drawing)[])
    readInto(key, params, drawing, faults)
  const pixels = drawing.width * drawing.height * drawing.scale ** 2
  if (faults.length === 0 && format === 'png' && pixels > PICTURE_LIMITS.pixels) {
    faults.push({
      parameter: 'scale',
      value: String(drawing.scale),
      message: `${drawing.width} × ${drawing.height} at ${drawing.scale}× is ${(pixels / 1e6).toFixed(1)} million pixels; at most ${PICTURE_LIMITS.pixels / 1e6} million are drawn. Choose a smaller scale or frame.`,
    })
  }
  return faults.length
    ? { ok: false, error: faults }
    : { ok: true, value: { kind, format, ...drawing } }
}

/** The parameters of a drawing that differ from what the endpoint takes without them, in the table's order. */
export function pictureParams(drawing: Partial<Drawing>): URLSearchParams {
  const params = new URLSearchParams()
  for (const key of Object.keys(PARAMETERS) as (keyof Drawing)[]) writeInto(key, drawing, params)
  return params
}

function writeInto<K extends keyof Drawing>(
  key: K,
  drawing: Partial<Drawing>,
  params: URLSearchParams,
): void {
  const value: Drawing[K] | undefined = drawing[key]
  if (value === undefined || value === DEFAULTS[key]) return
  params.set(PARAMETERS[key].name, PARAMETERS[key].write(value))
}

/** The parameters that a picture's metadata keep: how it was saved says nothing of what it shows. */
export function keptParams(picture: Drawing): string {
  const { width, height, scale, theme, background, block } = picture
  return pictureParams({ width, height, scale, theme, background, block }).toString()
}
