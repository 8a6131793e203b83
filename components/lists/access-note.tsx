import type { Access } from '@/lib/access/access'

/** What the last attempt to sign in came to. */
export type SignIn = 'wrong' | 'wait' | 'elsewhere' | null

const SIGN_IN: Readonly<Record<NonNullable<SignIn>, string>> = {
  wrong: 'That is not the token. Look at ADMIN_TOKEN of the server, and try again.',
  elsewhere:
    'The form did not come from this page as far as the server can tell. Behind a reverse proxy, Host must be passed on or PUBLIC_URL be set.',
  wait: 'That was too often in a short time. Wait five minutes, and try again.',
}

/**
 * Who may change lists here: nothing for whom it goes without saying, else how to come to it.
 * @param next the page to go to afterwards.
 * @param writers who else may change lists, for whom nobody asked to sign in; left out where that is said elsewhere.
 */
export function AccessNote(props: {
  access: Access
  signIn: SignIn
  next: string
  writers?: string
}) {
  const { access, signIn, next, writers } = props
  if (access.write)
    return access.way === 'session' ? (
      <form className="access" action="/api/session" method="post">
        <input type="hidden" name="next" value={next} />
        <p>
          You are signed in.{' '}
          <button type="submit" className="quiet" name="sign-out" value="yes">
            Sign out
          </button>
        </p>
      </form>
    ) : access.way === 'machine' && writers ? (
      <p className="subtitle">{writers}</p>
    ) : null
  if (access.code !== 'sign-in-needed')
    return (
      <div className="access">
        <p>{access.message}</p>
        <p className="subtitle">Reading, comparing and downloading are open to everybody.</p>
      </div>
    )
  return (
    <form className="access" action="/api/session" method="post">
      <input type="hidden" name="next" value={next} />
      <p>Whoever has the server’s token may upload, remove and restore lists.</p>
      {signIn && (
        <p id="sign-in-trouble" className="trouble" role="alert">
          {SIGN_IN[signIn]}
        </p>
      )}
      <p className="line">
        <label htmlFor="token">Token</label>
        <input
          id="token"
          className="field"
          type="password"
          name="token"
          autoComplete="current-password"
          required
          aria-describedby={signIn ? 'sign-in-trouble' : undefined}
        />
        <button type="submit" className="button">
          Sign in
        </button>
      </p>
    </form>
  )
}
