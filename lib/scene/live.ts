import type { Figure, MarkType, Rows, Value } from '../figure/figure'
import { round, tenth } from './marks/mark'
import { areAlike } from './marks/marks'
import { runsOf } from './runs'
import type { PlacedMark, PlacedText, Scene, SceneMark } from './scene'

/** Marks that follow one another, of one type and series: their places in columns, as each name said again costs bytes. */
type PackedRun = {
  type: MarkType
  series: string
  x: readonly number[]
  y: readonly number[]
  /** One size for all, or each its own. */
  size: number | readonly number[]
  row: readonly string[]
  /** Absent where no mark has it. */
  from?: readonly (number | null)[]
  /** The band of each; absent where it is its series, or there are none. */
  band?: readonly string[]
  /** Which marks of the run are not joined to the one before, by their places in it. Absent for none. */
  gaps?: readonly number[]
}

/** What of a scene a picture that is drawn already needs to answer a pointer, a finger or the arrow keys. */
export type LiveScene = Pick<Scene, 'frame' | 'layout' | 'panels' | 'series'> & {
  y: Pick<Scene['y'], 'type'>
  legend: readonly { series: string }[]
  marks: readonly LiveMark[]
  /** The names of marks, each a part of its mark. */
  texts: readonly Pick<PlacedText, 'mark' | 'box'>[]
}

/** A placed datum, and of the data behind it what the arrow keys walk along: its band, where there are bands. */
export type LiveMark = PlacedMark & { values?: { y: Value } }

/** A chart as the browser loads it to answer on the server's picture. */
export type PackedChart = Omit<LiveScene, 'marks' | 'legend' | 'texts'> & {
  /** Keys of the series in the order of the legend. */
  legend: readonly string[]
  runs: readonly PackedRun[]
  /** The names of marks: the mark's place among all, and left, top, right and bottom of its name. */
  names: readonly (readonly number[])[]
  /** The rows that the marks tell. */
  rows: Rows
}

/** A chart that answers: what is pointed at, and the rows behind it. */
export type LiveChart = { scene: LiveScene; rows: Rows }

function packRun(marks: readonly SceneMark[], bands: boolean): PackedRun[] {
  const [first] = marks
  if (!first) return []
  const sizes = marks.map(({ size }) => round(size))
  const gaps = marks.flatMap(({ gap }, at) => (gap ? [at] : []))
  return [
    {
      type: first.type,
      series: first.series,
      x: marks.map(({ x }) => tenth(x)),
      y: marks.map(({ y }) => tenth(y)),
      size: sizes.every((size) => size === sizes[0]) ? round(first.size) : sizes,
      row: marks.map(({ row }) => row),
      ...(marks.some(({ from }) => from !== undefined)
        ? { from: marks.map(({ from }) => (from === undefined ? null : tenth(from))) }
        : {}),
      ...(bands && marks.some(({ values, series }) => values.y !== series)
        ? { band: marks.map(({ values }) => String(values.y)) }
        : {}),
      ...(gaps.length > 0 ? { gaps } : {}),
    },
  ]
}

/** A chart in few bytes, with its places to a tenth of a pixel, as the page's own drawing has them. */
export function packChart({ rows }: Pick<Figure, 'rows'>, scene: Scene): PackedChart {
  const { frame, layout, panels, series, legend, marks, texts } = scene
  const y = { type: scene.y.type }
  const places = new Map(marks.map(({ id }, at) => [id, at]))
  return {
    frame,
    layout,
    y,
    ...(panels ? { panels } : {}),
    series,
    legend: legend.map((entry) => entry.series),
    runs: runsOf(marks, areAlike).flatMap((run) => packRun(run, y.type === 'band')),
    names: texts.flatMap(({ mark, box: { left, top, right, bottom } }) => {
      const at = mark === undefined ? undefined : places.get(mark)
      return at === undefined ? [] : [[at, ...[left, top, right, bottom].map(tenth)]]
    }),
    rows,
  }
}

/** The chart that was packed. Marks are told apart by the order in which they are drawn. */
export function unpackChart({ legend, runs, names, rows, ...scene }: PackedChart): LiveChart {
  const marks: LiveMark[] = []
  for (const { type, series, x, y, size, row, from, band, gaps = [] } of runs)
    for (const [at, left] of x.entries()) {
      const begin = from?.[at]
      marks.push({
        type,
        id: String(marks.length),
        series,
        row: row[at] ?? '',
        x: left,
        y: y[at] ?? 0,
        size: typeof size === 'number' ? size : (size[at] ?? 0),
        ...(typeof begin === 'number' ? { from: begin } : {}),
        ...(gaps.includes(at) ? { gap: true } : {}),
        values: { y: band?.[at] ?? series },
      })
    }
  const texts = names.map(([at, left = 0, top = 0, right = 0, bottom = 0]) => ({
    mark: String(at),
    box: { left, top, right, bottom },
  }))
  return { scene: { ...scene, legend: legend.map((series) => ({ series })), marks, texts }, rows }
}
