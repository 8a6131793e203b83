import type { Access } from '@/lib/access/access'

/** What the last attempt to sign in came to. */
export type SignIn = 'wrong' | 'wait' | null

const SIGN_IN: Readonly<Record<NonNullable<SignIn>, string>> = {
  wrong: 'That is not the token. Look at ADMIN_TOKEN of the server, and try again.',
  wait: 'That was too often in a short time. Wait five minutes, and try again.',
}

/**
 * Who may change lists here: nothing for whom it goes without saying, else how to come to it.
 * @param next the page to go to afterwards.
 */
export function AccessNote(props: { access: Access; signIn: SignIn; next: string }) {
  const { access, signIn, next } = props
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
      <p>Whoever has the server’s token may keep, remove and restore lists.</p>
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
