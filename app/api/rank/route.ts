import { paramsOf } from '@/app/params'
import { followRank } from '@/app/story'
import { notesAsked, placesAsked } from '@/lib/figure/story'
import { refuse } from '@/lib/http/refusal'
import { route } from '@/lib/http/route'
import { inTurn } from '@/lib/http/turn'
import { sumOf, unreadPerformance } from '@/lib/link/performance'

/** What may be asked about, and what a link to the page says it by. */
const ASKED = ['rmax', 'system', 'of'] as const

/**
 * Where a performance would rank on every list: `?rmax=30.05PF`, several with a plus between, `?system=180024`, or the
 * systems of an organisation as one machine, `?of=azure&by=built-by`.
 */
async function get(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const asked = ASKED.findLast((name) => (searchParams.get(name) ?? '') !== '')
  const text = (asked && searchParams.get(asked)) ?? ''
  if (!asked)
    return refuse({
      code: 'bad-request',
      message:
        'Say ?rmax= with a number and its unit, as 30.05PF, or the name of a listed system; or ?of= with an organisation, as azure.',
    })
  const by = searchParams.get('by')
  const params = paramsOf(new URLSearchParams({ [asked]: text, ...(by === null ? {} : { by }) }))
  const first = await followRank(params)
  const found = first.kind === 'respelt' ? await followRank(paramsOf(first.query)) : first
  if (found.kind !== 'rank')
    return refuse({
      code: 'not-found',
      message: found.kind === 'nothing' ? found.message : unreadPerformance(text),
    })
  const [notice] = found.notices
  if (notice) return refuse({ code: 'bad-request', message: notice.fault })
  const { fleet, machine, link } = found
  const about = fleet
    ? {
        fleet: { of: fleet.organisation.key, name: fleet.organisation.label, by: fleet.lens },
        notes: notesAsked({ fleet, rmax: link.rmax }),
      }
    : {
        rmaxTflops: sumOf(link.rmax),
        ...(link.rmax.parts.length > 1 && { sumOf: link.rmax.parts }),
        ...(machine && { system: machine.key }),
      }
  const body = {
    ...about,
    ranks: placesAsked({ ...found, rmax: link.rmax }).map(({ list, rmax, place }) => ({
      edition: list.id,
      ...(fleet && { systems: fleet.sums[list.index]?.systems.length ?? 0, rmaxSumTflops: rmax }),
      rank: place?.rank ?? null,
      tied: place?.tied ?? 0,
    })),
  }
  return Response.json(body, { headers: { 'cache-control': 'no-cache' } })
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: inTurn(get) })
