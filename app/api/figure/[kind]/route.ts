import { followChart } from '@/app/follow-chart'
import { route } from '@/lib/http/route'
import { turn } from '@/lib/http/turn'
import { subjectFigure } from '@/lib/picture/subject'

/** Parameters of this address that are not the view's. */
const OWN = ['version']

/** A chart without a pixel, which the browser lays out and draws anew when a reader zooms or hides. */
async function get(request: Request, context: { params: Promise<{ kind: string }> }) {
  const found = await followChart(request, (await context.params).kind, OWN)
  if ('answer' in found) return found.answer
  const { kind, subject } = found
  const figure = await turn(() => subjectFigure(subject, kind.key, null))
  // The table is the same figures once more, and stands on the page.
  return Response.json(
    { ...figure, table: { columns: [], rows: [] } },
    { headers: { 'cache-control': 'no-cache' } },
  )
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: get })
