import { createHash } from 'node:crypto'
import { getIronSession, type SessionOptions } from 'iron-session'

/** How long somebody stays signed in. */
const SESSION_SECONDS = 12 * 60 * 60

type Session = { signedIn?: true }

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

/** Whether a request carries a session cookie that was sealed under this token and has not run out. */
export async function isSignedIn(headers: Headers, token: string): Promise<boolean> {
  const { signedIn } = await sessionOf(headers, new Response(), token)
  return signedIn === true
}

/** Puts a new session cookie on an answer: HttpOnly, SameSite=Strict, and Secure where the page came by https. */
export async function signIn(headers: Headers, response: Response, token: string): Promise<void> {
  const session = await sessionOf(headers, response, token)
  session.signedIn = true
  await session.save()
}

/** Takes the session cookie back. */
export async function signOut(headers: Headers, response: Response, token: string): Promise<void> {
  const session = await sessionOf(headers, response, token)
  session.destroy()
}
