/** A frame that people publish charts in. Pixels at 1×. */
export type Preset = { id: string; label: string; width: number; height: number }

/** The frames that the export menu offers; a new one is a new row. */
export const PRESETS = [
  { id: 'as-seen', label: 'As seen', width: 1120, height: 800 },
  { id: 'slide', label: 'Slide', width: 1600, height: 900 },
  { id: 'article', label: 'Article', width: 1200, height: 675 },
  { id: 'square', label: 'Social square', width: 1080, height: 1080 },
  { id: 'link', label: 'Link preview', width: 1200, height: 630 },
  { id: 'portrait', label: 'Portrait', width: 1080, height: 1350 },
  { id: 'a4', label: 'A4 landscape', width: 1123, height: 794 },
] as const satisfies readonly Preset[]

/** The name of a preset. */
export type PresetId = (typeof PRESETS)[number]['id']

/** The frame of a preset. */
export function presetFrame(id: PresetId): { width: number; height: number } {
  const { width, height } = PRESETS.find((preset) => preset.id === id) ?? PRESETS[0]
  return { width, height }
}

/** The frame of link previews (Open Graph) and of a request that names no size. */
export const LINK_PREVIEW = presetFrame('link')
export const DEFAULT_FRAME = presetFrame('article')
