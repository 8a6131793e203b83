import type { EditionId } from '../model/edition'
import type { Hue, Shape } from '../model/organisation'

/** The kinds of chart; each is a row of the table in `chart/kinds`. */
export type ChartKind = 'rank-rmax' | 'totals' | 'rank-strip'

/** A paint by its role. `chart/palette` gives each a light and a dark value; a renderer looks it up and decides nothing. */
export type Paint = Hue | 'ink' | 'muted' | 'faint' | 'grid' | 'paper' | 'context'

/** A tick of an axis: its value in the data, its printed label, and where it stands, in pixels of the frame. */
export type Tick = { value: number | string; label: string; at: number }

/** An axis with its scale resolved. `range` is in pixels of the frame. */
export type Axis = {
  scale: 'log' | 'linear' | 'band'
  /** What is measured, with its unit as the field writes it, e.g. `Rmax, Pflop/s`. */
  label: string
  domain: readonly [number, number] | readonly string[]
  range: readonly [number, number]
  ticks: readonly Tick[]
  grid: boolean
}

/** One thing that stands for data, placed. `x`/`y` are pixels of the frame (a bar's far end), `values` the data behind it. */
export type Mark = {
  type: 'dot' | 'bar' | 'tick'
  /** A mark of the focus is drawn stronger: a ring of ink around a dot, a thicker tick. */
  focus: boolean
  /** Unique in the chart and stable across widths: `rank-10`, or the series key for a bar. */
  id: string
  series: string
  x: number
  y: number
  /** Radius of a dot, thickness of a bar, height of a tick; pixels. */
  size: number
  /** Where a bar begins, in pixels of x; absent for others. */
  from?: number
  paint: Paint
  shape: Shape
  /** Data values on the two axes, as the scales take them. */
  values: { x: number | string; y: number | string }
  /** What a reader who points at it is told: label and printed figure. The first line is the name. */
  tip: readonly { label: string; text: string }[]
}

/** The key of the grey rest among the series. */
export const REST = 'rest'

/** A series: an organisation, or the grey rest. */
export type Series = { key: string; label: string; paint: Paint; shape: Shape; focus: boolean }

/** A text with its place; `box` is what it covers, by the font's own metrics. */
export type PlacedText = {
  text: string
  x: number
  y: number
  anchor: 'start' | 'middle' | 'end'
  size: number
  weight: 400 | 600
  paint: Paint
  role: 'title' | 'subtitle' | 'axis' | 'tick' | 'label' | 'legend' | 'source' | 'note'
  box: { left: number; top: number; right: number; bottom: number }
}

/** A line that is no datum: grid, axis, leader from a label to its mark. Pixels of the frame. */
export type Rule = {
  x1: number
  y1: number
  x2: number
  y2: number
  paint: Paint
  width: number
  role: 'grid' | 'axis' | 'leader'
}

/** The data behind the marks as a table: what the CSV holds and what stands beneath the chart. */
export type DataTable = {
  columns: readonly { key: string; label: string; unit: string | null; numeric: boolean }[]
  rows: readonly (readonly (string | number | null)[])[]
}

/** A finished chart as plain JSON: everything resolved, nothing left for a renderer to decide. */
export type ChartSpec = {
  kind: ChartKind
  frame: { width: number; height: number }
  /** The rectangle in which data are drawn. */
  plot: { left: number; top: number; right: number; bottom: number }
  title: string
  subtitle: string
  /** Where the figures come from: the list, its date and version. */
  source: string
  /** What is missing, counted twice, or must not be compared; one sentence each. */
  notes: readonly string[]
  permalink: string | null
  /** One paragraph for a screen reader, from the same figures. */
  description: string
  x: Axis
  y: Axis
  series: readonly Series[]
  marks: readonly Mark[]
  rules: readonly Rule[]
  texts: readonly PlacedText[]
  /** Swatches beside the words of a legend or label that stand for a series. */
  keys: readonly { x: number; y: number; size: number; paint: Paint; shape: Shape }[]
  table: DataTable
  /** The lists behind it, for provenance. */
  lists: readonly { edition: EditionId; version: number; hash: string }[]
}
