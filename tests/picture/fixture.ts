import { compare } from '@/lib/compare/compare'
import type { Figure } from '@/lib/figure/figure'
import { DEFAULT_VIEW, type View } from '@/lib/link/view'
import { layScene } from '@/lib/scene/lay'
import type { Scene } from '@/lib/scene/scene'
import { figureOf as figureOfView } from '@/tests/charts/cases'
import { bundledList } from '@/tests/fixtures/lists'

/** What a chart of a bundled list shows. */
export function figureOf(kind: string, change: Partial<View> = {}): Figure {
  const view = { ...DEFAULT_VIEW, ...change }
  return figureOfView(kind, { view, comparison: compare(bundledList(view.list), view) })
}

/** The same as a picture of 1200 × 675, or as asked. */
export function sceneOf(
  kind: string,
  change: Partial<View> = {},
  frame: { width: number; height?: number } = { width: 1200, height: 675 },
): Scene {
  return layScene(figureOf(kind, change), { ...frame, words: true })
}
