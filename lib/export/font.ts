import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const MODULES = join(process.cwd(), 'node_modules')
const TRUETYPE = join(MODULES, '@expo-google-fonts', 'inter')
const WOFF2 = join(MODULES, '@fontsource', 'inter', 'files')

/** The faces of the charts' font as TrueType, which is what the rasteriser and PDF take. */
export const FONT_FILES = {
  400: join(TRUETYPE, '400Regular', 'Inter_400Regular.ttf'),
  600: join(TRUETYPE, '600SemiBold', 'Inter_600SemiBold.ttf'),
} as const

/** The parts in which the font comes, with what each holds; a drawing carries only those that its words need. */
const PARTS: readonly { name: string; range: string; holds: RegExp }[] = [
  {
    name: 'latin',
    range:
      'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215',
    holds: /[\u0020-\u00ff\u2000-\u206f]/,
  },
  {
    name: 'latin-ext',
    range:
      'U+0100-0130,U+0132-0151,U+0154-02BA,U+02BD-02C5,U+02C7-02CC,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+20AD-20C0',
    holds: /[\u0100-\u0130\u0132-\u0151\u0154-\u02cc\u1e00-\u1e9f\u1ef2-\u1eff]/,
  },
  { name: 'greek', range: 'U+0370-03FF', holds: /[\u0370-\u03ff]/ },
  { name: 'cyrillic', range: 'U+0400-045F,U+0490-0491,U+04B0-04B1', holds: /[\u0400-\u045f]/ },
  { name: 'vietnamese', range: 'U+1EA0-1EF1', holds: /[\u1ea0-\u1ef1]/ },
]

const held = new Map<string, string>()

function face(part: (typeof PARTS)[number], weight: 400 | 600): string {
  const file = `inter-${part.name}-${weight}-normal.woff2`
  const data = held.get(file) ?? readFileSync(join(WOFF2, file)).toString('base64')
  held.set(file, data)
  return `@font-face{font-family:Inter;font-weight:${weight};src:url(data:font/woff2;base64,${data}) format("woff2");unicode-range:${part.range}}`
}

/**
 * A style sheet that holds the charts' font, for SVG files that must look the same everywhere.
 * @param words all text of the drawing: parts of the font that it does not need are left out.
 */
export function embeddedFontCss(words: string): string {
  return PARTS.filter(({ holds }) => holds.test(words))
    .flatMap((part) => [face(part, 400), face(part, 600)])
    .join('')
}
