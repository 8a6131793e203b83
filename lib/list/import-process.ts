import { serve } from '../process/serve'
import { importList } from './import'
import type { ImportTask } from './import-pool'

/** What runs in a process of its own, as one file that `scripts/worker.js` makes: reads the files of uploads. */
serve(({ bytes, hints }: ImportTask) => importList(bytes, hints))
