import type { Box } from './scene'

/** How far from a square the worst tile of a row is. */
function worst(row: readonly number[], side: number): number {
  const sum = row.reduce((all, one) => all + one, 0)
  const thick = sum / side
  return Math.max(...row.map((area) => Math.max(thick / (area / thick), area / thick / thick)))
}

/**
 * Divides a rectangle among amounts, each tile as near to a square as a row of them allows (Bruls, Huizing and van Wijk,
 * “Squarified Treemaps”, 2000).
 * @param amounts above 0, the largest first.
 * @returns a tile for each, in the same order, which together cover the rectangle.
 */
export function squarify(amounts: readonly number[], within: Box): Box[] {
  const total = amounts.reduce((all, one) => all + one, 0)
  const scale = ((within.right - within.left) * (within.bottom - within.top)) / total
  const areas = amounts.map((amount) => amount * scale)
  const tiles: Box[] = []
  let free = { ...within }
  let start = 0
  while (start < areas.length) {
    const upright = free.right - free.left >= free.bottom - free.top
    const side = upright ? free.bottom - free.top : free.right - free.left
    let end = start + 1
    while (
      end < areas.length &&
      worst(areas.slice(start, end + 1), side) <= worst(areas.slice(start, end), side)
    )
      end++
    const row = areas.slice(start, end)
    // What is last ends where the rectangle does: sums of such unlike amounts lose digits.
    const rest = upright ? free.right - free.left : free.bottom - free.top
    const thick = end === areas.length ? rest : row.reduce((all, one) => all + one, 0) / side
    const edge = upright ? free.bottom : free.right
    let at = upright ? free.top : free.left
    for (const [place, area] of row.entries()) {
      const next = place === row.length - 1 ? edge : at + area / thick
      tiles.push(
        upright
          ? { left: free.left, right: free.left + thick, top: at, bottom: next }
          : { left: at, right: next, top: free.top, bottom: free.top + thick },
      )
      at = next
    }
    free = upright ? { ...free, left: free.left + thick } : { ...free, top: free.top + thick }
    start = end
  }
  return tiles
}
