import { historyEntry } from '@/lib/http/list-api'
import { refuse } from '@/lib/http/refusal'
import { route } from '@/lib/http/route'
import { editionOf, withStore } from '../../answer'

/** All whole versions of a list, newest first, and what lies among them and cannot be used. */
async function get(
  _: Request,
  { params }: { params: Promise<{ name: string }> },
): Promise<Response> {
  const edition = editionOf((await params).name)
  if (!edition.ok) return refuse(edition.error)
  return withStore(async (store) => {
    const versions = (await store.history(edition.value)).map(historyEntry)
    const problems = await store.problems(edition.value)
    return versions.length + problems.length
      ? Response.json(
          { edition: edition.value, versions, problems },
          { headers: { 'cache-control': 'no-store' } },
        )
      : refuse({ code: 'not-found', message: 'There is no such list and never was one.' })
  })
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: get })
