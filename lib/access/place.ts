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
