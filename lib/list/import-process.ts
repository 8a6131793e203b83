import { type ImportHints, importList } from './import'

/**
 * What runs in a process of its own, as one file that `scripts/worker.js` makes: takes a file, answers what became of
 * it, waits for the next. It ends with the server, whose end closes the channel.
 */
process.on('message', ({ bytes, hints }: { bytes: Uint8Array; hints: ImportHints }) => {
  try {
    process.send?.({ read: importList(bytes, hints) })
  } catch (error) {
    process.send?.({ fault: error instanceof Error ? error.stack : String(error) })
  }
})
process.on('disconnect', () => process.exit())
