import { pointingScript } from '../../pointing-file'

/** Made with the build, as there is one such script in each. */
export const dynamic = 'force-static'
export const dynamicParams = false
export const generateStaticParams = () => [{ file: pointingScript().file }]

/** The script that answers pointers and keys on charts; a file whose name says what is in it never changes. */
export function GET(): Response {
  return new Response(pointingScript().text, {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    },
  })
}
