import { compare } from '../compare/compare'
import { serve } from '../process/serve'
import type { KeptEdition } from '../store/store'
import type { DrawingAnswer, DrawingTask } from './drawing-pool'
import { judgePicture } from './judge'
import { readProvenance } from './read-provenance'
import { renderPicture } from './render-file'

/**
 * What runs in a process of its own, as one file that `scripts/worker.js` makes: draws pictures, and looks into those
 * that somebody brings.
 */
serve(async (task: DrawingTask, lists: readonly unknown[]): Promise<DrawingAnswer> => {
  const [now, then] = lists as readonly KeptEdition[]
  if (task.does === 'read') return { does: 'read', reading: await readProvenance(task.bytes) }
  if (!now) throw new Error('A picture was asked for without a list.')
  if (task.does === 'judge')
    return {
      does: 'judge',
      judgement: await judgePicture(task.bytes, task.claim, now, then ?? null),
    }
  const { view, picture, origin } = task
  return {
    does: 'draw',
    rendered: await renderPicture(compare(now, view), view, picture, origin),
  }
})
