import { type AccessEnvironment, accessSettings, webOrigin } from '@/lib/access/settings'

/** Names that mean every address of a machine, and so none in a link. */
const EVERYWHERE: readonly string[] = ['0.0.0.0', '::']

/**
 * The place at which readers find this server, for links that leave it: the variable `PUBLIC_URL`, else the address that
 * the server listens on. Never what a request says of itself, as a stranger writes that.
 */
export function ownOrigin(env: AccessEnvironment = process.env): string {
  const { host, port } = accessSettings(env)
  const name = host === null || EVERYWHERE.includes(host) ? 'localhost' : host
  const address = `http://${name.includes(':') ? `[${name}]` : name}:${port ?? '3000'}`
  return webOrigin(env.PUBLIC_URL) ?? webOrigin(address) ?? 'http://localhost'
}
