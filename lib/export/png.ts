import { Resvg, type ResvgRenderOptions } from '@resvg/resvg-js'
import { FONT_FILES } from './font'

/** How a drawing becomes pixels: with the charts' own font and none of the system's, so that every machine draws the same. */
export function rasterOptions(scale: number): ResvgRenderOptions {
  return {
    fitTo: { mode: 'zoom', value: scale },
    font: {
      loadSystemFonts: false,
      fontFiles: Object.values(FONT_FILES),
      defaultFontFamily: 'Inter',
      sansSerifFamily: 'Inter',
    },
    logLevel: 'off',
  }
}

/**
 * A drawing as PNG, drawn in the thread that asks; the same drawing always gives the same bytes. A server asks
 * `raster-pool` instead.
 * @param svg an SVG document as `svgText` writes it, with its width and height in pixels.
 * @param scale how many pixels of the PNG make one of the frame.
 */
export function renderPng(svg: string, scale: number): Uint8Array {
  return new Resvg(svg, rasterOptions(scale)).render().asPng()
}
