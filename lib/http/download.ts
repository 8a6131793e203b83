/**
 * A `Content-Disposition` that saves under a name of any script: plain ASCII for old clients (RFC 6266), and the name
 * itself in UTF-8 (RFC 8187).
 */
export function attachment(fileName: string): string {
  const ascii = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(fileName.replace(/\p{Surrogate}/gu, '_')).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}

/** Whether a request already holds this content (`If-None-Match`, weak comparison). */
export function isHeld(headers: Headers, etag: string): boolean {
  const given = headers.get('if-none-match')
  return (
    given !== null &&
    (given.trim() === '*' ||
      given.split(',').some((one) => one.trim().replace(/^W\//, '') === etag))
  )
}

/**
 * An answer that a client may keep but asks about each time, as a list may get a new version at any moment.
 * @param identity what the content hangs on; different contents never share one.
 */
export function revalidated(
  request: Request,
  identity: string,
  body: () => BodyInit,
  headers: Record<string, string>,
): Response {
  const etag = `"${identity}"`
  const cached = { etag, 'cache-control': 'no-cache' }
  return isHeld(request.headers, etag)
    ? new Response(null, { status: 304, headers: cached })
    : new Response(body(), { headers: { ...headers, ...cached } })
}
