/**
 * Sends a request that names an organisation in another spelling to the same address with the name.
 * @param named the view's parameters, with the name. @param own parameters of the address besides the view's, which are kept.
 */
export function sendToName(
  request: Request,
  named: URLSearchParams,
  own: readonly string[],
): Response {
  const { pathname, searchParams } = new URL(request.url)
  const params = new URLSearchParams(named)
  for (const [name, value] of searchParams) if (own.includes(name)) params.append(name, value)
  const query = params.toString()
  return new Response(null, {
    status: 308,
    headers: {
      location: query ? `${pathname}?${query}` : pathname,
      'cache-control': 'no-cache',
      // Pictures are embedded by other sites, and the spelling of a name says nothing of anybody.
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    },
  })
}
