import type { LiveMark, LiveScene } from './live'
import { MARKS } from './marks/marks'
import type { Box } from './scene'

/** The marks of each series in the order in which they are joined. */
function bySeries(marks: readonly LiveMark[]): Map<string, LiveMark[]> {
  const found = new Map<string, LiveMark[]>()
  for (const mark of marks) {
    const own = found.get(mark.series)
    if (own) own.push(mark)
    else found.set(mark.series, [mark])
  }
  return found
}

const isIn = ({ left, right, top, bottom }: Box, { x, y }: { x: number; y: number }) =>
  left <= x && x <= right && top <= y && y <= bottom

/**
 * The mark that a pointer means: that of the name on which it is, else the nearest within `reach`, all in pixels of the
 * frame. Of marks equally near, the one drawn last, which lies on top.
 * @returns null where none is within reach.
 */
export function markAt(
  { marks, texts }: Pick<LiveScene, 'marks' | 'texts'>,
  at: { x: number; y: number },
  reach: number,
): LiveMark | null {
  const name = texts.find(({ mark, box }) => mark !== undefined && isIn(box, at))
  const named = name && marks.find(({ id }) => id === name.mark)
  if (named) return named
  const series = bySeries(marks)
  let found: LiveMark | null = null
  let least = reach * reach
  for (const mark of marks) {
    const kind = MARKS[mark.type]
    const own = kind.joined ? (series.get(mark.series) ?? []) : []
    const index = kind.joined ? own.indexOf(mark) : -1
    const d = kind.distance(
      mark,
      at,
      kind.joined ? { before: own[index - 1], after: own[index + 1] } : {},
    )
    if (d <= least) {
      found = mark
      least = d
    }
  }
  return found
}

const byPlace = (a: LiveMark, b: LiveMark) => a.x - b.x || a.y - b.y
/** The first of bands is read before the next. */
const byBand = (a: LiveMark, b: LiveMark) => a.y - b.y || a.x - b.x

/** The series in the order in which a reader meets them, those without a name of their own last. */
function seriesDown({ legend, series }: LiveScene): string[] {
  const named = legend.map((entry) => entry.series)
  return [...named, ...series.flatMap(({ key }) => (named.includes(key) ? [] : [key]))]
}

/** The line of marks to which one belongs: its band, or its series. */
const rowOf = ({ y }: Pick<LiveScene, 'y'>, { series, values }: LiveMark): string =>
  y.type === 'band' ? String(values?.y) : series

/** Whether every band holds one mark at most, so that there is nowhere to go along it. */
const isColumn = (scene: LiveScene) =>
  scene.layout === 'bands' &&
  new Set(scene.marks.map((mark) => rowOf(scene, mark))).size === scene.marks.length

/** The marks among which the keys to the left and right lead from a mark, in order. */
function lineOf(scene: LiveScene, mark: LiveMark): LiveMark[] {
  const { marks, layout } = scene
  if (isColumn(scene))
    return seriesDown(scene).flatMap((key) => marks.filter((one) => rowOf(scene, one) === key))
  const all = layout === 'plane' && MARKS[mark.type].walk === 'all'
  return (all ? [...marks] : marks.filter((one) => rowOf(scene, one) === rowOf(scene, mark))).sort(
    byPlace,
  )
}

/** Where a mark stands along x, in its panel where there are several. */
const placeIn = ({ panels }: LiveScene, { series, x }: LiveMark): number =>
  x - (panels?.find((panel) => panel.series === series)?.left ?? 0)

/** What each key means. */
const STEPS: Readonly<Record<string, { by: 1 | -1; across?: true; end?: true }>> = {
  ArrowLeft: { by: -1 },
  ArrowRight: { by: 1 },
  ArrowUp: { by: -1, across: true },
  ArrowDown: { by: 1, across: true },
  Home: { by: -1, end: true },
  End: { by: 1, end: true },
}

/**
 * The mark that a key leads to. Left and right go to the next one along the line of reading: over all dots of a plane,
 * along a line, within a band; up and down to the nearest of the series before or after in the order of the legend or
 * of the bands, which where each band holds one mark is what left and right do too; Home and End to the ends. Without
 * a mark, any of these keys leads to the focus' first.
 * @returns null for other keys and where there is nothing further.
 */
export function neighbour(scene: LiveScene, mark: LiveMark | null, key: string): LiveMark | null {
  const step = Object.hasOwn(STEPS, key) ? STEPS[key] : undefined
  if (!step) return null
  if (!mark) {
    const focus = scene.series.find((series) => series.focus)?.key
    const own = scene.marks.filter(({ series }) => series === focus)
    const first = scene.y.type === 'band' ? byBand : byPlace
    return (own.length ? own : [...scene.marks]).sort(first)[0] ?? null
  }
  if (step.across && !isColumn(scene)) {
    const keys = seriesDown(scene)
    for (
      let at = keys.indexOf(rowOf(scene, mark)) + step.by;
      at >= 0 && at < keys.length;
      at += step.by
    ) {
      const there = scene.marks.filter((one) => rowOf(scene, one) === keys[at])
      const place = placeIn(scene, mark)
      const apart = (one: LiveMark) => Math.abs(placeIn(scene, one) - place)
      const [nearest] = there.sort((a, b) => apart(a) - apart(b))
      if (nearest) return nearest
    }
    return null
  }
  const line = lineOf(scene, mark)
  if (step.end) return (step.by < 0 ? line[0] : line.at(-1)) ?? null
  return line[line.findIndex(({ id }) => id === mark.id) + step.by] ?? null
}
