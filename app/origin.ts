import { hostUrl } from '@/lib/access/place'
import { accessSettings, webOrigin } from '@/lib/access/settings'

/** Where nobody says how the server is reached. */
const NOWHERE = 'http://localhost'

/**
 * The place at which readers find this server, for links that leave it: the variable `PUBLIC_URL`, else the host that
 * the request names. The scheme is a proxy's word only where `TOP500_TRUST_PROXY` says that there is one.
 */
export function originOf(headers: Headers, env: NodeJS.ProcessEnv = process.env): string {
  const told = webOrigin(env.PUBLIC_URL)
  if (told) return told
  const proxied = accessSettings(env).trustsProxy && headers.get('x-forwarded-proto') === 'https'
  const host = headers.get('host')
  return (host && hostUrl(host, proxied ? 'https:' : 'http:')?.origin) || NOWHERE
}
