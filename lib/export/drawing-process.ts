import { serve } from '../process/serve'
import type { DrawingAnswer, DrawingTask } from './drawing-pool'
import { judgePicture } from './judge'
import { readProvenance } from './read-provenance'
import { renderPicture } from './render-file'

/**
 * What runs in a process of its own, as one file that `scripts/worker.js` makes: draws pictures, and looks into those
 * that somebody brings.
 */
serve(async (task: DrawingTask): Promise<DrawingAnswer> => {
  if (task.does === 'read') return { does: 'read', reading: await readProvenance(task.bytes) }
  if (task.does === 'judge') {
    const { bytes, data, now, then } = task
    return { does: 'judge', judgement: await judgePicture(bytes, data, now, then) }
  }
  return { does: 'draw', rendered: await renderPicture(task.job) }
})
