import { round } from './marks/mark'
import type { Box, Scene, SceneMark } from './scene'
import type { SvgNode } from './svg-node'
import { NARROW } from './type'

/** A finger needs this many pixels. */
const FINGER = 44

/** How names lead on: the address of a mark's page, null where it has none; and the classes of a link. */
export type Leads = { hrefOf: (mark: SceneMark) => string | null; look: string }

/** A box about the same middle that is at least so wide and high, within the frame. */
function atLeast(box: Box, least: number, { width, height }: Scene['frame']): Box {
  const stretch = (from: number, to: number, end: number) => {
    const more = Math.max(0, least - (to - from)) / 2
    const start = Math.max(0, Math.min(from - more, end - (to - from) - 2 * more))
    return [start, start + (to - from) + 2 * more] as const
  }
  const [left, right] = stretch(box.left, box.right, width)
  const [top, bottom] = stretch(box.top, box.bottom, height)
  return { left, right, top, bottom }
}

/** A link over a name, of which a pointer sees that it is one. */
function linkOver(box: Box, href: string, look: string, frame: Scene['frame']): SvgNode {
  const { left, right, top, bottom } = atLeast(box, frame.width < NARROW ? FINGER : 0, frame)
  const [x, y] = [Math.floor(left), Math.floor(top)]
  return {
    tag: 'a',
    // The table beneath a chart has the same links for the keyboard, to which a chart is one stop.
    attrs: { href, tabindex: -1, class: look },
    children: [
      {
        tag: 'rect',
        attrs: {
          x,
          y,
          width: Math.ceil(right) - x,
          height: Math.ceil(bottom) - y,
          fill: 'transparent',
        },
        children: [],
      },
      {
        tag: 'path',
        attrs: {
          d: `M${round(box.left)} ${round(box.bottom)}H${round(box.right)}`,
          stroke: 'currentColor',
        },
        children: [],
      },
    ],
  }
}

/**
 * A drawing of a page in which each name of a mark leads to the mark's page. What was drawn is one image as before, to
 * those who hear it, too; the links lie over it, for pointers alone.
 * @param drawing of the scene, see `drawScene`. The same one where no name leads anywhere.
 */
export function linkNames(drawing: SvgNode, scene: Scene, { hrefOf, look }: Leads): SvgNode {
  const marks = new Map(scene.marks.map((mark) => [mark.id, mark]))
  const links = scene.texts.flatMap(({ mark: id, box }) => {
    const mark = id === undefined ? undefined : marks.get(id)
    const href = mark ? hrefOf(mark) : null
    return href === null ? [] : [linkOver(box, href, look, scene.frame)]
  })
  if (links.length === 0) return drawing
  const {
    role,
    'aria-labelledby': label,
    'aria-describedby': description,
    ...frame
  } = drawing.attrs
  const image = { role, 'aria-labelledby': label, 'aria-describedby': description }
  const attrs = Object.fromEntries(
    Object.entries(image).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
  return {
    ...drawing,
    attrs: { ...frame, role: 'presentation' },
    children: [
      { tag: 'g', attrs, children: drawing.children },
      { tag: 'g', attrs: { 'aria-hidden': 'true' }, children: links },
    ],
  }
}
