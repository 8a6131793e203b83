import type { Box, PlacedText, Rule } from './scene'
import { inside, overlaps, placeText, type TextInput } from './text'

/** A mark that wants a name: its id, its middle, how far it reaches from there, and where leaders leave it. */
type Named = { id: string; x: number; y: number; size: number; reach: number }

/** A name that a mark wants. */
export type Wish = { mark: Named; text: string; size: number; weight: 400 | 600 }

/** Directions in which a name may stand from its mark: where the curve of a list leaves most room first. */
const DIRECTIONS: readonly { dx: number; dy: number; anchor: 'start' | 'end' | 'middle' }[] = [
  { dx: 0.7, dy: -0.7, anchor: 'start' },
  { dx: 1, dy: 0, anchor: 'start' },
  { dx: 0.3, dy: -1, anchor: 'start' },
  { dx: 0, dy: -1, anchor: 'middle' },
  { dx: -0.7, dy: 0.7, anchor: 'end' },
  { dx: -0.3, dy: 1, anchor: 'end' },
  { dx: -1, dy: 0, anchor: 'end' },
  { dx: 0, dy: 1, anchor: 'middle' },
  { dx: -0.7, dy: -0.7, anchor: 'end' },
  { dx: 0.7, dy: 0.7, anchor: 'start' },
]
/** Distances from the mark, in sizes of the type. */
const DISTANCES = [0.5, 1, 1.6, 2.4, 3.4, 4.6, 6, 8, 10.5, 13.5]

/** Whether a line passes through a box: what of it lies between the left and right sides lies between top and bottom too. */
export function crosses(line: Pick<Rule, 'x1' | 'y1' | 'x2' | 'y2'>, box: Box): boolean {
  let from = 0
  let to = 1
  const cut = (start: number, by: number, low: number, high: number) => {
    if (by === 0) {
      if (start <= low || start >= high) to = -1
      return
    }
    const [near, far] = [(low - start) / by, (high - start) / by].sort((a, b) => a - b)
    from = Math.max(from, near ?? 0)
    to = Math.min(to, far ?? 1)
  }
  cut(line.x1, line.x2 - line.x1, box.left, box.right)
  cut(line.y1, line.y2 - line.y1, box.top, box.bottom)
  return from < to
}

/** A line to a name that passes over more marks than these does not show whose name it is. */
const MOST_CROSSED = 4

/**
 * Gives every mark its name where nothing is covered: neither another name, nor its line, nor a mark, nor the frame.
 * A name that stands off gets a line to its mark; a name that finds no room is left out, as the table has it.
 * @param wishes the most important first.
 * @param drawn what the marks cover.
 */
export function placeLabels(
  wishes: readonly Wish[],
  frame: Box,
  drawn: readonly Box[],
): { texts: PlacedText[]; leaders: Rule[] } {
  const taken = [...drawn]
  const texts: PlacedText[] = []
  const leaders: Rule[] = []
  for (const { mark, text, size, weight } of wishes) {
    const found = spot(mark, text, size, weight, frame, taken, {
      drawn,
      texts,
      leaders,
    })
    if (!found) continue
    taken.push(found.text.box)
    texts.push({ ...found.text, mark: mark.id })
    if (found.leader) leaders.push(found.leader)
  }
  return { texts, leaders }
}

/** Places a name, moved sideways into the frame where it would leave it, as long as it stays above or below its mark. */
function placeInside(mark: Named, frame: Box, wanted: TextInput): PlacedText | null {
  const name = placeText(wanted)
  const by = Math.max(0, frame.left - name.box.left) - Math.max(0, name.box.right - frame.right)
  if (by === 0) return name
  const moved = placeText({ ...wanted, x: wanted.x + by })
  return moved.box.left <= mark.x && mark.x <= moved.box.right ? moved : null
}

/** The line from a mark to its name: to its near end, or where it stands above or below, to its near side. */
function leaderTo(
  { box, size }: PlacedText,
  mark: Named,
  at: { x: number; y: number },
  { dx, dy }: { dx: number; dy: number },
): Rule {
  const x2 = at.x - dx * size * 0.3
  const beside = x2 <= box.left || x2 >= box.right
  return {
    x1: mark.x + dx * (mark.size + 2),
    y1: mark.y + dy * (mark.size + 2),
    x2,
    y2: beside ? at.y - dy * size * 0.3 : dy > 0 ? box.top : box.bottom,
    colour: 'faint',
    width: 1,
    role: 'leader',
  }
}

function spot(
  mark: Named,
  text: string,
  size: number,
  weight: 400 | 600,
  frame: Box,
  taken: readonly Box[],
  placed: { drawn: readonly Box[]; texts: readonly PlacedText[]; leaders: readonly Rule[] },
): { text: PlacedText; leader: Rule | null } | null {
  for (const distance of DISTANCES)
    for (const { dx, dy, anchor } of DIRECTIONS) {
      const away = mark.reach + distance * size
      const at = { x: mark.x + dx * away, y: mark.y + dy * away }
      const name = placeInside(mark, frame, {
        text,
        x: at.x,
        y: at.y + size * 0.36,
        anchor,
        size,
        weight,
        colour: 'ink',
        role: 'label',
      })
      if (!name || !inside(name.box, frame)) continue
      if (taken.some((box) => overlaps(box, name.box, 1))) continue
      const leader = distance > 1 ? leaderTo(name, mark, at, { dx, dy }) : null
      if (placed.leaders.some((other) => crosses(other, name.box))) continue
      if (leader && placed.texts.some(({ box }) => crosses(leader, box))) continue
      if (leader && placed.drawn.filter((box) => crosses(leader, box)).length > MOST_CROSSED)
        continue
      return { text: name, leader }
    }
  return null
}
