import { isLoopback, isOurHost, isSameOrigin } from './place'
import { bearerToken, sameSecret } from './secret'
import { isSignedIn } from './session'
import { type AccessSettings, accessSettings, SHORTEST_TOKEN } from './settings'

/** Why somebody may write: sits at the machine, has signed in, or brings the token along. */
export type Way = 'machine' | 'session' | 'token'

/** Why somebody may not. */
export type Denial = 'writing-off' | 'foreign-request' | 'sign-in-needed' | 'wrong-token'

/** Whether somebody may write, and why or why not in words for them. */
export type Access =
  | { write: true; way: Way }
  | {
      write: false
      code: Denial
      /** What is the matter and what to do. */
      message: string
    }

const deny = (code: Denial, message: string): Access => ({ write: false, code, message })

const HOW_TO_SWITCH_ON = `Start the server with ADMIN_TOKEN set to a secret of at least ${SHORTEST_TOKEN} characters, and sign in with it.`

/** Browsers say where a request was made; `none` is what a person typed or a script sent. */
function isFromElsewhere(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return true
  const origin = headers.get('origin')
  return origin !== null && !isSameOrigin(origin, headers.get('host'))
}

/** Whether a proxy brought the request from another machine. Next adds `X-Forwarded-For` of the peer itself. */
function isForwarded(headers: Headers): boolean {
  if (['forwarded', 'via', 'x-real-ip'].some((name) => headers.has(name))) return true
  const peers = headers.get('x-forwarded-for')?.split(',') ?? []
  return peers.some((peer) => !isLoopback(peer.trim()))
}

function atTheMachine(headers: Headers, settings: AccessSettings, mutating: boolean): Access {
  const { host, port, tokenTooShort } = settings
  if (tokenTooShort)
    return deny(
      'writing-off',
      `Keeping lists is switched off: ADMIN_TOKEN has fewer than ${SHORTEST_TOKEN} characters. ${HOW_TO_SWITCH_ON}`,
    )
  if (host === null || port === null || !isLoopback(host))
    return deny(
      'writing-off',
      `Keeping lists is switched off, as this server can be reached from other machines. ${HOW_TO_SWITCH_ON}`,
    )
  if (!isOurHost(headers.get('host'), port) || isForwarded(headers))
    return deny(
      'foreign-request',
      `Only the person at this machine may change lists, at http://localhost:${port}/. To change them from elsewhere: ${HOW_TO_SWITCH_ON}`,
    )
  if (mutating && isFromElsewhere(headers))
    return deny('foreign-request', 'The page of another site may not change lists. Use our own.')
  return { write: true, way: 'machine' }
}

/**
 * Decides who may write, from what a request says of itself. Reading is always open.
 * @param mutating whether this very request would change something; a page that only shows the controls asks without.
 */
export async function accessFor(
  headers: Headers,
  { mutating = false, settings = accessSettings() } = {},
): Promise<Access> {
  const { token } = settings
  if (token === null) return atTheMachine(headers, settings, mutating)
  if (headers.has('authorization')) {
    // A page of another site cannot set this header, so there is nothing more to ask.
    const given = bearerToken(headers.get('authorization'))
    return given !== null && sameSecret(given, token)
      ? { write: true, way: 'token' }
      : deny('wrong-token', 'The token is not right. Send “Authorization: Bearer” and ADMIN_TOKEN.')
  }
  if (!(await isSignedIn(headers, token)))
    return deny(
      'sign-in-needed',
      'Sign in to change lists; scripts send “Authorization: Bearer” and ADMIN_TOKEN.',
    )
  // A browser sends the cookie along for any page of this host, and names that page's origin.
  if (mutating && (isFromElsewhere(headers) || !headers.has('origin')))
    return deny('foreign-request', 'The page of another site may not change lists. Use our own.')
  return { write: true, way: 'session' }
}
