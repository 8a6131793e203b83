'use server'

import { createHash } from 'node:crypto'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { FormAnswer, FormListAnswer } from '@/components/lists/no-script-upload'
import { savable } from '@/components/lists/upload-queue'
import { guardWrite } from '@/lib/access/guard'
import { type Preview, takeUpload } from '@/lib/http/list-api'
import type { Refusal } from '@/lib/http/refusal'
import { CONFIRMED, parseExpected, plainFileName, type Upload } from '@/lib/http/upload'
import type { Part } from '@/lib/list/import'
import { parsePart } from '@/lib/list/lists'
import { parseEditionId } from '@/lib/model/edition'
import { openStore } from '@/lib/store/open'
import type { ListStore } from '@/lib/store/store'
import { importer } from '../api/lists/importer'
import { listsHref } from './link'

const NO_FILE: Refusal = { code: 'bad-request', message: 'Choose a file first.' }

type Place = Pick<FormListAnswer, 'name' | 'part' | 'confirmed'>

const refused = (place: Place, { code, message, issues = [], more }: Refusal): FormListAnswer => ({
  outcome: 'refused',
  ...place,
  refusal: {
    code,
    message,
    issues,
    preview: (more?.preview as Preview | undefined) ?? null,
    ...(more?.confirm === 'figures' && { confirm: 'figures' }),
  },
})

const only = (list: FormListAnswer): FormAnswer => ({ lists: [list], saved: null })
const placed = (name: string): Place => ({ name, part: null, confirmed: false })

/** What a dry run says of each list of a file. `trouble` belongs to the list that could not be saved. */
async function check(
  store: ListStore,
  upload: Upload,
  name: string,
  trouble: string | null,
): Promise<FormListAnswer[]> {
  const hash = createHash('sha256').update(upload.bytes).digest('hex')
  const { confirmed } = upload
  // The form of one of several lists names it; the whole file is asked about without it.
  const edition = upload.part === null ? upload.edition : null
  const asked = { ...upload, edition, part: null, expected: null }
  const whole = await takeUpload(store, importer, asked, true)
  if (whole.ok) {
    const list = savable(whole.value.body)
    return [{ outcome: 'checked', name, part: null, confirmed, list, hash, trouble }]
  }
  const parts = (whole.error.more?.lists as readonly Part[] | undefined) ?? []
  if (parts.length === 0) return [refused({ name, part: null, confirmed }, whole.error)]
  const answers: FormListAnswer[] = []
  for (const one of parts) {
    const part = { ...one, of: parts.length }
    // Figures are confirmed of one list, not of those beside it in the file.
    const own = confirmed && one.part === upload.part
    const alone = { ...asked, edition: null, part: one.part, confirmed: own }
    const checked = await takeUpload(store, importer, alone, true)
    const failed = one.part === upload.part ? trouble : null
    answers.push(
      checked.ok
        ? {
            outcome: 'checked',
            name,
            part,
            confirmed: own,
            list: savable(checked.value.body),
            hash,
            trouble: failed,
          }
        : refused({ name, part, confirmed: own }, checked.error),
    )
  }
  return answers
}

/** Takes the form of a browser without script; what is saved goes on to its versions. */
export async function uploadList(_: FormAnswer | null, form: FormData): Promise<FormAnswer> {
  const file = form.get('file')
  if (!(file instanceof File)) return only(refused(placed('No file'), NO_FILE))
  const name = plainFileName(file.name)
  if (name === null) return only(refused(placed('No file'), NO_FILE))
  const denied = await guardWrite(await headers())
  if (denied) return only(refused(placed(name), denied))

  const text = (field: string) => String(form.get(field) ?? '')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const store = await openStore()
  const upload: Upload = {
    bytes,
    fileName: name,
    edition: parseEditionId(text('edition')),
    part: parsePart(text('part')) ?? null,
    confirmed: text('figures') === CONFIRMED,
    expected: parseExpected(text('expected')) ?? null,
  }
  let trouble: string | null = null
  let saved: FormAnswer['saved'] = null
  // Another file than the one that was looked at is looked at first.
  if (text('hash') === createHash('sha256').update(bytes).digest('hex')) {
    const taken = await takeUpload(store, importer, upload, false)
    if (taken.ok) {
      const { edition, version } = taken.value.body
      if (upload.part === null) redirect(listsHref(edition, { done: 'kept' }))
      // The other lists of the file are still to be saved.
      saved = { edition, version: version ?? 0 }
    } else if (taken.error.code !== 'conflict') {
      return only(refused({ ...placed(name), confirmed: upload.confirmed }, taken.error))
    } else trouble = taken.error.message
  }
  return { lists: await check(store, upload, name, trouble), saved }
}
