import type { Scene } from './scene'
import type { Fit } from './type'

/** A layout in one size of type: how it fits, and what finishes it. */
export type Attempt = Fit & { finish: () => Scene }
