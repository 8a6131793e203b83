import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { openSync } from 'fontkit'

// Writes lib/scene/inter.generated.json and arabic.generated.json: advance widths, so that text is measured alike on
// server and in browser.
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

/** A font of one face. */
function openFace(path: string) {
  const font = openSync(require.resolve(path))
  if (!('glyphForCodePoint' in font)) throw new Error(`${path} holds more than one font.`)
  return font
}

function write(file: string, content: object): void {
  writeFileSync(new URL(`../lib/scene/${file}`, import.meta.url), `${JSON.stringify(content)}\n`)
}

const metrics = Object.fromEntries(
  Object.entries(FACES).map(([weight, file]) => {
    const font = openFace(`@expo-google-fonts/inter/${file}`)
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
write('inter.generated.json', metrics)

const ARABIC_FACES = ['NotoNaskhArabic-Regular.ttf', 'NotoNaskhArabic-Bold.ttf'] as const
/** Letters are measured as they stand; forms for presentation only where they are wider than the em assumed for them. */
const ARABIC_LETTERS = [
  [0x600, 0x6ff],
  [0x750, 0x77f],
] as const
const ARABIC_FORMS = [
  [0xfb50, 0xfdff],
  [0xfe70, 0xfefc],
] as const
/** The stroke that joins every letter, which shows a letter's joined forms. */
const TATWEEL = '\u0640'

const arabicFonts = ARABIC_FACES.map((file) =>
  openFace(join(dirname(require.resolve('@embedpdf/fonts-arabic')), '..', 'fonts', file)),
)
const wider = (width: (em: (text: string) => number) => number) =>
  Math.ceil(
    Math.max(
      ...arabicFonts.map((font) =>
        width((text) => font.layout(text).advanceWidth / font.unitsPerEm),
      ),
    ) * 100,
  ) / 100

const arabic: Record<string, number[]> = {}
for (const [from, to] of [...ARABIC_LETTERS, ...ARABIC_FORMS])
  for (let code = from; code <= to; code++) {
    if (!arabicFonts.every((font) => font.hasGlyphForCodePoint(code))) continue
    const char = String.fromCodePoint(code)
    const alone = wider((em) => Math.max(em(char), em(TATWEEL + char) - em(TATWEEL)))
    const joined = wider((em) =>
      Math.max(em(char + TATWEEL) - em(TATWEEL), em(TATWEEL + char + TATWEEL) - 2 * em(TATWEEL)),
    )
    if (code < 0x800) arabic[char] = joined === alone ? [alone] : [alone, joined]
    else if (alone > 1) arabic[char] = [alone]
  }
write('arabic.generated.json', arabic)
