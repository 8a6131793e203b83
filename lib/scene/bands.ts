import type { BandsLayout, Figure, Series } from '../figure/figure'
import type { Attempt } from './attempt'
import { type LaidAxis, layAxis } from './axis'
import { type Bands, divideBands, gridSpans, isStacked, nameColumn, placeName } from './band'
import { type HeaderFooter, layHeaderFooter } from './header-footer'
import { type LegendItem, layLegend, SWATCH } from './legend'
import { placeMarks, sceneAxis } from './place-marks'
import type { Box, LegendEntry, PlacedText, Rule, SceneAxis, SceneMark } from './scene'
import { measure, placeText, shorten } from './text'
import { type Frame, NARROW, type TypeSizes } from './type'

/** The share of the width that marks keep where names stand beside them. */
const LEAST_MARKS = 0.3
/** Height of a band in a chart without a height of its own, on a phone and elsewhere: with texts behind marks, and without. */
const NATURAL = { mark: [46, 34], margin: [50, 36] } as const
/** The share of the height that names of parts may take. */
const MOST_LEGEND = 0.2
/** Dots keep this far from the start of their axis, and texts from what they stand behind; in ems. */
const INSET = 0.6
const BEHIND = { dot: 0.9, bar: 0.5 } as const

/** A band with its series and its text in this frame. */
type Item = { series: Series; text: string; given: boolean }

/** Everything of a chart of bands that is known before its marks are placed. */
type Geometry = {
  items: readonly Item[]
  header: HeaderFooter
  /** The names of the parts of bands, above them. */
  parts: readonly LegendEntry[]
  height: number
  plot: Box
  bands: Bands
  /** Width of the names' column beside the marks. */
  nameWidth: number
  /** Whether some name is longer than its column. */
  long: boolean
  x: LaidAxis
  y: Pick<LaidAxis, 'place'>
}

/** Lays out a band for each series: its name, its marks along x, and a text. */
export function layBands(
  figure: Figure,
  layout: BandsLayout,
  frame: Frame,
  sizes: TypeSizes,
): Attempt {
  const geometry = layGeometry(figure, layout, frame, sizes)
  const { bands, header, height, plot, x, y } = geometry
  return {
    fits: bands.fits,
    ample: bands.ample,
    cut: geometry.long && !bands.stacked && bands.lines === 1,
    height,
    finish: () => {
      const marks = placeMarks(figure, { x, y, base: sizes.base, band: bands.thick })
      const axis = axisTexts(figure, layout, geometry, frame, sizes)
      return {
        kind: figure.kind,
        title: figure.title,
        description: figure.description,
        frame: { width: frame.width, height },
        plot,
        x: sceneAxis(figure.x, x, axis.ticks, axis.name),
        y: bandAxis(geometry),
        layout: 'bands',
        series: figure.series,
        legend: [...geometry.parts, ...namesOf(layout, geometry, frame, sizes, marks)],
        marks,
        rules: rulesOf(layout, geometry),
        texts: [...header.texts(height), ...restTexts(layout, geometry, axis.bottom, frame, sizes)],
      }
    },
  }
}

function itemsOf({ series }: Figure, { bands }: BandsLayout, { width }: Frame): Item[] {
  return bands.flatMap(({ series: key, text, short, given }) => {
    const own = series.find((one) => one.key === key)
    return own ? [{ series: own, text: width < NARROW ? short : text, given }] : []
  })
}

/** The parts of bands in the order of their legend. */
const partsOf = ({ series }: Figure, { parts = [] }: BandsLayout): LegendItem[] =>
  parts.flatMap((key) => {
    const own = series.find((one) => one.key === key)
    return own ? [{ series: own, absent: false }] : []
  })

/** What is kept beneath the bands: the ticks with the axis' name, and what is told of the rest. */
const footOf = ({ rest }: BandsLayout, { base, small }: TypeSizes) =>
  rest ? small * 3 + base * 1.9 : small * 3.4

function layGeometry(
  figure: Figure,
  layout: BandsLayout,
  frame: Frame,
  sizes: TypeSizes,
): Geometry {
  const { width } = frame
  const { base, small, margin: side } = sizes
  const items = itemsOf(figure, layout, frame)
  const count = items.length
  const header = layHeaderFooter(figure, frame, sizes)
  const foot = footOf(layout, sizes)
  const [narrow, wide] = NATURAL[layout.textAt]
  const rows = count * (width < NARROW ? narrow : wide)
  const parts = layLegend(
    partsOf(figure, layout),
    { left: side, right: width - side, top: header.top },
    base,
    (frame.height ?? rows) * MOST_LEGEND,
  )
  const top = parts.bottom + (parts.entries.length > 0 ? base * 0.6 : 2)
  const height = frame.height ?? Math.ceil(top + rows + foot + header.under)
  const from = { top, bottom: height - header.under - foot }
  const names = nameColumn(
    [...(layout.rest ? [layout.rest.name] : []), ...items.map(({ series }) => series.label)],
    width,
    sizes,
  )
  const besideLeft = Math.ceil(side + names.width)
  const inset = figure.marks.some(({ type }) => type === 'dot') ? base * INSET : 0
  const besideRight = marksEnd(figure, layout, items, besideLeft + inset, width - side, sizes)
  const room = { count, room: from.bottom - from.top, cut: names.cut }
  const stacked =
    isStacked(frame, room, sizes) ||
    (layout.textAt === 'mark' &&
      besideRight - besideLeft - inset < (width - 2 * side) * LEAST_MARKS)
  const bands = divideBands(from, count, stacked, sizes)
  const margin =
    layout.textAt === 'mark' ? { left: 1, right: base * 1.5 } : { left: 4, right: Math.ceil(small) }
  const plot = {
    left: stacked ? Math.ceil(side + margin.left) : besideLeft,
    right: Math.floor(stacked ? width - side - margin.right : besideRight),
    top: bands.top,
    bottom: Math.ceil(bands.bottom),
  }
  const run = { range: [plot.left + inset, plot.right], upright: false, size: small } as const
  const order = items.map(({ series }) => series.key)
  const x = layAxis(figure.x, run)
  return {
    items,
    header,
    parts: parts.entries,
    height,
    plot,
    bands,
    nameWidth: names.width,
    long: names.long,
    // An axis of amounts has no ticks where nobody has an amount.
    x: figure.marks.length || figure.x.ends ? x : { ...x, ticks: [] },
    y: { place: (key) => bands.markAt(order.indexOf(String(key))) },
  }
}

/**
 * Where the marks may end beside their names: a text behind its mark must not leave the frame, and texts in the margin
 * need their own width.
 */
function marksEnd(
  figure: Figure,
  { textAt }: BandsLayout,
  items: readonly Item[],
  start: number,
  right: number,
  { base, small }: TypeSizes,
): number {
  if (textAt === 'margin')
    return right - Math.max(0, ...items.map(({ text }) => measure(text, base, 600))) - base
  const { place } = layAxis(figure.x, { range: [0, 1], upright: false, size: small })
  const ends = items.map(({ series, text }) => {
    const own = figure.marks.filter((mark) => mark.y === series.key)
    const free =
      right - start - behind(figure, base) - measure(text, base, series.focus ? 600 : 400)
    const share = Math.max(0, ...own.map(({ x }) => place(x)))
    // Without a mark the text needs its own width only.
    return free < 0 ? start : share > 0 ? start + free / share : right
  })
  return Math.min(right - small * 1.2, ...ends)
}

const behind = ({ marks }: Figure, base: number) =>
  base * (marks.some(({ type }) => type === 'dot') ? BEHIND.dot : BEHIND.bar)

function bandAxis({ items, bands }: Geometry): SceneAxis {
  const last = Math.max(0, items.length - 1)
  return {
    type: 'band',
    domain: items.map(({ series }) => series.key),
    range: [bands.markAt(0) - bands.row / 2, bands.markAt(last) + bands.row / 2],
    ticks: items.map(({ series }, index) => ({
      value: series.key,
      at: bands.markAt(index),
      text: null,
    })),
    name: null,
  }
}

/** The name of each band with its swatch, and its text: behind its last mark, or at the right margin. */
function namesOf(
  { textAt, parts }: BandsLayout,
  { items, bands, plot, nameWidth }: Geometry,
  { width }: Frame,
  { base, margin: side }: TypeSizes,
  marks: readonly SceneMark[],
): LegendEntry[] {
  const right = width - side
  return items.map(({ series, text, given }, index): LegendEntry => {
    const y = bands.nameAt(index)
    const weight = series.focus ? 600 : 400
    const style = {
      text,
      size: base,
      weight: given ? weight : 400,
      colour: given ? 'ink' : 'muted',
      role: 'label',
    } as const
    // The colours of parts are not the band's own, which has none then.
    const left = parts ? side : side + base * 1.25
    const taken = bands.stacked ? measure(text, base, weight) + base : 0
    const room = {
      width: bands.stacked ? right - left - taken : nameWidth - base * 1.6,
      lines: bands.lines,
    }
    const ends = marks.filter(({ values }) => values.y === series.key)
    const gap = base * (ends.some(({ type }) => type === 'dot') ? BEHIND.dot : BEHIND.bar)
    const value =
      bands.stacked || textAt === 'margin'
        ? placeText({ ...style, x: right, y: y + base * 0.36, anchor: 'end' })
        : placeText({
            ...style,
            x: Math.max(plot.left, ...ends.map(({ x }) => x)) + gap,
            y: bands.markAt(index) + base * 0.36,
            anchor: 'start',
          })
    return {
      series: series.key,
      swatch: {
        x: side + base * 0.45,
        y,
        size: parts ? 0 : base * SWATCH,
        colour: series.colour,
        shape: series.shape,
      },
      texts: [...placeName(series.label, { x: left, y }, room, { size: base, weight }), value],
    }
  })
}

function rulesOf({ rail }: BandsLayout, { bands, items, plot, x }: Geometry): Rule[] {
  const grid = x.ticks.flatMap(({ at, value }) =>
    gridSpans(bands, items.length).map(
      (span): Rule => ({
        ...span,
        x1: at,
        x2: at,
        width: 1,
        ...(value === 0 ? { colour: 'faint', role: 'axis' } : { colour: 'grid', role: 'grid' }),
      }),
    ),
  )
  const rails = items.map((_, index): Rule => {
    const y = bands.markAt(index)
    return { x1: plot.left, x2: plot.right, y1: y, y2: y, colour: 'grid', width: 1, role: 'grid' }
  })
  return rail ? [...grid, ...rails] : grid
}

/** The ticks' words and the axis' name, which stands behind its last tick where there is room, and else in the next line. */
function axisTexts(
  figure: Figure,
  { textAt }: BandsLayout,
  { plot, x }: Geometry,
  { width }: Frame,
  { small, margin: side }: TypeSizes,
): { ticks: PlacedText[]; name: PlacedText; bottom: number } {
  const y = plot.bottom + small * 1.4
  const style = { size: small, weight: 400, colour: 'muted' } as const
  // A first tick of 0 begins at its line, as half of it would leave a frame without margins.
  const ticks = x.ticks.map(({ at, label, value }) =>
    placeText({
      ...style,
      text: label,
      x: at,
      y,
      anchor: value === 0 && at - plot.left < small ? 'start' : 'middle',
      role: 'tick',
    }),
  )
  const right = textAt === 'margin' ? plot.right : width - side
  const end = Math.max(plot.left, ...ticks.map(({ box }) => box.right))
  const beside = end + small + measure(figure.x.label, small) <= right
  const name = placeText({
    ...style,
    text: figure.x.label,
    x: right,
    y: beside ? y : y + small * 1.35,
    anchor: 'end',
    role: 'axis',
  })
  return { ticks, name, bottom: y }
}

/** The rest would dwarf every band, so it is told in words, set apart beneath the axis. */
function restTexts(
  { rest, parts }: BandsLayout,
  { bands, plot }: Geometry,
  ticksAt: number,
  { width }: Frame,
  { base, small, margin: side }: TypeSizes,
): PlacedText[] {
  if (!rest) return []
  const style = {
    size: base,
    weight: 400,
    colour: 'muted',
    role: 'label',
    anchor: 'start',
  } as const
  const y = ticksAt + small * 1.6 + base * 1.1
  const x = bands.stacked ? side : plot.left + base * 0.5
  const words = bands.stacked ? `${rest.name}: ${rest.text}` : rest.text
  return [
    ...(bands.stacked
      ? []
      : [placeText({ ...style, text: rest.name, x: parts ? side : side + base * 1.25, y })]),
    placeText({ ...style, text: shorten(words, width - side - x, base), x, y }),
  ]
}
