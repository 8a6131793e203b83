import { Resvg } from '@resvg/resvg-js'
import { FONT_FILES } from './font'

/** More pixels than this are not drawn, whoever asks: one picture would hold hundreds of megabytes. */
const MOST_PIXELS = 70_000_000

/**
 * A drawing as PNG; the same drawing always gives the same bytes.
 * @param svg an SVG document as `svgText` writes it, with its width and height in pixels.
 * @param frame its size in pixels at 1×.
 * @param scale how many pixels of the PNG make one of the frame.
 * @throws if the picture would have more than 70 million pixels; `parsePicture` refuses long before.
 */
export function renderPng(
  svg: string,
  frame: { width: number; height: number },
  scale: number,
): Uint8Array {
  if (frame.width * frame.height * scale ** 2 > MOST_PIXELS)
    throw new Error(
      `A picture of ${frame.width} × ${frame.height} at ${scale}× is too large to be drawn.`,
    )
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: {
      loadSystemFonts: false,
      fontFiles: Object.values(FONT_FILES),
      defaultFontFamily: 'Inter',
      sansSerifFamily: 'Inter',
    },
    logLevel: 'off',
  })
  return drawing.render().asPng()
}
