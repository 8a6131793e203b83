import type { Comparison } from '../compare/comparison'
import type { Figure } from '../figure/figure'
import { kindOf } from '../figure/kinds'
import { DEFAULT_VIEW, type View, viewHref } from '../link/view'
import { layScene } from '../scene/lay'
import { type Scene, textsOf } from '../scene/scene'
import { drawScene } from '../scene/svg'
import type { SvgNode } from '../scene/svg-node'
import { embeddedFontCss } from './font'
import type { Picture } from './picture'

/** What a chart's link says and its picture shows: nothing of the page's theme, or of how its table is sorted. */
export function pictureHref(view: View, path?: string): string {
  const { theme, sort, rows } = DEFAULT_VIEW
  return viewHref(view, { theme, sort, rows }, path)
}

/**
 * What a chart of a view shows.
 * @param key of a kind of chart. @param origin `https://top500.example`, for the link inside the picture.
 * @throws where there is no such kind: a link's is checked when it is read.
 */
export function chartFigure(
  key: string,
  comparison: Comparison,
  view: View,
  origin: string | null,
): Figure {
  const kind = kindOf(key)
  if (!kind) throw new Error(`There is no chart “${key}”.`)
  const permalink = origin === null ? null : `${origin}${pictureHref(view)}`
  const { metric, axis } = view
  return kind.figure({ comparison: { ...comparison, metric }, axis, permalink })
}

/** A figure laid out for a picture. */
export function pictureScene(figure: Figure, { width, height, block }: Picture): Scene {
  return layScene(figure, { width, height, words: block })
}

/** The drawing of a picture, with the font inside only where the file must carry it. */
export function pictureDrawing(
  scene: Scene,
  { kind, theme, background }: Picture,
  withFont: boolean,
): SvgNode {
  const words = textsOf(scene)
    .map(({ text }) => text)
    .join('')
  const fontCss = withFont ? embeddedFontCss(words) : null
  return drawScene(scene, { mode: theme, background, fontCss, id: kind })
}
