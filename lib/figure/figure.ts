import type { Unit } from '../compare/figure'
import type { Cell } from '../compare/rows'
import type { EditionId } from '../model/edition'
import type { Hue, Shape } from '../model/organisation'
import { type Prose, plain } from '../model/prose'

/**
 * A value on an axis: a number on a linear or logarithmic one, a series' key on one of bands, and on one of time a
 * month or day, `2021-11` or `2021-11-15`.
 */
export type Value = number | string

/** The key of the grey rest among the series. */
export const REST = 'rest'

/** A series: an organisation, any other group, or the grey rest. */
export type Series = {
  key: string
  label: string
  /** Greys are for what is together, and a stronger one for what is neither. */
  colour: Hue | 'context' | 'faint'
  shape: Shape
  /** The series that the question is about; drawn stronger, and on top. */
  focus: boolean
}

/** How values become places. */
export type Scale =
  | { type: 'linear' | 'log'; domain: readonly [number, number] }
  | { type: 'band'; domain: readonly string[] }
  | { type: 'time'; domain: readonly [string, string] }

/** An axis: what it measures, its scale, and how its ticks are chosen and written. */
export type Axis = Scale & {
  /** What is measured, with the unit in which the ticks are written: `Rmax, Pflop/s, logarithmic`. */
  label: string
  /** Ticks are written as the value divided by this. */
  divisor: number
  /** Units for ticks that are each written in their own, `1 Gflop/s` beside `1 Eflop/s`, largest first; not divided then. */
  units?: readonly Unit[]
  /** Whether the first and the last value have a tick of their own, as on an axis of ranks. */
  ends?: boolean
  /** Steps between the ticks of a linear axis, the smallest first, where round ones would not be natural: 25 for a percentage. */
  steps?: readonly number[]
  /** Whether what stands to the left of 0 is an amount as what stands to its right, and written without a sign. */
  sides?: boolean
  /** Whether its ticks are whole numbers only, as of what is counted. */
  whole?: boolean
  /** Whether small values stand above large ones on an upright axis, as ranks do. */
  reversed?: boolean
}

/** The kinds of mark; each is a file of `scene/marks`. */
export type MarkType = 'dot' | 'bar' | 'tile' | 'tick' | 'line' | 'area'

/**
 * One datum of a chart. Lines and areas are made of marks too, one for each of their points, in the order in which
 * they are joined.
 */
export type Mark = {
  type: MarkType
  /** Unique in the figure, and the same in every frame: `rank-10`. */
  id: string
  series: string
  x: Value
  y: Value
  /** Where a bar (on x) or an area (on y) begins. */
  from?: number
  /** A point that is not joined to the one before it, as something in between is not known. */
  gap?: boolean
  /** Key of the row behind it, see {@link Rows}. */
  row: string
}

/** A name that a mark should have beside it, where there is room; the first of a figure's names are the most important. */
export type Label = {
  /** The mark's id. */
  mark: string
  name: string
  /** What follows the name and is never shortened: `, rank 10`. */
  suffix: string
}

/** A column of a table: its key, its name, and the unit of its numbers. */
export type TableColumn = { key: string; label: string; unit: string | null; numeric: boolean }

/** The figures that a chart shows, as a table: what the CSV holds, what stands beneath the chart, and what is hashed. */
export type DataTable = {
  columns: readonly TableColumn[]
  rows: readonly (readonly Cell[])[]
}

/** The rows behind the marks by their keys: what a reader who points at a mark is told. The first column names the row. */
export type Rows = {
  columns: readonly Pick<TableColumn, 'key' | 'label' | 'unit'>[]
  byKey: Readonly<Record<string, readonly Cell[]>>
  /** What stands before a row's key in the address of its own page: `/systems/2021-11-`. Absent where rows have none. */
  page?: string
}

/** Marks in a plane of two axes. */
export type PlaneLayout = {
  type: 'plane'
  /** The series in the order of the legend; one that has no mark is named all the same, and says so. */
  legend: readonly { series: string; absent: boolean }[]
  /** Whether the series are named above the plot, or where their lines end. */
  legendAt: 'top' | 'ends'
}

/** A small panel for each series, all on the same two axes. */
export type PanelsLayout = {
  type: 'panels'
  /** In reading order; `text` stands beside the name: the newest figure. */
  panels: readonly { series: string; text: string }[]
}

/** A tile for each series that has a mark, as large as the mark's value on x. */
export type TilesLayout = {
  type: 'tiles'
  /** The largest first; `text` stands beneath the name where there is room. */
  tiles: readonly { series: string; text: string }[]
}

/** A band for each series, with its name, its marks along x and a text. */
export type BandsLayout = {
  type: 'bands'
  bands: readonly {
    series: string
    /** What is written beside the marks, and what in a narrow frame. */
    text: string
    short: string
    /** A text that says that there is nothing is written in grey. */
    given: boolean
  }[]
  /** Whether the texts stand behind their marks, or one beneath the other at the right margin. */
  textAt: 'mark' | 'margin'
  /** Whether a line runs through each band, on which the marks stand. */
  rail: boolean
  /** What is told of all others beneath the axis, as it would dwarf every band; null for nothing. */
  rest: { name: string; text: string } | null
  /** The series of the marks, where these are parts of their band and not the band's own: named above the bands. */
  parts?: readonly string[]
}

/** The figure's notes as sentences that are read first, and a line for each mark, one of each series. */
export type LinesLayout = {
  type: 'lines'
  /** What the lines are. */
  heading: string
  lines: readonly {
    series: string
    /** Where it stands, what it is called, and its figure. */
    place: string
    name: string
    value: string
  }[]
  /** How many lines are left out. */
  more: number
}

/** A list behind a figure, for source, citation and provenance. */
export type ListSource = { edition: EditionId; version: number; hash: string }

/** The words of a figure, in which names of systems and organisations are told apart. */
export type Words = { title: Prose; subtitle: Prose; notes: readonly Prose[] }

/** The words of a figure as all that is drawn, copied and saved has them, and beside them as pages have them. */
export const worded = (
  words: Words,
): Pick<Figure, 'title' | 'subtitle' | 'notes'> & { prose: Words } => ({
  title: plain(words.title),
  subtitle: plain(words.subtitle),
  notes: words.notes.map(plain),
  prose: words,
})

/** The words of a figure as pages have them. */
export const wordsOf = ({ title, subtitle, notes, prose }: Figure): Words =>
  prose ?? { title, subtitle, notes }

/**
 * What a chart shows, without a pixel: words, series, scales, marks by value, and the rows behind them. Caption,
 * alternative text, citation, CSV, table and hash read nothing else; `scene` lays it out for a frame.
 */
export type Figure = {
  /** Key of the kind of chart, see `figure/kinds`. */
  kind: string
  title: string
  subtitle: string
  /** Where the figures come from: the list, its date and version. */
  source: string
  /** What is missing, counted twice, or must not be compared; one sentence each. */
  notes: readonly string[]
  /** Title, line beneath and notes with their names told apart, where they name systems or organisations; see {@link worded}. */
  prose?: Words
  /** One paragraph for a screen reader, from the same figures. */
  description: string
  /** Absolute address of the view; null on the page itself. */
  permalink: string | null
  lists: readonly ListSource[]
  layout: PlaneLayout | BandsLayout | PanelsLayout | TilesLayout | LinesLayout
  x: Axis
  y: Axis
  /** In the order in which they are drawn: the focus last. */
  series: readonly Series[]
  /** In the order in which they are drawn. */
  marks: readonly Mark[]
  labels: readonly Label[]
  /** Moments of an axis of time that are marked and numbered, oldest first; the notes say what they are. */
  moments?: readonly { at: string }[]
  table: DataTable
  rows: Rows
}
