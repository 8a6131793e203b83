import type { Figure, PanelsLayout, Series } from '../figure/figure'
import type { Attempt } from './attempt'
import { type LaidAxis, layAxis } from './axis'
import { type HeaderFooter, layHeaderFooter } from './header-footer'
import { SWATCH } from './legend'
import { placeMarks } from './place-marks'
import type { Box, LegendEntry, PlacedText, Rule, SceneAxis, SceneMark, SceneTick } from './scene'
import { measure, placeText, shorten } from './text'
import { type Frame, NARROW, type TypeSizes } from './type'

/** The least width and height of a panel in which a curve can be read, in sizes of the type. */
const LEAST = { width: 7, height: 2.6 } as const
/** How much wider than high a panel should be. */
const RATIO = 1.7
/** The least width of a panel on the page, and its height by its width. */
const NATURAL = { width: 230, narrow: 140, height: 0.6 } as const
/** Room above a panel for its name, and between two panels, in sizes of the type. */
const NAME = 2
const GAP = { x: 1.6, y: 0.9 } as const
/** Between the left of a swatch and its name, in the same. */
const SWATCH_ROOM = 1.15

/** A panel: where its curve is drawn, and the places of its values. */
type Panel = { series: Series; text: string; box: Box; column: number; x: LaidAxis; y: LaidAxis }

/** The width that a panel's name takes with its swatch, and with the text beside it. */
function widthsOf({ series, text }: Pick<Panel, 'series' | 'text'>, { base, small }: TypeSizes) {
  const name = base * SWATCH_ROOM + measure(series.label, base, series.focus ? 600 : 400)
  return { name, both: name + (text === '' ? 0 : small + measure(text, small)) }
}

type Geometry = {
  header: HeaderFooter
  height: number
  plot: Box
  columns: number
  panels: readonly Panel[]
  yNameAt: number
  fits: boolean
  /** Whether some name is longer than its panel is wide. */
  cut: boolean
  /** Whether every panel has room for its text beside its name. */
  beside: boolean
}

/** Lays out a small panel for each series, all on the same scales. */
export function layPanels(
  figure: Figure,
  layout: PanelsLayout,
  frame: Frame,
  sizes: TypeSizes,
): Attempt {
  const geometry = layGeometry(figure, layout, frame, sizes)
  const { header, height, plot, panels, fits } = geometry
  return {
    fits,
    ample: false,
    cut: geometry.cut,
    height,
    finish: () => ({
      kind: figure.kind,
      title: figure.title,
      description: figure.description,
      frame: { width: frame.width, height },
      plot,
      x: levelAxis(figure, geometry, sizes),
      y: uprightAxis(figure, geometry, sizes),
      layout: 'plane',
      panels: panels.map(({ series: { key }, box }) => ({ series: key, left: box.left })),
      series: figure.series,
      legend: panels.map((panel) => nameOf(panel, geometry.beside, sizes)),
      marks: panels.flatMap((panel) => marksOf(figure, panel, sizes)),
      rules: panels.flatMap((panel) => rulesOf(panel)),
      texts: header.texts(height),
    }),
  }
}

/** What a row that is left empty weighs beside panels that are too wide or too high. */
const EMPTY = 0.6

/** How many panels stand side by side: in a picture so that they are nearest to their ratio, on the page as wide as they should be. */
function columnsOf(count: number, width: number, height: number | null, sizes: TypeSizes): number {
  const { base } = sizes
  if (height === null) {
    const wanted = width < NARROW ? NATURAL.narrow : NATURAL.width
    return Math.max(1, Math.min(count, Math.floor(width / wanted)))
  }
  const unlike = (columns: number) => {
    const across = width / columns - GAP.x * base
    const down = height / Math.ceil(count / columns) - (NAME + GAP.y) * base
    const empty = (columns - (count % columns)) % columns
    return across <= 0 || down <= 0
      ? Number.POSITIVE_INFINITY
      : Math.abs(Math.log(across / down / RATIO)) + (EMPTY * empty) / columns
  }
  const all = Array.from({ length: count }, (_, at) => at + 1)
  return all.reduce((best, one) => (unlike(one) < unlike(best) ? one : best), 1)
}

function layGeometry(
  figure: Figure,
  { panels }: PanelsLayout,
  frame: Frame,
  sizes: TypeSizes,
): Geometry {
  const { width } = frame
  const { base, small, margin: side } = sizes
  const header = layHeaderFooter(figure, frame, sizes)
  const named = panels.flatMap(({ series: key, text }) => {
    const series = figure.series.find((one) => one.key === key)
    return series ? [{ series, text }] : []
  })
  const count = Math.max(1, named.length)
  const probe = layAxis(figure.y, { range: [base * 8, 0], upright: true, size: small })
  const tickWidth = Math.max(0, ...probe.ticks.map(({ label }) => measure(label, small)))
  const left = Math.ceil(side + tickWidth + small * 0.7)
  const right = width - side
  const yNameAt = header.top + small * 1.2
  const top = Math.ceil(yNameAt + small * 0.6)
  const foot = small * 3.4
  const room = frame.height === undefined ? null : frame.height - header.under - foot - top
  const columns = columnsOf(count, right - left, room, sizes)
  const rows = Math.ceil(count / columns)
  const across = (right - left + GAP.x * base) / columns
  const natural = (across - GAP.x * base) * NATURAL.height + NAME * base
  const down = Math.floor(room === null ? natural + GAP.y * base : (room + GAP.y * base) / rows)
  const bottom = Math.ceil(top + down * rows - GAP.y * base)
  const widths = named.map((one) => widthsOf(one, sizes))
  const wide = across - GAP.x * base
  return {
    header,
    cut: widths.some(({ name }) => name > wide),
    beside: widths.every(({ both }) => both <= wide),
    height: frame.height ?? Math.ceil(bottom + foot + header.under),
    plot: { left, right, top, bottom },
    columns,
    panels: named.map((one, at) => {
      const column = at % columns
      const above = top + Math.floor(at / columns) * down
      const box = {
        left: left + column * across,
        right: left + (column + 1) * across - GAP.x * base,
        top: above + NAME * base,
        bottom: above + down - GAP.y * base,
      }
      return { ...one, box, column, ...axesOf(figure, box, small) }
    }),
    yNameAt,
    fits: wide >= LEAST.width * base && down - (NAME + GAP.y) * base >= LEAST.height * base,
  }
}

function axesOf(figure: Figure, box: Box, small: number): Pick<Panel, 'x' | 'y'> {
  const range = figure.y.reversed
    ? ([box.top, box.bottom] as const)
    : ([box.bottom, box.top] as const)
  return {
    x: layAxis(figure.x, { range: [box.left, box.right], upright: false, size: small }),
    y: layAxis(figure.y, { range, upright: true, size: small }),
  }
}

/**
 * The marks of a panel. Every panel has its own place on the axes of the whole, so the values of these axes are pixels;
 * what the data are stands in the mark's row.
 */
function marksOf(figure: Figure, { series, x, y }: Panel, { base }: TypeSizes): SceneMark[] {
  const own = { ...figure, marks: figure.marks.filter((mark) => mark.series === series.key) }
  return placeMarks(own, { x, y, base, band: null }).map((mark) => ({
    ...mark,
    values: { x: mark.x, y: mark.y },
  }))
}

/** The name of a panel above it. @param beside whether its text stands at the right of it. */
function nameOf(
  { series, text, box }: Panel,
  beside: boolean,
  { base, small }: TypeSizes,
): LegendEntry {
  const weight = series.focus ? 600 : 400
  const y = box.top - base * 0.75
  const left = box.left + base * SWATCH_ROOM
  const name = { x: left, y, anchor: 'start', role: 'legend', weight, colour: 'ink' } as const
  const words = shorten(series.label, box.right - left, base, weight)
  return {
    series: series.key,
    swatch: {
      x: box.left + base * 0.4,
      y: y - base * 0.36,
      size: base * SWATCH,
      colour: series.colour,
      shape: series.shape,
    },
    texts: [
      placeText({ ...name, text: words, size: base }),
      ...(beside && text !== ''
        ? [
            placeText({
              text,
              x: box.right,
              y,
              anchor: 'end',
              size: small,
              weight: 400,
              colour: 'muted',
              role: 'label',
            }),
          ]
        : []),
    ],
  }
}

function rulesOf({ box, x, y }: Panel): Rule[] {
  const across = { x1: box.left, x2: box.right, width: 1 } as const
  return [
    ...y.ticks.map(({ at }): Rule => ({ ...across, y1: at, y2: at, colour: 'grid', role: 'grid' })),
    { ...across, y1: box.bottom, y2: box.bottom, colour: 'faint', role: 'axis' },
    ...x.ticks.map(
      ({ at }): Rule => ({
        x1: at,
        x2: at,
        y1: box.bottom,
        y2: box.bottom + 3,
        colour: 'faint',
        width: 1,
        role: 'axis',
      }),
    ),
  ]
}

/** An axis of the whole, whose values are pixels. */
const pixels = (
  [from, to]: readonly [number, number],
  ticks: readonly SceneTick[],
  name: PlacedText,
): SceneAxis => ({ type: 'linear', domain: [from, to], range: [from, to], ticks, name })

/** The years beneath the last panel of each column, those that have room. */
function levelAxis({ x: axis }: Figure, geometry: Geometry, { small }: TypeSizes): SceneAxis {
  const { panels, columns, plot } = geometry
  const last = panels.filter((_, at) => at + columns >= panels.length)
  const style = { size: small, weight: 400, colour: 'muted' } as const
  const ticks = last.flatMap(({ x, box }) => {
    let free = Number.NEGATIVE_INFINITY
    return x.ticks.flatMap(({ at, label }): SceneTick[] => {
      const half = measure(label, small) / 2
      const middle = Math.min(Math.max(at, box.left + half), box.right - half)
      if (middle - half < free || half * 2 > box.right - box.left) return []
      free = middle + half + small * 0.6
      const y = box.bottom + small * 1.55
      const text = placeText({
        ...style,
        text: label,
        x: middle,
        y,
        anchor: 'middle',
        role: 'tick',
      })
      return [{ value: at, at, text }]
    })
  })
  const name = placeText({
    ...style,
    text: axis.label,
    x: plot.right,
    y: plot.bottom + small * 2.9,
    anchor: 'end',
    role: 'axis',
  })
  return pixels([plot.left, plot.right], ticks, name)
}

/** The figures beside the first panel of each row. */
function uprightAxis({ y: axis }: Figure, geometry: Geometry, { small, margin }: TypeSizes) {
  const { panels, plot, yNameAt } = geometry
  const style = { size: small, weight: 400, colour: 'muted' } as const
  const ticks = panels
    .filter(({ column }) => column === 0)
    .flatMap(({ y }) =>
      y.ticks.map(({ at, label }): SceneTick => {
        const place = { x: plot.left - small * 0.6, y: at + small * 0.36, anchor: 'end' } as const
        return { value: at, at, text: placeText({ ...style, ...place, text: label, role: 'tick' }) }
      }),
    )
  const name = placeText({
    ...style,
    text: axis.label,
    x: margin,
    y: yNameAt,
    anchor: 'start',
    role: 'axis',
  })
  // From the top down, as pixels are counted.
  return pixels([plot.top, plot.bottom], ticks, name)
}
