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
  openStore()
    .then((store) => store.current())
    .catch(() => undefined)
}
