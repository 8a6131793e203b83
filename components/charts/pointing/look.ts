/** Classes of what the layer lays over a picture: utilities over the tokens of `app/globals.css`. */

export const TIP =
  'pointer-events-none absolute z-2 w-max max-w-[min(20rem,72%)] border border-muted bg-paper px-3 py-2 text-small leading-[1.4] print:hidden'
export const TIP_NAME = 'font-strong'
export const TIP_FACTS = 'mt-0.5 grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3'
export const TIP_LABEL = 'text-muted'
export const TIP_HINT = 'mt-1 block text-muted'
export const BY_MOUSE = 'pointer-coarse:hidden'
export const BY_FINGER = 'not-pointer-coarse:hidden'

export const HIGHLIGHT = 'pointer-events-none absolute inset-0 h-auto w-full print:hidden'
export const RING = 'fill-none stroke-ink stroke-[1.5px]'

export const SPOKEN = 'sr-only'
