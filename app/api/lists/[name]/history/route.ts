import { historyEntry } from '@/lib/http/list-api'
import { refuse } from '@/lib/http/refusal'
import { editionOf, withStore } from '../../answer'

/** All versions of a list, newest first. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ name: string }> },
): Promise<Response> {
  const edition = editionOf((await params).name)
  if (!edition.ok) return refuse(edition.error)
  return withStore(async (store) => {
    const versions = (await store.history(edition.value)).map(historyEntry)
    return versions.length
      ? Response.json(
          { edition: edition.value, versions },
          { headers: { 'cache-control': 'no-store' } },
        )
      : refuse({ code: 'not-found', message: 'There is no such list and never was one.' })
  })
}
