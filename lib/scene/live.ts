import type { Figure, MarkType, Rows } from '../figure/figure'
import { round, tenth } from './marks/mark'
import type { PlacedMark, Scene } from './scene'

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
  /** Which marks of the run are not joined to the one before, by their places in it. Absent for none. */
  gaps?: readonly number[]
}

/** What of a scene a picture that is drawn already needs to answer a pointer, a finger or the arrow keys. */
export type LiveScene = Pick<Scene, 'frame' | 'layout' | 'panels' | 'series'> & {
  legend: readonly { series: string }[]
  marks: readonly PlacedMark[]
}

/** A chart as the browser loads it to answer on the server's picture. */
export type PackedChart = Omit<LiveScene, 'marks' | 'legend'> & {
  /** Keys of the series in the order of the legend. */
  legend: readonly string[]
  runs: readonly PackedRun[]
  /** The rows that the marks tell. */
  rows: Rows
}

/** A chart that answers: what is pointed at, and the rows behind it. */
export type LiveChart = { scene: LiveScene; rows: Rows }

/** Neighbours of the same type and series, together. */
function runsOf(marks: readonly PlacedMark[]): PlacedMark[][] {
  const found: PlacedMark[][] = []
  for (const mark of marks) {
    const run = found.at(-1)
    const [first] = run ?? []
    if (run && first?.series === mark.series && first.type === mark.type) run.push(mark)
    else found.push([mark])
  }
  return found
}

function packRun(marks: readonly PlacedMark[]): PackedRun[] {
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
      ...(gaps.length > 0 ? { gaps } : {}),
    },
  ]
}

/** A chart in few bytes, with its places to a tenth of a pixel, as the page's own drawing has them. */
export function packChart({ rows }: Pick<Figure, 'rows'>, scene: Scene): PackedChart {
  const { frame, layout, panels, series, legend, marks } = scene
  return {
    frame,
    layout,
    ...(panels ? { panels } : {}),
    series,
    legend: legend.map((entry) => entry.series),
    runs: runsOf(marks).flatMap(packRun),
    rows,
  }
}

/** The chart that was packed. Marks are told apart by the order in which they are drawn. */
export function unpackChart({ legend, runs, rows, ...scene }: PackedChart): LiveChart {
  const marks = runs.flatMap(({ type, series, x, y, size, row, from, gaps = [] }, run) =>
    x.map((left, at) => {
      const begin = from?.[at]
      return {
        type,
        id: `${run}-${at}`,
        series,
        row: row[at] ?? '',
        x: left,
        y: y[at] ?? 0,
        size: typeof size === 'number' ? size : (size[at] ?? 0),
        ...(typeof begin === 'number' ? { from: begin } : {}),
        ...(gaps.includes(at) ? { gap: true } : {}),
      }
    }),
  )
  return { scene: { ...scene, legend: legend.map((series) => ({ series })), marks }, rows }
}
