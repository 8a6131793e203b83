import { join } from 'node:path'
import { type DrawFailure, type DrawingPool, openDrawingPool } from '@/lib/export/drawing-pool'
import type { Refusal } from '@/lib/http/refusal'

// A server may load this module more than once; a process has one pool all the same.
const held = globalThis as { top500Drawing?: DrawingPool }

/** The processes that draw for this one. */
export function drawingPool(): DrawingPool {
  held.top500Drawing ??= openDrawingPool(
    join(/* turbopackIgnore: true */ process.cwd(), '.worker', 'drawing.cjs'),
  )
  return held.top500Drawing
}

const FAILURES: Readonly<Record<DrawFailure, Refusal>> = {
  busy: {
    code: 'busy',
    message: 'Many pictures are being drawn just now. Try again in a few seconds.',
    retryAfter: 3,
  },
  'too-long': {
    code: 'busy',
    message: 'Drawing this picture took too long. Try again, or choose a smaller scale.',
    retryAfter: 3,
  },
  'too-much': {
    code: 'busy',
    message: 'Drawing this picture took too much memory. Choose a smaller scale.',
    retryAfter: 3,
  },
  failed: {
    code: 'failed',
    message: 'The program failed while drawing this picture. The server’s log says why.',
  },
  closed: {
    code: 'unavailable',
    message: 'The server is being stopped. Try again in a minute.',
    retryAfter: 60,
  },
}

/** What to answer where a picture was not drawn or not looked into. */
export const drawRefusal = (failure: DrawFailure): Refusal => FAILURES[failure]
