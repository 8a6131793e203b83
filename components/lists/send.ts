import type { UploadAnswer } from '@/lib/http/list-api'
import type { RefusalCode } from '@/lib/http/refusal'
import type { Part } from '@/lib/list/import'
import type { EditionId } from '@/lib/model/edition'
import type { Checked } from './preview'

/** Why the server did not take a file; `preview` tells what it understood of it all the same. */
export type Refused = Checked & {
  code: RefusalCode
  message: string
  /** The lists of a file that holds several. */
  lists?: readonly Part[]
  /** What a person may confirm, so that the file is taken all the same. */
  confirm?: 'figures'
}

/** What became of a sent file. */
export type Sent =
  | { outcome: 'taken'; answer: UploadAnswer }
  | { outcome: 'refused'; refusal: Refused }
  | { outcome: 'stopped' }
  | { outcome: 'unreachable' }

/** A file to be checked, or to be saved after the version that its sender saw. */
export type Upload = {
  file: File
  /** Which list it is; null where the file itself is to say. */
  edition: EditionId | null
  /** The number of the list in a file that holds several. */
  part: number | null
  /** Whether the person has confirmed figures that are refused as implausible. */
  confirmed: boolean
  /** The newest version that was there when it was checked; null for a check that saves nothing. */
  expected: number | null
}

function formOf({ file, edition, part, confirmed, expected }: Upload): FormData {
  const form = new FormData()
  form.append('file', file)
  if (edition !== null) form.append('edition', edition)
  if (part !== null) form.append('part', String(part))
  if (confirmed) form.append('figures', 'confirmed')
  if (expected !== null) form.append('expected', String(expected))
  return form
}

/** Reads an answer of the API; null for what comes from something that stands between. */
function readAnswer(status: number, text: string): Sent | null {
  try {
    const body = JSON.parse(text)
    if (status === 200 || status === 201) return { outcome: 'taken', answer: body }
    if (typeof body?.error?.message !== 'string') return null
    return { outcome: 'refused', refusal: { preview: null, ...body.error } }
  } catch {
    return null
  }
}

/**
 * Sends a file. `fetch` does not tell how much of it has gone, so this is an XMLHttpRequest.
 * @param onProgress gets the share that has been sent, 0 to 1.
 */
export function send(
  upload: Upload,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', upload.expected === null ? '/api/lists?dry-run' : '/api/lists')
    request.setRequestHeader('accept', 'application/json')
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onload = () =>
      resolve(readAnswer(request.status, request.responseText) ?? { outcome: 'unreachable' })
    request.onerror = () => resolve({ outcome: 'unreachable' })
    request.onabort = () => resolve({ outcome: 'stopped' })
    if (signal.aborted) return resolve({ outcome: 'stopped' })
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(formOf(upload))
  })
}
