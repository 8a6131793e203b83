import type { Hue } from '../model/organisation'
import type { Paint } from './spec'

/** The two grounds that charts are drawn on. */
export type Ground = 'light' | 'dark'

const NEUTRALS: Readonly<Record<Exclude<Paint, Hue>, Readonly<Record<Ground, string>>>> = {
  ink: { light: '#1a1a18', dark: '#f1f0ec' },
  muted: { light: '#5c5b57', dark: '#b0aea7' },
  faint: { light: '#8a8983', dark: '#7d7b75' },
  grid: { light: '#e3e2dd', dark: '#33322f' },
  paper: { light: '#fdfdfb', dark: '#151513' },
  context: { light: '#bdbcb6', dark: '#5d5b57' },
}

/**
 * Okabe and Ito's set, moved so that each keeps 3:1 to its ground and its distance to the others for every common
 * colour-vision deficiency (tested in `tests/chart/palette.test.ts`). Blue is the strongest.
 */
const HUES: Readonly<Record<Hue, Readonly<Record<Ground, string>>>> = {
  blue: { light: '#0050d8', dark: '#5c9dff' },
  orange: { light: '#e06c00', dark: '#f59331' },
  green: { light: '#00906a', dark: '#2fc59b' },
  red: { light: '#a11235', dark: '#f0617f' },
  purple: { light: '#6a2c9c', dark: '#b98cf0' },
  sky: { light: '#2e94c8', dark: '#8ad4f5' },
  brown: { light: '#6b4a2b', dark: '#c8a27c' },
  pink: { light: '#d164a3', dark: '#f7a6d3' },
}

/** Every paint's value on each ground. */
export const PALETTE: Readonly<Record<Paint, Readonly<Record<Ground, string>>>> = {
  ...NEUTRALS,
  ...HUES,
}

/** Custom properties of one ground as the text of a style sheet's rule: `--paint-ink:#1a1a18;…`. */
export function paletteCss(ground: Ground): string {
  return Object.entries(PALETTE)
    .map(([paint, value]) => `--paint-${paint}:${value[ground]};`)
    .join('')
}
