import { randomUUID } from 'node:crypto'
import { drawingPool, drawRefusal } from '@/app/drawing'
import { ownOrigin } from '@/app/origin'
import { followPicture } from '@/app/subject'
import { LARGEST_FORM, LARGEST_PICTURE, TOO_LARGE } from '@/app/verify/limit'
import { type Told, tellOf, tellRefusal, toldAnswers } from '@/app/verify/told'
import { guardVerification } from '@/lib/access/guard'
import { verifyPicture } from '@/lib/export/verify'
import { type Refusal, refuse } from '@/lib/http/refusal'
import { route } from '@/lib/http/route'
import { plainFileName, readForm } from '@/lib/http/upload'
import type { Result } from '@/lib/model/issue'
import { openStore } from '@/lib/store/open'

const no = (error: Refusal): Result<never, Refusal> => ({ ok: false, error })

async function verify(request: Request): Promise<Result<Told, Refusal>> {
  const tooOften = await guardVerification(request.headers)
  if (tooOften) return no(tooOften)
  const form = await readForm(request, LARGEST_FORM, TOO_LARGE)
  if (!form.ok) return form
  const file = form.value.get('file')
  const fileName = file instanceof File ? plainFileName(file.name) : null
  if (!(file instanceof File) || fileName === null)
    return no({ code: 'bad-request', message: 'Choose a picture first: a PNG or SVG file.' })
  if (file.size > LARGEST_PICTURE) return no({ code: 'too-large', message: TOO_LARGE })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const verdict = await verifyPicture(
    bytes,
    await openStore(),
    ownOrigin(),
    drawingPool(),
    followPicture,
  )
  return verdict.ok
    ? { ok: true, value: tellOf(verdict.value, fileName) }
    : no(drawRefusal(verdict.error))
}

/**
 * Looks into a picture that somebody brings in the field `file`; nothing of it is kept. A script gets the answer as JSON,
 * a form of a browser without script goes on to the page, which tells it.
 */
async function post(request: Request): Promise<Response> {
  const told = await verify(request)
  const headers = { 'cache-control': 'no-store' }
  if (!request.headers.get('accept')?.includes('text/html'))
    return told.ok ? Response.json(told.value, { headers }) : refuse(told.error)
  const answer = randomUUID()
  toldAnswers().set(answer, told.ok ? told.value : tellRefusal(told.error.message, ''))
  const location = `/verify?answer=${answer}`
  return new Response(null, { status: 303, headers: { ...headers, location } })
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ POST: post })
