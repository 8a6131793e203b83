import { keptParams } from '../link/picture'
import type { Scene } from '../scene/scene'
import { drawScene, svgText } from '../scene/svg'
import { chartFileName } from './file-name'
import type { Picture } from './picture'
import { type Provenance, signPng, signSvg } from './provenance'

/** A chart loaded ahead, ready to be drawn without the server. */
export type LoadedDrawing = {
  scene: Scene
  /** A style sheet that holds the font of its words. */
  fontCss: string
  /** How the file's name begins. */
  stem: string
  /** What the file is to carry of itself; how it is drawn is filled in here. */
  provenance: Provenance
}

/** A file drawn without the server. */
export type DrawnFile = { bytes: Uint8Array<ArrayBuffer>; mediaType: string; fileName: string }

/** Turns an SVG document into a PNG file of `width × scale` by `height × scale` pixels. */
export type Rasterise = (
  svg: string,
  frame: { width: number; height: number },
  scale: number,
) => Promise<Uint8Array>

/** A hash needs a secure context; where there is none, the picture leaves without its proof. */
const canSign = () => globalThis.crypto?.subtle !== undefined

/**
 * Draws a picture from a loaded scene, in the frame in which it was loaded, with the same font, words and proof as the
 * server's.
 * @param picture format, scale, theme and ground; its frame is that of the scene.
 */
export async function drawOffline(
  { scene, fontCss, stem, provenance }: LoadedDrawing,
  picture: Picture & { format: 'svg' | 'png' },
  rasterise: Rasterise,
): Promise<DrawnFile> {
  const drawn = { ...picture, ...scene.frame }
  const { theme, background, kind } = drawn
  const svg = svgText(drawScene(scene, { mode: theme, background, fontCss, id: kind }))
  const proof: Provenance | null = canSign() ? { ...provenance, picture: keptParams(drawn) } : null
  const fileName = chartFileName(stem, drawn)
  if (picture.format === 'svg') {
    const text = proof ? await signSvg(svg, proof) : svg
    return { bytes: new TextEncoder().encode(text), mediaType: 'image/svg+xml', fileName }
  }
  const png = await rasterise(svg, scene.frame, picture.scale)
  const bytes = proof ? await signPng(png, proof) : Uint8Array.from(png)
  return { bytes, mediaType: 'image/png', fileName }
}
