import { bar } from './bar'
import { type MarkKind, rect, round } from './mark'

/** How strong a tile's colour is: words in ink are read on it, and its edge shows whose it is. */
const STRENGTH = 0.24

/** An amount as an area: from its left side to its right, as high as it is thick. It is met everywhere within. */
export const tile: MarkKind = {
  ...bar,
  draw: ({ id, x, y, size, from = x }, look, colour) =>
    rect({
      'data-mark': id,
      fill: colour(look.colour),
      'fill-opacity': STRENGTH,
      stroke: colour(look.colour),
      x: round(from),
      y: round(y - size / 2),
      width: round(Math.max(x - from, 1)),
      height: round(size),
    }),
  drawSeries: (marks, look, colour) => marks.map((mark) => tile.draw(mark, look, colour)),
  ring: ({ x, y, size, from = x }) => ({
    tag: 'path',
    attrs: {
      d: `M${round(from)} ${round(y - size / 2)}H${round(x)}V${round(y + size / 2)}H${round(from)}Z`,
    },
    children: [],
  }),
}
