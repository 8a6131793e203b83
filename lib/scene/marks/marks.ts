import type { MarkType } from '../../figure/figure'
import { runsOf } from '../runs'
import { type Box, type Look, looksOf, type PlacedMark, type Scene } from '../scene'
import type { SvgNode } from '../svg-node'
import { area } from './area'
import { bar } from './bar'
import { dot } from './dot'
import { line } from './line'
import { type Colour, type MarkKind, round, tenth } from './mark'
import { tick } from './tick'
import { tile } from './tile'

/** THE table of the kinds of mark; each is a file beside this one. */
export const MARKS: Readonly<Record<MarkType, MarkKind>> = {
  dot,
  bar,
  tile,
  tick,
  line,
  area,
}

/** What a mark covers. */
export function boundsOf(mark: PlacedMark, look: Look): Box {
  return MARKS[mark.type].bounds(mark, look)
}

/** Whether two marks are of one type and series, and can be told together. */
export const areAlike = (a: PlacedMark, b: PlacedMark): boolean =>
  a.type === b.type && a.series === b.series

/**
 * All marks of a scene as elements.
 * The grey rest is one path always: hundreds of dots that nobody tells apart cost hundreds of elements otherwise.
 * @param compact whether bytes count more than elements of one's own, as on a page.
 */
export function drawMarks(scene: Scene, colour: Colour, compact: boolean): SvgNode[] {
  const looks = looksOf(scene)
  return runsOf(scene.marks, areAlike).flatMap((run) => {
    const [first] = run
    const look = first && looks.get(first.series)
    if (!first || !look) return []
    const kind = MARKS[first.type]
    const together = compact || kind.joined || look.colour === 'context'
    return together
      ? kind.drawSeries(run, look, colour, compact ? tenth : round)
      : run.map((mark) => kind.draw(mark, look, colour))
  })
}
