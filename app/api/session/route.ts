import { policyOf, refusesOrigin } from '@/lib/access/access'
import { guardAsk, guardSignIn } from '@/lib/access/guard'
import { signIn, signOut } from '@/lib/access/session'
import { accessSettings } from '@/lib/access/settings'
import { type RefusalCode, refuse } from '@/lib/http/refusal'
import { route } from '@/lib/http/route'

/** A token and what stands around it. */
const LARGEST_FORM = 8 * 1024

/** Whether whoever asks may write, and why not. */
async function get(request: Request): Promise<Response> {
  const asked = await guardAsk(request.headers)
  if ('refusal' in asked) return refuse(asked.refusal)
  return Response.json(
    { ...asked.access, signIn: policyOf(accessSettings()).to === 'token' },
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

/** What a form of the page is told of a refusal, in the link to the page that says it. */
const TOLD: Readonly<Partial<Record<RefusalCode, string>>> = {
  'wrong-token': 'wrong',
  'too-many-requests': 'wait',
}

/**
 * Ends the session of whoever asks. The cookie is all that this takes, as a page of another site does not get it sent
 * along; where there is none, there is nothing to end.
 */
async function end(request: Request, response: Response): Promise<Response> {
  const settings = accessSettings()
  const foreign = refusesOrigin(request.headers, settings)
  if (foreign) return refuse({ code: foreign.code, message: foreign.message })
  if (settings.token !== null) await signOut(request.headers, response, settings.token)
  return response
}

/** Signs in with the field `token`, or out with `sign-out`; `next` is the page to go to. */
async function post(request: Request): Promise<Response> {
  const form = await readForm(request)
  if (!form) return refuse({ code: 'bad-request', message: 'Send a form with the field “token”.' })
  const response = done(request, form.get('next'))
  if (form.has('sign-out')) return end(request, response)
  const guarded = await guardSignIn(request.headers, form.get('token') ?? '')
  if (guarded.refusal) {
    if (!request.headers.get('accept')?.includes('text/html')) return refuse(guarded.refusal)
    const back = new URLSearchParams({ 'sign-in': TOLD[guarded.refusal.code] ?? 'elsewhere' })
    return new Response(null, { status: 303, headers: { location: `/lists?${back}` } })
  }
  await signIn(request.headers, response, guarded.token)
  return response
}

/** Signs out. */
const remove = (request: Request): Promise<Response> =>
  end(request, new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } }))

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: get,
  POST: post,
  DELETE: remove,
})
