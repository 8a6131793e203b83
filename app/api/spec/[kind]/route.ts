import { followChart } from '@/app/follow-chart'
import { pageDrawing } from '@/app/shape-chart'
import { FRAMES } from '@/components/charts/frames'
import { refuse } from '@/lib/http/refusal'
import { route } from '@/lib/http/route'
import { turn } from '@/lib/http/turn'
import { subjectFigure } from '@/lib/picture/subject'
import { layScene } from '@/lib/scene/lay'
import { packChart } from '@/lib/scene/live'
import { svgText } from '@/lib/scene/svg'

/** Parameters of this address that are not the view's. */
const OWN = ['width', 'version', 'drawing']

const WIDTHS = FRAMES.map(({ width }) => width).join(', ')

/**
 * What a chart of the page answers a pointer with in one width; with `drawing=1` its drawing too, for a window whose
 * width the page was not made for.
 */
async function get(request: Request, context: { params: Promise<{ kind: string }> }) {
  const { searchParams } = new URL(request.url)
  const width = FRAMES.find((frame) => String(frame.width) === searchParams.get('width'))?.width
  if (!width) return refuse({ code: 'bad-request', message: `Charts are ${WIDTHS} pixels wide.` })
  const found = await followChart(request, (await context.params).kind, OWN)
  if ('answer' in found) return found.answer
  const { kind, subject, theme } = found
  const answer = await turn(() => {
    const figure = subjectFigure(subject, kind.key, null)
    const scene = layScene(figure, { width, words: false })
    const chart = packChart(figure, scene)
    if (searchParams.get('drawing') !== '1') return { chart }
    return {
      chart,
      drawing: svgText(pageDrawing(figure, scene, `${kind.key}-${width}`, theme)),
    }
  })
  return Response.json(answer, { headers: { 'cache-control': 'no-cache' } })
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: get })
