import { load } from '@/app/load'
import { paramsOf } from '@/app/params'
import { route } from '@/lib/http/route'
import { viewHref } from '@/lib/link/view'

/**
 * The one link of the view that a form or a link of the page asks for: `{href}`. What it asks in vain, such as a name
 * that nobody has, stays in the link, and the page says so.
 */
async function get(request: Request) {
  const { search, searchParams } = new URL(request.url)
  const found = await load(paramsOf(searchParams))
  const href =
    found.kind === 'elsewhere'
      ? found.href
      : found.kind === 'respelt'
        ? viewHref(found.view)
        : `/${search}`
  return Response.json({ href }, { headers: { 'cache-control': 'no-store' } })
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: get })
