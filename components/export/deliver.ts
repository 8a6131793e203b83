import type { Away } from './away'
import type { Delivered } from './delivered'

/** The name that a server gave a file. */
function nameOf(answer: Response): string {
  const disposition = answer.headers.get('content-disposition') ?? ''
  return /filename="([^"]+)"/.exec(disposition)?.[1] ?? 'top500-chart'
}

async function refusal(answer: Response): Promise<string> {
  try {
    const { error } = (await answer.json()) as { error: { message: string } }
    return error.message
  } catch {
    return `The server answered ${answer.status}. Try again.`
  }
}

/** What is said where nothing was loaded ahead. */
const AWAY = 'The server does not answer. Try again when it is back.'

/** What fetch throws where nobody answers. */
const isAway = (error: unknown) => error instanceof TypeError

/**
 * Fetches a file of a chart; where the server is away, draws SVG and PNG from what was loaded.
 * @param address of the file, with every choice in it.
 * @param away what draws without the server, loaded ahead; null for nothing.
 */
export async function deliver(address: URL, away: Away | null): Promise<Delivered> {
  try {
    const answer = await fetch(address)
    if (!answer.ok) return { kind: 'refused', message: await refusal(answer) }
    const blob = await answer.blob()
    return { kind: 'file', file: new File([blob], nameOf(answer), { type: blob.type }), note: null }
  } catch (error) {
    if (!isAway(error)) throw error
    return away ? away(address) : { kind: 'refused', message: AWAY }
  }
}

/** Hands a file to the browser's downloads. */
export function save(file: File): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = file.name
  link.click()
  // The download reads from the address; a minute is plenty.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
