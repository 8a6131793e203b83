import { accessFor } from '@/lib/access/access'
import { guardSignIn } from '@/lib/access/guard'
import { signIn, signOut } from '@/lib/access/session'
import { accessSettings } from '@/lib/access/settings'
import { refuse } from '@/lib/http/refusal'

/** A token and what stands around it. */
const LARGEST_FORM = 8 * 1024

/** Whether whoever asks may write, and why not. */
export async function GET(request: Request): Promise<Response> {
  const access = await accessFor(request.headers)
  return Response.json(
    { ...access, signIn: accessSettings().token !== null },
    { headers: { 'cache-control': 'no-store' } },
  )
}

/** A page of ours to go to afterwards; anything else would send people to other sites. */
const ownPath = (path: string | null) =>
  path !== null && /^\/(?![/\\])[\w/?&=.-]*$/.test(path) ? path : '/lists'

/** A form of the page goes on to a page; a script is told. */
function done(request: Request, next: string | null): Response {
  const headers = { 'cache-control': 'no-store' }
  return request.headers.get('accept')?.includes('text/html')
    ? new Response(null, { status: 303, headers: { ...headers, location: ownPath(next) } })
    : new Response(null, { status: 204, headers })
}

/** Reads a small form; null for anything else. */
async function readForm(request: Request): Promise<URLSearchParams | null> {
  const type = request.headers.get('content-type') ?? ''
  const length = Number(request.headers.get('content-length') ?? Number.NaN)
  if (!type.startsWith('application/x-www-form-urlencoded') || !(length <= LARGEST_FORM))
    return null
  return new URLSearchParams(await request.text())
}

/** Signs in with the field `token`, or out with `sign-out`; `next` is the page to go to. */
export async function POST(request: Request): Promise<Response> {
  const form = await readForm(request)
  if (!form) return refuse({ code: 'bad-request', message: 'Send a form with the field “token”.' })
  const response = done(request, form.get('next'))
  if (form.has('sign-out')) {
    const { token } = accessSettings()
    const access = await accessFor(request.headers, { mutating: true })
    if (token !== null && access.write) await signOut(request.headers, response, token)
    return response
  }
  const guarded = await guardSignIn(request.headers, form.get('token') ?? '')
  if (guarded.refusal) {
    const { code } = guarded.refusal
    if (!request.headers.get('accept')?.includes('text/html')) return refuse(guarded.refusal)
    const back = new URLSearchParams({ 'sign-in': code === 'wrong-token' ? 'wrong' : 'wait' })
    return new Response(null, { status: 303, headers: { location: `/lists?${back}` } })
  }
  await signIn(request.headers, response, guarded.token)
  return response
}

/** Signs out. */
export async function DELETE(request: Request): Promise<Response> {
  const { token } = accessSettings()
  const response = new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } })
  const access = await accessFor(request.headers, { mutating: true })
  if (token !== null && access.write) await signOut(request.headers, response, token)
  return response
}
