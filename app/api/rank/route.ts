import { paramsOf } from '@/app/params'
import { followRank } from '@/app/story'
import { placesOf } from '@/lib/compare/places'
import { refuse } from '@/lib/http/refusal'
import { route } from '@/lib/http/route'
import { sumOf, unreadPerformance } from '@/lib/link/performance'

/** Where a performance would rank on every list: `?rmax=30.05PF`, several with a plus between, or `?system=180024`. */
async function get(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const text = searchParams.get('rmax') ?? ''
  const named = searchParams.get('system') ?? ''
  if (text === '' && named === '')
    return refuse({
      code: 'bad-request',
      message: 'Say ?rmax= with a number and its unit, as 30.05PF, or the name of a listed system.',
    })
  const params = paramsOf(new URLSearchParams(named === '' ? { rmax: text } : { system: named }))
  const first = await followRank(params)
  const found = first.kind === 'respelt' ? await followRank(paramsOf(first.query)) : first
  if (found.kind !== 'rank')
    return refuse({
      code: 'not-found',
      message: found.kind === 'nothing' ? found.message : unreadPerformance(text),
    })
  const [notice] = found.notices
  if (notice) return refuse({ code: 'bad-request', message: notice.fault })
  const rmaxTflops = sumOf(found.link.rmax)
  const body = {
    rmaxTflops,
    ...(found.link.rmax.parts.length > 1 && { sumOf: found.link.rmax.parts }),
    ...(found.machine && { system: found.machine.key }),
    ranks: placesOf(found.record, rmaxTflops).map(({ list, place }) => ({
      edition: list.id,
      rank: place?.rank ?? null,
      tied: place?.tied ?? 0,
    })),
  }
  return Response.json(body, { headers: { 'cache-control': 'no-cache' } })
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: get })
