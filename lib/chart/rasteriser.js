import { Resvg } from '@resvg/resvg-js'

/**
 * Draws one picture; runs in a thread of its own, as drawing would keep the server from answering others.
 * @param {{ svg: string, options: import('@resvg/resvg-js').ResvgRenderOptions }} task
 * @returns {Uint8Array} a PNG file.
 */
export default function rasterise({ svg, options }) {
  // Copied, because what the native code holds cannot be handed to another thread.
  return Uint8Array.from(new Resvg(svg, options).render().asPng())
}
