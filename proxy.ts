import { type NextRequest, NextResponse } from 'next/server'

/** Where a page may be shown inside a frame of another site. */
const EMBEDDED = /^\/embed(?:\/|$)/

/**
 * The Content-Security-Policy of a page.
 *
 * Scripts need the nonce of the request. Style sheets come from this server or stand in the page: React joins the
 * inlined ones into one tag and leaves their nonce out, so a nonce cannot be asked of them. No attribute `style="…"` is
 * allowed: the server's HTML holds none, and what React and Recharts set in the browser goes through the CSSOM, which
 * a policy does not restrain. `blob:` and `data:` are for pictures that the browser draws to be saved.
 */
function policy(nonce: string, embedded: boolean): string {
  // React needs eval for its error stacks while developing.
  const developing = process.env.NODE_ENV === 'development'
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "style-src-attr 'none'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${embedded ? '*' : "'none'"}`,
  ].join('; ')
}

/**
 * Gives every page its policy. The nonce reaches the page as the request header `x-nonce`; Next reads it from the
 * policy and puts it on its own tags. The headers that are the same for every answer stand in `next.config.js`.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const embedded = EMBEDDED.test(request.nextUrl.pathname)
  const value = policy(nonce, embedded)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('x-embedded', String(embedded))
  headers.set('content-security-policy', value)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', value)
  return response
}

export const config = {
  // Pages only: what an API route or a built file may do is said in `next.config.js`.
  matcher: ['/((?!api/|pointing/|_next/static|_next/image|favicon.ico|icon.svg).*)'],
}
