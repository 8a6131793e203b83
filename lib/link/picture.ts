import { type Codec, flag, type Notice, optionalWord, single, whole, word } from './codec'
import { type Link, parametersOf, parseLink, writeLink } from './link'
import { DEFAULT_FRAME, PRESETS, type PresetId } from './preset'

/** How a chart is to be drawn for downloading; the view says what is in it. */
export type Drawing = {
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

/** The bounds of an image: below them text does not fit, above them one request costs too much. */
export const PICTURE_LIMITS = {
  width: [480, 4096],
  height: [320, 4096],
  /** Pixels of a PNG after scaling: every preset at 4× stays below it. */
  pixels: 24_000_000,
} as const

const SCALES: readonly Drawing['scale'][] = [1, 2, 3, 4]

const scale: Codec<Drawing['scale']> = single({
  parameter: 'scale',
  default: 1,
  read: (text) => SCALES.find((one) => String(one) === text) ?? null,
  expected: '1, 2, 3 or 4',
})

const DRAWING: Link<Drawing> = {
  width: whole('width', PICTURE_LIMITS.width, DEFAULT_FRAME.width),
  height: whole('height', PICTURE_LIMITS.height, DEFAULT_FRAME.height),
  scale,
  // A picture has no reader's preference to follow, so the page's `system` is light.
  theme: word('theme', ['light', 'dark'], 'light', { system: 'light' }),
  background: word('background', ['paper', 'none'], 'paper'),
  block: flag('title', ['on', 'off'], true),
  data: word('data', ['chart', 'rows'], 'chart'),
  download: flag('download', ['1', '0'], false),
}

/** A preset by its name: `size=slide`. Where width or height are given too, they count. */
const SIZE: Link<{ size: PresetId | null }> = {
  size: optionalWord(
    'size',
    PRESETS.map(({ id }) => id),
  ),
}

/** Names of the parameters that belong to the image and not to the page's own query. */
export const PICTURE_PARAMETERS: readonly string[] = [
  ...parametersOf(SIZE),
  ...parametersOf(DRAWING).filter((name) => name !== 'theme'),
]

/** Reads the parameters of an image; those of the page's own query are left alone. */
export function parseDrawing(search: URLSearchParams): { drawing: Drawing; notices: Notice[] } {
  const params = Object.fromEntries([...search.keys()].map((key) => [key, search.getAll(key)]))
  const given = (parameter: string) => search.getAll(parameter).some((text) => text !== '')
  const { values, notices } = parseLink(DRAWING, params, null)
  const asked = parseLink(SIZE, params, null)
  const preset = PRESETS.find(({ id }) => id === asked.values.size)
  return {
    drawing: {
      ...values,
      ...(preset && !given('width') ? { width: preset.width } : {}),
      ...(preset && !given('height') ? { height: preset.height } : {}),
    },
    notices: [...asked.notices, ...notices],
  }
}

/** The parameters of a drawing that differ from what the address takes without them, in a fixed order. */
export function pictureParams(drawing: Partial<Drawing>): URLSearchParams {
  return writeLink(DRAWING, drawing)
}

/** The parameters that a picture's metadata keep: how it was saved says nothing of what it shows. */
export function keptParams(drawing: Drawing): string {
  const { width, height, scale: times, theme, background, block } = drawing
  return pictureParams({ width, height, scale: times, theme, background, block }).toString()
}
