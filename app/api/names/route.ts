import { suggestions } from '@/lib/compare/suggest'
import { parseEditionId } from '@/lib/model/edition'
import { openStore } from '@/lib/store/open'

/** Every name that `?list=YYYY-MM` offers for comparison, each once, the known organisations first. */
export async function GET(request: Request) {
  const id = parseEditionId(new URL(request.url).searchParams.get('list') ?? '')
  const store = await openStore()
  const edition = id && (await store.edition(id))
  if (!edition)
    return Response.json(
      { error: { code: 'unknown-list', message: 'There is no such list.', issues: [] } },
      { status: 404 },
    )
  const names = suggestions(edition.systems).map(({ label }) => label)
  return Response.json([...new Set(names)], { headers: { 'cache-control': 'no-cache' } })
}
