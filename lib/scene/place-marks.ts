import type { Figure, Value } from '../figure/figure'
import type { LaidAxis } from './axis'
import { MARKS } from './marks/marks'
import type { PlacedText, SceneAxis, SceneMark } from './scene'

/** How marks become places: the axes, the type's size, and the thickness of a band's marks (null in a plane). */
export type Places = {
  x: LaidAxis
  y: Pick<LaidAxis, 'place'>
  base: number
  band: number | null
}

/** Places the marks of a figure. */
export function placeMarks(figure: Figure, { x, y, base, band }: Places): SceneMark[] {
  const series = new Map(figure.series.map((one) => [one.key, one]))
  return figure.marks.flatMap((mark) => {
    const own = series.get(mark.series)
    if (!own) return []
    const from = fromOf(mark.from, mark.type === 'area' ? y.place : x.place)
    const { type, id, row, gap, x: vx, y: vy } = mark
    const placed: SceneMark = {
      type,
      id,
      series: mark.series,
      row,
      x: x.place(vx),
      y: y.place(vy),
      size: MARKS[type].size(own, base, band),
      ...(from === null ? {} : { from }),
      ...(gap ? { gap } : {}),
      values: { x: vx, y: vy, ...(mark.from === undefined ? {} : { from: mark.from }) },
    }
    return [placed]
  })
}

const fromOf = (from: number | undefined, place: (value: Value) => number) =>
  from === undefined ? null : place(from)

/** An axis of a scene, once its ticks have their texts. */
export function sceneAxis(
  { type, domain }: Figure['x'],
  { range, ticks }: LaidAxis,
  texts: readonly (PlacedText | null)[],
  name: PlacedText | null,
): SceneAxis {
  return {
    type,
    domain,
    range,
    ticks: ticks.map(({ value, at }, index) => ({ value, at, text: texts[index] ?? null })),
    name,
  }
}
