import { paramsOf } from '@/app/params'
import { sendToName } from '@/app/respelt'
import { follow } from '@/app/subject'
import { FRAMES } from '@/components/charts/frames'
import { kindOf } from '@/lib/figure/kinds'
import { refuse } from '@/lib/http/refusal'
import { route } from '@/lib/http/route'
import { turn } from '@/lib/http/turn'
import { NAMING } from '@/lib/link/view'
import { subjectFigure } from '@/lib/picture/subject'
import { layScene } from '@/lib/scene/lay'
import { liveChart } from '@/lib/scene/live'

/** Parameters of this address that are not the view's. */
const OWN = ['width', 'version']

/** The scene of a chart of the page in one width, with the rows behind it, for the browser's own drawing of it. */
async function get(request: Request, context: { params: Promise<{ kind: string }> }) {
  const { kind: name } = await context.params
  const { searchParams } = new URL(request.url)
  const kind = kindOf(name)
  const width = FRAMES.find((frame) => String(frame.width) === searchParams.get('width'))?.width
  if (!kind)
    return refuse({ code: 'not-found', message: `There is no chart “${name.slice(0, 60)}”.` })
  if (!width) return refuse({ code: 'bad-request', message: `Charts are ${WIDTHS} pixels wide.` })
  const found = await turn(() => follow(kind, paramsOf(searchParams), OWN))
  if (found.kind === 'respelt') return sendToName(request, found.query, OWN)
  if (found.kind !== 'subject')
    return refuse({
      code: 'not-found',
      message: found.kind === 'nothing' ? found.message : 'There is no such list.',
    })
  const unknown = found.notices.filter(({ parameter }) => NAMING.includes(parameter))
  if (unknown.length > 0)
    return refuse({
      code: 'bad-request',
      message: unknown.map(({ fault }) => fault).join(' '),
    })
  const chart = await turn(() => {
    const figure = subjectFigure(found.subject, kind.key, null)
    return liveChart(figure, layScene(figure, { width, words: false }))
  })
  return Response.json(chart, { headers: { 'cache-control': 'no-cache' } })
}

const WIDTHS = FRAMES.map(({ width }) => width).join(', ')

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: get })
