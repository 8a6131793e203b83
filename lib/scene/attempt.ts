import type { Scene } from './scene'
import type { Fit } from './type'

/** A layout in one size of type: how it fits, how high it is in pixels, and what finishes it. */
export type Attempt = Fit & { height: number; finish: () => Scene }
