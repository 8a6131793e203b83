import { plainToken } from './secret'

/** The variables that say who may write; `docs/hosting.md` documents them. */
export type AccessEnvironment = Readonly<Record<string, string | undefined>>

/** A token that can be guessed protects nothing. */
export const SHORTEST_TOKEN = 16

/** What the process was told of where it listens and whom it trusts. */
export type AccessSettings = {
  /** The address that the server listens on; null where nobody said so. */
  host: string | null
  /** The port that the server listens on; null where nobody said so. */
  port: string | null
  /** What allows writing; null where there is none. */
  token: string | null
  /** Whether a token was given that is too short to be used. */
  tokenTooShort: boolean
  /** Whether a reverse proxy of ours tells the peer's address in `X-Forwarded-For`. */
  trustsProxy: boolean
  /** Whether nobody may write, whatever else is set. */
  readOnly: boolean
  /** Where readers find the server, such as `https://top500.example`; null where nobody said so. */
  publicOrigin: string | null
}

/** The origin of an address of the web; null for any other text. */
export function webOrigin(text: string | undefined): string | null {
  try {
    const url = new URL(text ?? '')
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.origin : null
  } catch {
    return null
  }
}

/** Reads the settings. `TOP500_HOST` and `TOP500_PORT` are set by `npm start` and `npm run dev`. */
export function accessSettings(env: AccessEnvironment = process.env): AccessSettings {
  const token = plainToken(env.ADMIN_TOKEN ?? '') || null
  const tokenTooShort = token !== null && [...token].length < SHORTEST_TOKEN
  return {
    host: env.TOP500_HOST || null,
    port: env.TOP500_PORT || null,
    token: tokenTooShort ? null : token,
    tokenTooShort,
    trustsProxy: env.TOP500_TRUST_PROXY === '1',
    readOnly: env.TOP500_READ_ONLY === '1',
    publicOrigin: webOrigin(env.PUBLIC_URL),
  }
}
