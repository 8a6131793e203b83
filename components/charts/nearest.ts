import type { ChartSpec, Mark } from '@/lib/chart/spec'

/** Squared distance from a point to what a mark covers; a bar is met along its whole length. */
function distance(mark: Mark, x: number, y: number): number {
  const dx =
    mark.type === 'bar'
      ? Math.max(0, Math.min(mark.x, mark.from ?? mark.x) - x, x - Math.max(mark.x, mark.from ?? 0))
      : mark.x - x
  const half = mark.type === 'dot' ? 0 : mark.size / 2
  const dy = Math.max(0, Math.abs(mark.y - y) - half)
  return dx * dx + dy * dy
}

/**
 * The mark that a pointer at `x`, `y` means: the nearest within `reach`, all in pixels of the frame.
 * Of marks equally near, the one drawn last, which lies on top.
 * @returns null where none is within reach.
 */
export function markAt(marks: readonly Mark[], x: number, y: number, reach: number): Mark | null {
  let found: Mark | null = null
  let least = reach * reach
  for (const mark of marks) {
    const d = distance(mark, x, y)
    if (d <= least) {
      found = mark
      least = d
    }
  }
  return found
}

/** Marks in the order in which the arrow keys pass them: along the line of reading, then down. */
function inOrder(marks: readonly Mark[]): Mark[] {
  const bars = marks.every((mark) => mark.type === 'bar')
  return [...marks].sort((a, b) => (bars ? a.y - b.y : a.x - b.x || a.y - b.y))
}

/** The series from top to bottom as a reader meets them: by the lines of a strip, else as the legend names them. */
function seriesDown(spec: ChartSpec): string[] {
  const line = new Map<string, number>()
  for (const mark of spec.marks) if (mark.type === 'tick') line.set(mark.series, mark.y)
  const legend = spec.texts.filter(({ role }) => role === 'legend').map(({ text }) => text)
  const place = ({ key, label }: ChartSpec['series'][number]) =>
    line.get(key) ?? legend.indexOf(label)
  return [...spec.series].sort((a, b) => place(a) - place(b)).map(({ key }) => key)
}

/**
 * The mark that a key leads to from `mark`. Left and right go to the next one along the line of reading, over
 * all series in a plot of dots and within the line in a strip; up and down to the nearest of the series before
 * or after; Home and End to the ends. Without a mark, any of these keys leads to the focus' first.
 * @returns null for other keys and where there is nothing further.
 */
export function neighbour(spec: ChartSpec, mark: Mark | null, key: string): Mark | null {
  const step = STEPS[key]
  if (!step) return null
  const focus = spec.series.find((series) => series.focus)?.key
  if (!mark) {
    const own = inOrder(spec.marks.filter((candidate) => candidate.series === focus))
    return own[0] ?? inOrder(spec.marks)[0] ?? null
  }
  const strip = spec.marks.some((candidate) => candidate.type === 'tick')
  const bars = spec.marks.every((candidate) => candidate.type === 'bar')
  if (step.across && !bars) {
    const keys = seriesDown(spec)
    for (let at = keys.indexOf(mark.series) + step.by; at >= 0 && at < keys.length; at += step.by) {
      const there = spec.marks.filter((candidate) => candidate.series === keys[at])
      const [nearest] = there.sort((a, b) => Math.abs(a.x - mark.x) - Math.abs(b.x - mark.x))
      if (nearest) return nearest
    }
    return null
  }
  const line = inOrder(
    strip ? spec.marks.filter((candidate) => candidate.series === mark.series) : spec.marks,
  )
  if (step.end) return (step.by < 0 ? line[0] : line.at(-1)) ?? null
  return line[line.findIndex((candidate) => candidate.id === mark.id) + step.by] ?? null
}

/** What each key means. */
const STEPS: Readonly<Record<string, { by: 1 | -1; across?: true; end?: true }>> = {
  ArrowLeft: { by: -1 },
  ArrowRight: { by: 1 },
  ArrowUp: { by: -1, across: true },
  ArrowDown: { by: 1, across: true },
  Home: { by: -1, end: true },
  End: { by: 1, end: true },
}
