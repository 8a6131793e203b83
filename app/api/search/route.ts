import { record } from '@/app/record'
import { search } from '@/lib/compare/search'
import { refuse } from '@/lib/http/refusal'
import { route } from '@/lib/http/route'
import { inTurn } from '@/lib/http/turn'
import { foundHref } from '@/lib/link/found'
import { LONGEST_SEARCH } from '@/lib/link/story'

/** Finds that are told of. */
const MOST = 20

/** What answers `?q=…`, the best first. */
async function get(request: Request): Promise<Response> {
  const q = new URL(request.url).searchParams.get('q')?.trim() ?? ''
  if (q === '' || q.length > LONGEST_SEARCH)
    return refuse({
      code: 'bad-request',
      message: `Say ?q= with a name, site, computer, number or month, at most ${LONGEST_SEARCH} letters.`,
    })
  const found = await search(await record(), q, MOST)
  const results = found.map((one) => ({
    ...one,
    href: foundHref(one),
  }))
  return Response.json({ q, results }, { headers: { 'cache-control': 'no-cache' } })
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: inTurn(get) })
