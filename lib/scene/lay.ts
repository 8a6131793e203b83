import type { Figure } from '../figure/figure'
import type { Attempt } from './attempt'
import { layBands } from './bands'
import { layLines } from './lines'
import { layPanels } from './panels'
import { layPlane } from './plane'
import type { Scene } from './scene'
import { layTiles } from './tiles'
import { type Frame, fitType, type TypeSizes } from './type'

type Layouts = { [L in Figure['layout'] as L['type']]: L }
type Lay<L> = (figure: Figure, layout: L, frame: Frame, sizes: TypeSizes) => Attempt

/** THE table of layouts: how the axes, names and marks of a figure are arranged in a frame. */
const LAYOUTS: { readonly [T in keyof Layouts]: Lay<Layouts[T]> } = {
  plane: layPlane,
  bands: layBands,
  panels: layPanels,
  tiles: layTiles,
  lines: layLines,
}

/** The layout of a type, which the compiler knows to take the layout of that type only. */
function attempt<T extends keyof Layouts>(
  figure: Figure,
  layout: Layouts[T] & { type: T },
  frame: Frame,
  sizes: TypeSizes,
): Attempt {
  return LAYOUTS[layout.type](figure, layout, frame, sizes)
}

const fitted = (figure: Figure, frame: Frame): Attempt =>
  fitType(frame, (sizes) => attempt(figure, figure.layout, frame, sizes))

/** Lays a figure out for a frame, in the largest type in which it has room. */
export function layScene(figure: Figure, frame: Frame): Scene {
  return fitted(figure, frame).finish()
}

/** The size that a figure's scene has in a frame, in pixels, without placing anything in it. */
export function sceneSize(figure: Figure, frame: Frame): Scene['frame'] {
  return { width: frame.width, height: fitted(figure, frame).height }
}
