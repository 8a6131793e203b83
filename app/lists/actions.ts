'use server'

import { createHash } from 'node:crypto'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { PlainAnswer } from '@/components/lists/plain-door'
import { keepable } from '@/components/lists/tray'
import { guardWrite } from '@/lib/access/guard'
import { type Preview, takeUpload } from '@/lib/http/list-api'
import type { Refusal } from '@/lib/http/refusal'
import { parseExpected, plainFileName } from '@/lib/http/upload'
import { parseEditionId } from '@/lib/model/edition'
import { openStore } from '@/lib/store/open'
import { importer } from '../api/lists/importer'
import { listsHref } from './link'

const NO_FILE: Refusal = { code: 'bad-request', message: 'Choose a file first.' }

const refused = (name: string, { code, message, issues = [], more }: Refusal): PlainAnswer => ({
  outcome: 'refused',
  name,
  refusal: { code, message, issues, preview: (more?.preview as Preview | undefined) ?? null },
})

/** Takes the form of a browser without script; what is kept goes on to its history. */
export async function bringList(_: PlainAnswer | null, form: FormData): Promise<PlainAnswer> {
  const file = form.get('file')
  if (!(file instanceof File)) return refused('No file', NO_FILE)
  const name = plainFileName(file.name)
  if (name === null) return refused('No file', NO_FILE)
  const denied = await guardWrite(await headers())
  if (denied) return refused(name, denied)

  const text = (field: string) => String(form.get(field) ?? '')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const hash = createHash('sha256').update(bytes).digest('hex')
  const store = await openStore()
  const upload = { bytes, fileName: name, edition: parseEditionId(text('edition')) }
  let trouble: string | null = null
  // Another file than the one that was looked at is looked at first.
  if (text('hash') === hash) {
    const expected = parseExpected(text('expected')) ?? null
    const kept = await takeUpload(store, importer, { ...upload, expected }, false)
    if (kept.ok) redirect(listsHref(kept.value.body.edition, { done: 'kept' }))
    if (kept.error.code !== 'conflict') return refused(name, kept.error)
    trouble = kept.error.message
  }
  const checked = await takeUpload(store, importer, { ...upload, expected: null }, true)
  return checked.ok
    ? { outcome: 'checked', name, list: keepable(checked.value.body), hash, trouble }
    : refused(name, checked.error)
}
