/** Between a mark and its tip, in pixels. */
const GAP = 12

type Size = { width: number; height: number }

/**
 * Where a tip stands so that it hides its mark as little as can be and is never cut off at a side: beside it where
 * there is room, to the right first; else beneath it, or above it where that is the only room.
 *
 * @param mark middle of the mark, in pixels of the frame; so are the results.
 */
export function placeTip(
  mark: { x: number; y: number },
  tip: Size,
  frame: Size,
): { left: number; top: number } {
  const right = mark.x + GAP
  const left = mark.x - GAP - tip.width
  const lowest = Math.max(0, frame.height - tip.height)
  const beside = Math.min(mark.y + GAP, lowest)
  if (right + tip.width <= frame.width) return { left: right, top: beside }
  if (left >= 0) return { left, top: beside }
  const middle = Math.max(0, Math.min(mark.x - tip.width / 2, frame.width - tip.width))
  const above = mark.y - GAP - tip.height
  const fits = mark.y + GAP + tip.height <= frame.height
  return { left: middle, top: fits || above < 0 ? mark.y + GAP : above }
}
