import { load } from '@/app/load'
import { paramsOf } from '@/app/params'
import { FRAMES } from '@/components/charts/frames'
import { buildChart, CHART_KINDS } from '@/lib/chart/build'
import type { ChartKind } from '@/lib/chart/spec'
import { refuse } from '@/lib/http/refusal'
import { route } from '@/lib/http/route'

const KINDS = Object.keys(CHART_KINDS) as ChartKind[]

/** Parameters of this address that are not the view's. */
const OWN = ['width', 'version']

/** The ChartSpec behind a chart of the page, for the browser's own drawing of it. */
async function get(request: Request, context: { params: Promise<{ kind: string }> }) {
  const { kind: name } = await context.params
  const { searchParams } = new URL(request.url)
  const kind = KINDS.find((candidate) => candidate === name)
  const width = FRAMES.find((frame) => String(frame.width) === searchParams.get('width'))?.width
  if (!kind)
    return refuse({ code: 'not-found', message: `There is no chart “${name.slice(0, 60)}”.` })
  if (!width) return refuse({ code: 'bad-request', message: `Charts are ${WIDTHS} pixels wide.` })
  const found = await load(paramsOf(searchParams), OWN)
  if (found.kind !== 'comparison')
    return refuse({ code: 'not-found', message: 'There is no such list.' })
  const { comparison, view } = found
  const spec = buildChart(comparison, {
    kind,
    width,
    block: false,
    axis: view.axis,
    permalink: null,
  })
  return Response.json(spec, { headers: { 'cache-control': 'no-cache' } })
}

const WIDTHS = FRAMES.map(({ width }) => width).join(', ')

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: get })
