import { PALETTE } from '@/lib/scene/palette'

const PAINTS = Object.entries(PALETTE)
  .map(([paint, { light, dark }]) => `--paint-${paint}:light-dark(${light},${dark})`)
  .join(';')

/** Every paint of the charts as a custom property; `color-scheme` decides which of its two values counts. */
export function ThemeStyle() {
  return <style>{`:root{${PAINTS}}`}</style>
}
