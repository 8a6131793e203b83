import type { PlacedMark } from '../scene'
import { circleAround, type MarkKind, round } from './mark'

/** Runs of points that are joined. */
function runs(marks: readonly PlacedMark[]): PlacedMark[][] {
  const found: PlacedMark[][] = []
  for (const mark of marks) {
    const run = found.at(-1)
    if (run && !mark.gap) run.push(mark)
    else found.push([mark])
  }
  return found
}

/** Half the width of an area of one point, in pixels, which would not be seen otherwise. */
const ALONE = 4

/** Corners of a run's upper and lower edge; one point alone is as wide as can be seen. */
const edgesOf = (run: readonly PlacedMark[]): readonly PlacedMark[] => {
  const [only] = run
  return only && run.length === 1
    ? [
        { ...only, x: only.x - ALONE },
        { ...only, x: only.x + ALONE },
      ]
    : run
}

/** One point of an area between `from` and `y`; its series is drawn as a whole, and areas may be stacked. */
export const area: MarkKind = {
  size: () => 1,
  draw: (mark, look, colour) => ({
    tag: 'path',
    attrs: {
      'data-mark': mark.id,
      d: `M${round(mark.x)} ${round(mark.from ?? mark.y)}V${round(mark.y)}`,
      stroke: colour(look.colour),
      'stroke-width': 2,
    },
    children: [],
  }),
  drawSeries: (marks, look, colour, near) => {
    const point = (x: number, y: number) => `${near(x)} ${near(y)}`
    const d = runs(marks)
      .map(edgesOf)
      .map((run) => {
        const top = run.map(({ x, y }) => point(x, y)).join('L')
        const under = run
          .toReversed()
          .map(({ x, y, from = y }) => point(x, from))
          .join('L')
        return `M${top}L${under}z`
      })
      .join('')
    const attrs = {
      'data-marks': look.key,
      d,
      fill: colour(look.colour),
      // A line of paper keeps stacked areas of like colours apart.
      stroke: colour('paper'),
      'stroke-width': 1,
      'stroke-linejoin': 'round',
    }
    return marks.length ? [{ tag: 'path', attrs, children: [] }] : []
  },
  joined: true,
  bounds: ({ x, y, from = y }) => ({
    left: x,
    right: x,
    top: Math.min(y, from),
    bottom: Math.max(y, from),
  }),
  // An area is met anywhere inside, in the strip that is nearer to this point than to its neighbours.
  distance: ({ x, y, from = y, gap }, at, { before, after }) => {
    const left = before && !gap ? (before.x + x) / 2 : x
    const right = after && !after.gap ? (after.x + x) / 2 : x
    const dx = Math.max(0, left - at.x, at.x - right)
    const dy = Math.max(0, Math.min(y, from) - at.y, at.y - Math.max(y, from))
    return dx * dx + dy * dy
  },
  ring: (mark) => circleAround(mark, 0),
  walk: 'series',
}
