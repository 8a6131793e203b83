/** Seconds until the next try; the last one is repeated. */
const WAITS = [1, 2, 4, 8, 15] as const

/** What a reader asks for while the server does not answer. */
export type Patience = {
  /** Ends the asking, as the reader chose something else. */
  signal: AbortSignal
  /** Told once the server has not answered, before it is asked again. */
  onAway: () => void
  /** Dispatches `now` when it should be asked at once. */
  nudge: EventTarget
}

/** Waits for some seconds, or until the network is back or the reader does not want to wait. */
function wait(seconds: number, { signal, nudge }: Patience): Promise<void> {
  return new Promise((resolve) => {
    const over = new AbortController()
    const end = () => {
      clearTimeout(timer)
      over.abort()
      resolve()
    }
    const timer = setTimeout(end, seconds * 1000)
    const { signal: listening } = over
    nudge.addEventListener('now', end, { signal: listening })
    addEventListener('online', end, { signal: listening })
    signal.addEventListener('abort', end, { signal: listening })
  })
}

/** Asks the server once; null where nobody answers, or something that stands before a server which is away. */
async function ask(query: string, signal: AbortSignal): Promise<string | null> {
  const page = location.pathname === '/' ? '' : `page=${location.pathname.slice(1)}&`
  try {
    const answer = await fetch(`/api/link?${page}${query}`, { signal })
    if (!answer.ok) return null
    const { href }: { href: string } = await answer.json()
    return href
  } catch {
    return null
  }
}

/**
 * The link of the view of this page that one of its forms or links asks for, from a server that is asked until it answers.
 * @param query of the form or link, without its question mark.
 * @returns null where the reader chose something else in the meantime.
 */
export async function viewLink(query: string, patience: Patience): Promise<string | null> {
  for (let tries = 0; !patience.signal.aborted; tries++) {
    const href = await ask(query, patience.signal)
    if (patience.signal.aborted) return null
    if (href !== null) return href
    patience.onAway()
    await wait(WAITS[Math.min(tries, WAITS.length - 1)] ?? 15, patience)
  }
  return null
}
