/** A host name or address without the brackets that a URL puts around IPv6. */
const bare = (host: string) => host.toLowerCase().replace(/^\[(.*)\]$/, '$1')

/** Whether a name means this machine alone. Names that merely resolve to it do not count: they can be rebound. */
export function isLoopback(host: string): boolean {
  const name = bare(host)
  return (
    name === 'localhost' ||
    name === '::1' ||
    name === '::ffff:127.0.0.1' ||
    /^127(?:\.(?:\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])){3}$/.test(name)
  )
}

/** Reads a `Host` header under a scheme; null for anything that is more or less than a host and a port. */
export function hostUrl(host: string, protocol: string): URL | null {
  if (!/^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i.test(host)) return null
  try {
    return new URL(`${protocol}//${host}`)
  } catch {
    return null
  }
}

/** Whether a `Host` header names this machine by loopback, and our own port. */
export function isOurHost(host: string | null, port: string): boolean {
  const url = host === null ? null : hostUrl(host, 'http:')
  return url !== null && isLoopback(url.hostname) && (url.port || '80') === port
}

/** Whether a page of `origin` and this request's `Host` are the same place. The origin `null` is no place. */
export function isSameOrigin(origin: string, host: string | null): boolean {
  try {
    const page = new URL(origin)
    if (page.protocol !== 'http:' && page.protocol !== 'https:') return false
    return host !== null && hostUrl(host, page.protocol)?.host === page.host
  } catch {
    return false
  }
}

/** Whether a host is an address, or this machine by name: names that somebody else may give to another machine. */
const cannotBeRebound = (host: string) =>
  isLoopback(host) || host.startsWith('[') || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host)

/**
 * Whether a page of `origin` is this server's own. Where it is known under which address readers find the server, that one
 * is, whatever `Host` a proxy passes on; and besides it only a host that no foreign name server can have named.
 * @param publicOrigin that address; null where nobody said so, and the request's `Host` is all there is to compare with.
 */
export function isOwnOrigin(
  origin: string,
  host: string | null,
  publicOrigin: string | null,
): boolean {
  if (publicOrigin === null) return isSameOrigin(origin, host)
  if (origin === publicOrigin) return true
  return isSameOrigin(origin, host) && cannotBeRebound(new URL(origin).hostname)
}
