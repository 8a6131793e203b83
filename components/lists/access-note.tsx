import { BUTTON, FIELD, LINE, QUIET_BUTTON, SUBTITLE, TROUBLE } from '@/components/look'
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
      <form className="mt-3" action="/api/session" method="post">
        <input type="hidden" name="next" value={next} />
        <p>
          You are signed in.{' '}
          <button type="submit" className={QUIET_BUTTON} name="sign-out" value="yes">
            Sign out
          </button>
        </p>
      </form>
    ) : access.way === 'machine' && writers ? (
      <p className={SUBTITLE}>{writers}</p>
    ) : null
  if (access.code !== 'sign-in-needed')
    return (
      <div className="mt-3">
        <p>{access.message}</p>
        <p className={SUBTITLE}>Reading, comparing and downloading are open to everybody.</p>
      </div>
    )
  return (
    <form className="mt-3" action="/api/session" method="post">
      <input type="hidden" name="next" value={next} />
      <p>Whoever has the server’s token may upload, remove and restore lists.</p>
      {signIn && (
        <p id="sign-in-trouble" className={TROUBLE} role="alert">
          {SIGN_IN[signIn]}
        </p>
      )}
      <p className={LINE}>
        <label htmlFor="token">Token</label>
        <input
          id="token"
          className={FIELD}
          type="password"
          name="token"
          autoComplete="current-password"
          required
          aria-describedby={signIn ? 'sign-in-trouble' : undefined}
        />
        <button type="submit" className={BUTTON}>
          Sign in
        </button>
      </p>
    </form>
  )
}
