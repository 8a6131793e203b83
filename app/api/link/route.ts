import { load } from '@/app/load'
import { loadTime } from '@/app/load-time'
import { paramsOf } from '@/app/params'
import { route } from '@/lib/http/route'
import { inTurn } from '@/lib/http/turn'
import type { Params } from '@/lib/link/codec'
import { TIME_PATH, timeHref } from '@/lib/link/time-view'
import { viewHref } from '@/lib/link/view'

type LinkOf = (params: Params) => Promise<string | null>

/** The parameter that names the page; absent for the comparison. */
const PAGE = 'page'

/** THE table of pages whose links are asked for: the link of a view, or null where it stays as it is. */
const LINKS: Readonly<Record<string, { path: string; linkOf: LinkOf }>> = {
  '': {
    path: '/',
    linkOf: async (params) => {
      const found = await load(params)
      if (found.kind === 'elsewhere') return found.href
      return found.kind === 'respelt' ? viewHref(found.view) : null
    },
  },
  time: {
    path: TIME_PATH,
    linkOf: async (params) => {
      const found = await loadTime(params)
      if (found.kind === 'elsewhere') return found.href
      return found.kind === 'respelt' ? timeHref(found.view) : null
    },
  },
}

/**
 * The one link of the view that a form or a link of a page asks for: `{href}`. What it asks in vain, such as a name
 * that nobody has, stays in the link, and the page says so.
 */
async function get(request: Request) {
  const { searchParams } = new URL(request.url)
  const page = searchParams.get(PAGE) ?? ''
  const known = Object.hasOwn(LINKS, page) ? LINKS[page] : undefined
  if (known && page !== '') searchParams.delete(PAGE)
  const { path, linkOf } = known ?? { path: '/', linkOf: async () => null }
  const query = searchParams.toString()
  const href = (await linkOf(paramsOf(searchParams))) ?? (query ? `${path}?${query}` : path)
  return Response.json({ href }, { headers: { 'cache-control': 'no-store' } })
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: inTurn(get) })
