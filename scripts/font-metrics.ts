import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { openSync } from 'fontkit'

// Writes lib/chart/inter.generated.json: advance widths of Inter, so that text is measured alike on server and in browser.
const require = createRequire(import.meta.url)
const FACES = { 400: '400Regular/Inter_400Regular.ttf', 600: '600SemiBold/Inter_600SemiBold.ttf' }
/** Latin with its accents, Greek, Cyrillic, and the punctuation and signs that titles and notes use. */
const RANGES = [
  [0x20, 0x24f],
  [0x370, 0x4ff],
  [0x1e00, 0x1eff],
  [0x2010, 0x2044],
  [0x2070, 0x209f],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
] as const

const metrics = Object.fromEntries(
  Object.entries(FACES).map(([weight, file]) => {
    const font = openSync(require.resolve(`@expo-google-fonts/inter/${file}`))
    if (!('glyphForCodePoint' in font)) throw new Error(`${file} holds more than one font.`)
    const widths: Record<string, number> = {}
    for (const [from, to] of RANGES)
      for (let code = from; code <= to; code++)
        if (font.hasGlyphForCodePoint(code))
          widths[String.fromCodePoint(code)] = font.glyphForCodePoint(code).advanceWidth
    return [
      weight,
      { unitsPerEm: font.unitsPerEm, ascent: font.ascent, descent: font.descent, widths },
    ]
  }),
)
writeFileSync(
  new URL('../lib/chart/inter.generated.json', import.meta.url),
  `${JSON.stringify(metrics)}\n`,
)
