import type { Figure } from '../figure/figure'
import type { Picture } from '../picture/picture'
import { layScene } from '../scene/lay'
import { type Scene, textsOf } from '../scene/scene'
import { drawScene } from '../scene/svg'
import type { SvgNode } from '../scene/svg-node'
import { embeddedFontCss } from './font'

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
