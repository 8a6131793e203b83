import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Headers of every answer, whatever it holds. The policy of a page needs a nonce and is made in `proxy.ts`. */
const EVERYWHERE = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  },
]

/** Answers of the API are data; a browser that opens one as a document may do nothing with it. */
const DATA = "default-src 'none'; frame-ancestors 'none'; sandbox"

/** A picture that is opened alone draws itself with the fonts and styles that it carries, and does nothing else. */
const PICTURE =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; sandbox"

/** @type {import('next').NextConfig} */
export default {
  // A second checkout beside this one must not become the root that Next guesses.
  turbopack: { root: dirname(fileURLToPath(import.meta.url)) },
  // A package that loads parts of itself stays outside the bundle.
  serverExternalPackages: ['@azure/storage-blob'],
  // A form without script may bring a file as large as one with script; the layer in front bounds it before it is read.
  experimental: { serverActions: { bodySizeLimit: '9mb' } },
  poweredByHeader: false,
  // No page has a picture for Next to scale; its address would scale and store for strangers, once for each spelling.
  images: { unoptimized: true },
  // The layer in front compresses, route handlers too; see scripts/front.
  compress: false,
  // React would announce style sheets by a header, and browsers fetch a second time what stands in the page already.
  reactMaxHeadersLength: 0,
  reactStrictMode: true,
  async headers() {
    const csp = (value) => [{ key: 'Content-Security-Policy', value }]
    return [
      { source: '/:path*', headers: EVERYWHERE },
      { source: '/api/:path*', headers: csp(DATA) },
      { source: '/api/chart/:path*', headers: csp(PICTURE) },
    ]
  },
}
