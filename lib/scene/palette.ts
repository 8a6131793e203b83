import type { Hue } from '../model/organisation'
import type { ColourRole } from './scene'

/** The two modes in which charts are drawn: on a light background or on a dark one. */
export type Mode = 'light' | 'dark'

const NEUTRALS: Readonly<Record<Exclude<ColourRole, Hue>, Readonly<Record<Mode, string>>>> = {
  ink: { light: '#1a1a18', dark: '#f1f0ec' },
  muted: { light: '#5c5b57', dark: '#b0aea7' },
  faint: { light: '#8a8983', dark: '#7d7b75' },
  grid: { light: '#e3e2dd', dark: '#33322f' },
  paper: { light: '#fdfdfb', dark: '#151513' },
  context: { light: '#bdbcb6', dark: '#5d5b57' },
}

/**
 * Okabe and Ito's names; values searched for so that each keeps 3:1 to its background and as much distance as can be to the
 * others and to the context's grey, for every common colour-vision deficiency (tested in `tests/scene/palette.test.ts`). Blue is the strongest.
 */
const HUES: Readonly<Record<Hue, Readonly<Record<Mode, string>>>> = {
  blue: { light: '#122edb', dark: '#4a93fb' },
  orange: { light: '#cb7905', dark: '#f18f3a' },
  green: { light: '#3ba07d', dark: '#62c999' },
  red: { light: '#c80731', dark: '#f6371d' },
  purple: { light: '#995ff2', dark: '#8d49f6' },
  sky: { light: '#166a92', dark: '#1976a6' },
  brown: { light: '#3a240e', dark: '#9a8267' },
  pink: { light: '#7a0050', dark: '#f6b1da' },
}

/** Every colour's value on each mode. */
export const PALETTE: Readonly<Record<ColourRole, Readonly<Record<Mode, string>>>> = {
  ...NEUTRALS,
  ...HUES,
}

/** Custom properties of one mode as the text of a style sheet's rule: `--paint-ink:#1a1a18;…`. */
export function paletteCss(mode: Mode): string {
  return Object.entries(PALETTE)
    .map(([role, value]) => `--paint-${role}:${value[mode]};`)
    .join('')
}
