const held = globalThis as { top500Lists?: () => Promise<string> }

/** Runs once as the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { noteExchanges } = await import('./lib/http/exchange')
  noteExchanges()
  const { writersNote } = await import('./lib/access/access')
  const { accessSettings } = await import('./lib/access/settings')
  console.log(writersNote(accessSettings()))
  // Whoever asks first should not wait for the lists to be read; if the store is away, their request will say so.
  const { openStore } = await import('./lib/store/open')
  // For the layer in front of Next, which keeps views for as long as the lists are the same.
  held.top500Lists = async () => {
    const current = await (await openStore()).current()
    return current.map(({ edition, version, hash }) => `${edition}.${version}.${hash}`).join(' ')
  }
  openStore()
    .then((store) => store.current())
    .catch(() => undefined)
}
