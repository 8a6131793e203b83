import { createHash, randomUUID } from 'node:crypto'
import { getIronSession, type SessionOptions } from 'iron-session'
import { type EndedSessions, SESSION_SECONDS } from '../store/ended-sessions'
import { endedSessions } from '../store/open'

/** What a cookie seals: the session's own name, by which it can be ended for whoever holds a copy. */
type Session = { id?: string }

/**
 * The cookie's key comes from the token: whoever changes the token signs everybody out, and every process that has
 * the token reads the cookies of the others.
 */
function options(token: string, secure: boolean): SessionOptions {
  return {
    cookieName: 'top500-session',
    password: createHash('sha256').update(`top500 session ${token}`).digest('hex'),
    ttl: SESSION_SECONDS,
    cookieOptions: { httpOnly: true, sameSite: 'strict', secure, path: '/' },
  }
}

/** The cookie may travel without encryption only where the page itself did. */
function isEncrypted(headers: Headers): boolean {
  const proto = headers.get('x-forwarded-proto')?.split(',')[0]?.trim()
  return proto === 'https' || (headers.get('origin') ?? '').startsWith('https:')
}

const sessionOf = (headers: Headers, response: Response, token: string) =>
  getIronSession<Session>(
    new Request('http://localhost/', { headers: { cookie: headers.get('cookie') ?? '' } }),
    response,
    options(token, isEncrypted(headers)),
  )

/** Whether a request carries a session cookie that was sealed under this token, has not run out and was not ended. */
export async function isSignedIn(
  headers: Headers,
  token: string,
  ended: EndedSessions = endedSessions(),
): Promise<boolean> {
  const { id } = await sessionOf(headers, new Response(), token)
  return id !== undefined && !(await ended.has(id))
}

/** Puts a new session cookie on an answer: HttpOnly, SameSite=Strict, and Secure where the page came by https. */
export async function signIn(headers: Headers, response: Response, token: string): Promise<void> {
  const session = await sessionOf(headers, response, token)
  session.id = randomUUID()
  await session.save()
}

/** Ends the session, for every copy of its cookie and in every process, and takes the cookie back. */
export async function signOut(
  headers: Headers,
  response: Response,
  token: string,
  ended: EndedSessions = endedSessions(),
): Promise<void> {
  const session = await sessionOf(headers, response, token)
  if (session.id !== undefined) await ended.add(session.id)
  session.destroy()
}
