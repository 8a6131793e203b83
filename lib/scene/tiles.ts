import type { Figure, Mark, Series, TilesLayout } from '../figure/figure'
import type { Attempt } from './attempt'
import { layHeaderFooter } from './header-footer'
import type { Box, LegendEntry, PlacedText, SceneAxis, SceneMark } from './scene'
import { squarify } from './squarify'
import { measure, placeText, wrap } from './text'
import { type Frame, NARROW, type TypeSizes } from './type'

/** Height of a chart without a height of its own, by its width: on a phone, and elsewhere. */
const NATURAL = { narrow: 1.2, wide: 0.5 } as const
/** The least height of the tiles together, in sizes of the type. */
const LEAST = 12
/** Between two tiles, in pixels, and around the words within one, in sizes of the type. */
const GAP = 2
const INSIDE = 0.5
const LINE = 1.3
/** A tile names its group in so many lines at most. */
const MOST_LINES = 2

type Tile = { mark: Mark; series: Series; text: string; box: Box }

/** Lays out a tile for each series, as large as its amount. Small tiles are without words; pointing at them names them. */
export function layTiles(
  figure: Figure,
  layout: TilesLayout,
  frame: Frame,
  sizes: TypeSizes,
): Attempt {
  const { width } = frame
  const { base, margin: side } = sizes
  const header = layHeaderFooter(figure, frame, sizes)
  const natural = Math.round(width * (width < NARROW ? NATURAL.narrow : NATURAL.wide))
  const height = frame.height ?? Math.ceil(header.top + natural + header.under)
  const plot = {
    left: side,
    right: width - side,
    top: Math.ceil(header.top),
    bottom: Math.floor(height - header.under),
  }
  return {
    fits: plot.bottom - plot.top >= LEAST * base,
    ample: false,
    cut: false,
    height,
    finish: () => {
      const tiles = tilesOf(figure, layout, plot)
      const named = tiles.map((tile) => ({ tile, words: wordsOf(tile, sizes) }))
      return {
        kind: figure.kind,
        title: figure.title,
        description: figure.description,
        frame: { width, height },
        plot,
        x: pixels(plot.left, plot.right),
        y: pixels(plot.top, plot.bottom),
        layout: 'bands',
        series: figure.series,
        legend: named.flatMap(({ tile, words }) => legendOf(tile, words, sizes)),
        marks: tiles.map(markOf),
        rules: [],
        texts: header.texts(height),
      }
    },
  }
}

/** An axis of the whole, whose values are pixels. */
const pixels = (from: number, to: number): SceneAxis => ({
  type: 'linear',
  domain: [from, to],
  range: [from, to],
  ticks: [],
  name: null,
})

function tilesOf(figure: Figure, { tiles }: TilesLayout, plot: Box): Tile[] {
  const found = tiles.flatMap(({ series: key, text }) => {
    const series = figure.series.find((one) => one.key === key)
    const mark = figure.marks.find((one) => one.series === key)
    return series && mark ? [{ series, mark, text }] : []
  })
  const boxes = squarify(
    found.map(({ mark }) => Number(mark.x)),
    plot,
  )
  return found.flatMap((one, at): Tile[] => {
    const box = boxes[at]
    return box ? [{ ...one, box: apart(box) }] : []
  })
}

/** A tile a little smaller than its place, so that neighbours are apart; the smallest keep a pixel. */
function apart({ left, right, top, bottom }: Box): Box {
  const [x, y] = [Math.min(GAP, (right - left) / 3) / 2, Math.min(GAP, (bottom - top) / 3) / 2]
  return { left: left + x, right: right - x, top: top + y, bottom: bottom - y }
}

function markOf({ mark: { id, row, series }, box }: Tile): SceneMark {
  const y = (box.top + box.bottom) / 2
  return {
    type: 'tile',
    id,
    row,
    series,
    x: box.right,
    y,
    size: box.bottom - box.top,
    from: box.left,
    values: { x: box.right, y, from: box.left },
  }
}

/** Name and figure of a tile, where all of the name has room; the figure where it has too. */
function wordsOf({ series, text, box }: Tile, { base, small }: TypeSizes): PlacedText[] {
  const room = box.right - box.left - 2 * INSIDE * base
  const lines = room > base ? wrap(series.label, room, base, 600) : []
  const high = box.bottom - box.top - 2 * INSIDE * base
  const whole =
    lines.length > 0 &&
    lines.length <= MOST_LINES &&
    // A name is broken between its words only.
    lines.join(' ') === series.label &&
    lines.every((line) => measure(line, base, 600) <= room)
  if (!whole || lines.length * base * LINE > high) return []
  const at = { x: box.left + INSIDE * base, anchor: 'start', colour: 'ink', role: 'label' } as const
  const top = box.top + INSIDE * base
  const name = lines.map((line, index) =>
    placeText({
      ...at,
      text: line,
      y: Math.round(top + base * (index * LINE + 0.95)),
      size: base,
      weight: 600,
    }),
  )
  const below = lines.length * base * LINE + small * LINE
  return below > high || measure(text, small) > room
    ? name
    : [
        ...name,
        placeText({
          ...at,
          text,
          y: Math.round(top + below - small * 0.3),
          size: small,
          weight: 400,
        }),
      ]
}

/** The words of a tile, which need no swatch, as they stand on it: one of no size. */
function legendOf(
  { series: { key, colour, shape }, box }: Tile,
  texts: readonly PlacedText[],
  { base }: TypeSizes,
): LegendEntry[] {
  if (texts.length === 0) return []
  const swatch = { x: box.left + base * 0.2, y: box.top + base * 0.2, size: 0, colour, shape }
  return [{ series: key, swatch, texts }]
}
