import type { Mark, Series, Value } from '../figure/figure'
import type { Hue, Shape } from '../model/organisation'

/** A colour by its role. `palette` gives each a light and a dark value; a renderer looks it up and decides nothing. */
export type ColourRole = Hue | 'ink' | 'muted' | 'faint' | 'grid' | 'paper' | 'context'

/** A rectangle in pixels of the frame. */
export type Box = { left: number; top: number; right: number; bottom: number }

/** A text with its place; `box` is what it covers, by the font's own metrics. */
export type PlacedText = {
  text: string
  x: number
  y: number
  anchor: 'start' | 'middle' | 'end'
  size: number
  weight: 400 | 600
  colour: ColourRole
  role: 'title' | 'subtitle' | 'axis' | 'tick' | 'label' | 'legend' | 'source' | 'note'
  box: Box
  /** Id of the mark of which this is the name. */
  mark?: string
}

/** A tick of an axis: its value, where it stands in pixels of the frame, and its text; a band is named by its legend entry. */
export type SceneTick = { value: Value; at: number; text: PlacedText | null }

/** An axis with its scale resolved. `range` is in pixels of the frame. */
export type SceneAxis = {
  type: 'log' | 'linear' | 'band' | 'time'
  domain: readonly [Value, Value] | readonly string[]
  range: readonly [number, number]
  ticks: readonly SceneTick[]
  /** What is measured, where it is written. */
  name: PlacedText | null
}

/**
 * One datum, placed. `x` and `y` are pixels of the frame, a bar's far end. How it looks follows from its type and its
 * series, what is known of it from its row.
 */
export type PlacedMark = Pick<Mark, 'type' | 'id' | 'series' | 'row' | 'gap'> & {
  x: number
  y: number
  /** Radius of a dot, thickness of a bar or line, height of a tick; pixels. */
  size: number
  /** Where a bar (x) or an area (y) begins, in pixels. */
  from?: number
}

/** A placed datum with the data behind it. */
export type SceneMark = PlacedMark & { values: { x: Value; y: Value; from?: number } }

/** How the marks of a series look. */
export type Look = Pick<Series, 'key' | 'colour' | 'shape' | 'focus'>

/** The name of a series with its swatch, and in a band the text beside its marks. */
export type LegendEntry = {
  series: string
  swatch: { x: number; y: number; size: number; colour: ColourRole; shape: Shape }
  texts: readonly PlacedText[]
}

/** A line that is no datum: grid, axis, leader from a label to its mark. Pixels of the frame. */
export type Rule = {
  x1: number
  y1: number
  x2: number
  y2: number
  colour: ColourRole
  width: number
  role: 'grid' | 'axis' | 'leader'
}

/**
 * A figure laid out for one frame, as plain JSON: everything has its place, and a renderer decides nothing. It holds no
 * data but the marks' values and the keys of their rows.
 */
export type Scene = {
  kind: string
  title: string
  /** One paragraph for a screen reader. */
  description: string
  frame: { width: number; height: number }
  /** The rectangle in which data are drawn. */
  plot: Box
  x: SceneAxis
  y: SceneAxis
  /** How the arrow keys walk: through a plane, or along bands and from one to the next. */
  layout: 'plane' | 'bands'
  /** Where the panels of a plane of several begin, in pixels: a place in one is like that at the same distance in another. */
  panels?: readonly { series: string; left: number }[]
  series: readonly Series[]
  /** The series in the order in which a reader meets them. */
  legend: readonly LegendEntry[]
  marks: readonly SceneMark[]
  rules: readonly Rule[]
  /** Header and footer, labels of marks, and what is told beneath the axis. */
  texts: readonly PlacedText[]
}

/** Every text of a scene: header and footer, legend, axes, labels. */
export function textsOf({ texts, legend, x, y }: Scene): PlacedText[] {
  const axis = ({ name, ticks }: SceneAxis) => [
    ...(name ? [name] : []),
    ...ticks.flatMap(({ text }) => text ?? []),
  ]
  return [...texts, ...legend.flatMap((entry) => entry.texts), ...axis(y), ...axis(x)]
}

/** How the marks of each series look, by its key. */
export function looksOf({ series }: Pick<Scene, 'series'>): ReadonlyMap<string, Look> {
  return new Map(series.map((one) => [one.key, one]))
}
