import { followChart } from '@/app/follow-chart'
import { ownOrigin } from '@/app/origin'
import { shapeExport } from '@/app/shape-export'
import { route } from '@/lib/http/route'
import { turn } from '@/lib/http/turn'

/** Parameters of this address that are not the view's. */
const OWN = ['version', 'id']

/** What the export menu of a chart offers. `id` is the chart's on its page. */
async function get(request: Request, context: { params: Promise<{ kind: string }> }) {
  const found = await followChart(request, (await context.params).kind, OWN)
  if ('answer' in found) return found.answer
  const { kind, subject } = found
  const id = new URL(request.url).searchParams.get('id') ?? kind.key
  const choices = await turn(() =>
    shapeExport({ id: id.slice(0, 60), kind: kind.key }, subject, ownOrigin(), new Date()),
  )
  return Response.json(choices, { headers: { 'cache-control': 'no-cache' } })
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: get })
