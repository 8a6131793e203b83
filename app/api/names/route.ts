import { suggestions } from '@/lib/compare/suggest'
import { refuse } from '@/lib/http/refusal'
import { route } from '@/lib/http/route'
import { inTurn } from '@/lib/http/turn'
import { parseEditionId } from '@/lib/model/edition'
import { openStore } from '@/lib/store/open'

/** Every name that `?list=YYYY-MM` offers for comparison, each once, the known organisations first. */
async function get(request: Request) {
  const id = parseEditionId(new URL(request.url).searchParams.get('list') ?? '')
  const store = await openStore()
  const edition = id && (await store.edition(id))
  if (!edition)
    return refuse({ code: 'not-found', message: 'There is no such list. Say ?list=YYYY-MM.' })
  const names = suggestions(edition).map(({ label }) => label)
  return Response.json([...new Set(names)], { headers: { 'cache-control': 'no-cache' } })
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: inTurn(get) })
