import { followSystem } from '@/app/story'
import { historyOf, machineLabel } from '@/lib/compare/history'
import { refuse } from '@/lib/http/refusal'
import { route } from '@/lib/http/route'
import { systemHref } from '@/lib/link/story'

/** One system through time: what every list says of it, and how its rows are known to be one system. */
async function get(
  _request: Request,
  { params }: { params: Promise<{ key: string }> },
): Promise<Response> {
  const { key } = await params
  const found = await followSystem({ system: key })
  if (found.kind === 'nothing') return refuse({ code: 'not-found', message: found.message })
  if (found.kind === 'respelt')
    return new Response(null, {
      status: 308,
      headers: {
        location: `/api${systemHref(found.query.get('system') ?? '')}`,
        'cache-control': 'no-cache',
      },
    })
  const { machine } = found
  const body = {
    key: machine.key,
    otherIds: machine.otherIds,
    name: machineLabel(machine),
    page: systemHref(machine.key),
    lists: historyOf(machine).map(({ row, rank, sharedBy, upgraded, renamed, how }) => ({
      edition: row.list.id,
      rank: row.system.rank,
      sharedRank: rank,
      sharedBy,
      system: row.system,
      upgraded,
      renamed,
      link: row.link && { rule: row.link.rule, agrees: row.link.agrees, twins: row.link.twins },
      how,
    })),
  }
  return Response.json(body, { headers: { 'cache-control': 'no-cache' } })
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: get })
