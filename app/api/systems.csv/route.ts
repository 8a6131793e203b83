import { digest } from '@/lib/http/build-id'
import { attachment, revalidated } from '@/lib/http/download'
import { route } from '@/lib/http/route'
import { turn } from '@/lib/http/turn'
import { allListsHeader, allListsRows } from '@/lib/list/csv'
import type { ListStore, Version } from '@/lib/store/store'
import { withStore } from '../lists/answer'

/** The lines of all lists, one list at a time, so that no more than one is written out in memory. */
function linesOf(store: ListStore, versions: readonly Version[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const left = [...versions]
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(allListsHeader())),
    pull: async (controller) => {
      const next = left.shift()
      if (!next) return controller.close()
      const list = await store.edition(next.edition, next.version)
      // Each list in its turn, or many who fetch this at once would keep all others waiting.
      const rows = await turn(() => (list ? allListsRows(list.id, list.systems) : ''))
      controller.enqueue(encoder.encode(rows))
    },
  })
}

/** Every system of every list in one file: the list, then every column as printed. */
async function get(request: Request): Promise<Response> {
  return withStore(async (store) => {
    const versions = await store.current()
    return revalidated(
      request,
      digest(versions.map(({ hash, version }) => `${hash}.${version}`)),
      () => linesOf(store, versions),
      {
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': attachment('top500_all-lists.csv'),
      },
    )
  })
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: get })
