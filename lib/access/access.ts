import { type Connection, connectionOf } from '../http/exchange'
import { isLoopback, isOurHost, isOwnOrigin } from './place'
import { bearerTokens, sameSecret } from './secret'
import { isSignedIn } from './session'
import { type AccessSettings, accessSettings, SHORTEST_TOKEN } from './settings'

/** Why somebody may write: sits at the machine, has signed in, or brings the token along. */
export type Way = 'machine' | 'session' | 'token'

/** Why somebody may not. */
export type Denial = 'writing-off' | 'foreign-request' | 'sign-in-needed' | 'wrong-token'

/** That somebody may not write. */
export type Denied = {
  write: false
  code: Denial
  /** What is the matter and what to do. */
  message: string
}

/** Whether somebody may write, and why or why not in words for them. */
export type Access = { write: true; way: Way } | Denied

const deny = (code: Denial, message: string): Denied => ({ write: false, code, message })

const HOW_TO_SWITCH_ON = `Start the server with ADMIN_TOKEN set to a secret of at least ${SHORTEST_TOKEN} characters, and sign in with it.`

const OFF = 'Changing lists is switched off'

/** Who may write, as far as the settings alone tell. */
export type Policy = { to: 'nobody'; because: string } | { to: 'token' } | { to: 'machine' }

/** Decides from the settings who may write. */
export function policyOf(settings: AccessSettings): Policy {
  const { host, port, token, tokenTooShort, trustsProxy, readOnly, publicOrigin } = settings
  const nobody = (because: string, remedy = HOW_TO_SWITCH_ON): Policy => ({
    to: 'nobody',
    because: `${OFF}: ${because}. ${remedy}`,
  })
  if (readOnly)
    return nobody(
      'the server was started with TOP500_READ_ONLY=1',
      'Start it without that to change lists.',
    )
  if (token !== null) return { to: 'token' }
  if (tokenTooShort) return nobody(`ADMIN_TOKEN has fewer than ${SHORTEST_TOKEN} characters`)
  if (host === null || port === null || !isLoopback(host))
    return nobody('this server can be reached from other machines')
  if (trustsProxy)
    return nobody('a reverse proxy brings others to this server (TOP500_TRUST_PROXY)')
  if (publicOrigin !== null && !isLoopback(new URL(publicOrigin).hostname))
    return nobody('others reach this server at the address in PUBLIC_URL')
  return { to: 'machine' }
}

/** What to say at the start, and where somebody may write, of who else may. */
export function writersNote(settings: AccessSettings): string {
  const policy = policyOf(settings)
  if (policy.to === 'nobody') return policy.because
  if (policy.to === 'token') return 'Lists are changed by whoever has ADMIN_TOKEN.'
  return `Whoever reaches port ${settings.port} of this machine may change lists. Before you put a reverse proxy in front of it, set ADMIN_TOKEN, or TOP500_READ_ONLY=1.`
}

/** Browsers say where a request was made; `none` is what a person typed or a script sent. */
function isFromElsewhere(headers: Headers, { publicOrigin }: AccessSettings): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return true
  const origin = headers.get('origin')
  return origin !== null && !isOwnOrigin(origin, headers.get('host'), publicOrigin)
}

/** Whether a proxy brought the request from another machine. Next adds `X-Forwarded-For` of the peer itself. */
function isForwarded(headers: Headers): boolean {
  if (['forwarded', 'via', 'x-real-ip'].some((name) => headers.has(name))) return true
  const peers = headers.get('x-forwarded-for')?.split(',') ?? []
  return peers.some((peer) => !isLoopback(peer.trim()))
}

/** By what a request that should come from the person at the machine gives itself away; null where by nothing. */
function signOfOthers(headers: Headers, port: string, connection: Connection | null) {
  if (!isOurHost(headers.get('host'), port)) return 'it names another host'
  if (connection) {
    const { address, isHttp10, forwardedBy } = connection
    if (!isLoopback(address)) return 'it comes from another machine'
    if (isHttp10) return 'it came as HTTP/1.0, as reverse proxies ask'
    if (forwardedBy) return `it carries the header ${forwardedBy}, as reverse proxies send`
  }
  return isForwarded(headers) ? 'a reverse proxy forwarded it' : null
}

/** What to say of a request that a page of another place made, or null where none did. */
export function refusesOrigin(headers: Headers, settings: AccessSettings): Denied | null {
  return isFromElsewhere(headers, settings)
    ? deny(
        'foreign-request',
        'The page of another site may not change lists or sign in. Use our own page; behind a reverse proxy, pass Host on or set PUBLIC_URL.',
      )
    : null
}

function atTheMachine(headers: Headers, settings: AccessSettings, mutating: boolean): Access {
  const port = settings.port ?? ''
  const sign = signOfOthers(headers, port, connectionOf(headers))
  if (sign)
    return deny(
      'foreign-request',
      `Only the person at this machine may change lists, at http://localhost:${port}/, and this request is another one: ${sign}. To change lists from elsewhere: ${HOW_TO_SWITCH_ON}`,
    )
  return (mutating && refusesOrigin(headers, settings)) || { write: true, way: 'machine' }
}

/**
 * Decides who may write, from what a request says of itself. Reading is always open.
 * @param mutating whether this very request would change something; a page that only shows the controls asks without.
 * @param bearer whether a token in a header counts: only where wrong ones are counted, or it could be guessed.
 */
export async function accessFor(
  headers: Headers,
  {
    mutating = false,
    bearer = mutating,
    settings = accessSettings(),
  }: { mutating?: boolean; bearer?: boolean; settings?: AccessSettings } = {},
): Promise<Access> {
  const policy = policyOf(settings)
  if (policy.to === 'nobody') return deny('writing-off', policy.because)
  const { token } = settings
  if (token === null) return atTheMachine(headers, settings, mutating)
  const foreign = refusesOrigin(headers, settings)
  if (bearer && headers.has('authorization'))
    return (
      foreign ??
      (bearerTokens(headers.get('authorization')).some((given) => sameSecret(given, token))
        ? { write: true, way: 'token' }
        : deny(
            'wrong-token',
            'The token is not right. Send “Authorization: Bearer” and ADMIN_TOKEN.',
          ))
    )
  if (!(await isSignedIn(headers, token)))
    return deny(
      'sign-in-needed',
      'Sign in to change lists; scripts send “Authorization: Bearer” and ADMIN_TOKEN.',
    )
  if (mutating && foreign) return foreign
  // A browser sends the cookie along for any page of this host, and names that page's origin.
  if (mutating && !headers.has('origin'))
    return deny('foreign-request', 'The page of another site may not change lists. Use our own.')
  return { write: true, way: 'session' }
}
