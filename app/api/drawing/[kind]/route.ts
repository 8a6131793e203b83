import { load } from '@/app/load'
import { ownOrigin } from '@/app/origin'
import { paramsOf } from '@/app/params'
import { sendToName } from '@/app/respelt'
import { embeddedFontCss } from '@/lib/chart/font'
import type { LoadedDrawing } from '@/lib/chart/offline'
import { parsePicture } from '@/lib/chart/picture'
import { provenanceOf } from '@/lib/chart/provenance'
import { chartFigure, pictureHref, pictureScene } from '@/lib/chart/render'
import { refuse } from '@/lib/http/refusal'
import { route } from '@/lib/http/route'
import { PICTURE_PARAMETERS } from '@/lib/link/picture'
import { textsOf } from '@/lib/scene/scene'

/** Everything from which a browser draws a picture by itself while the server is away. */
async function get(
  request: Request,
  { params }: { params: Promise<{ kind: string }> },
): Promise<Response> {
  const { kind } = await params
  const { searchParams } = new URL(request.url)
  const parsed = parsePicture(`${kind}.svg`, searchParams)
  if (!parsed.ok)
    return refuse({
      code: 'bad-request',
      message: parsed.error.map(({ message }) => message).join(' '),
    })
  const found = await load(paramsOf(searchParams), PICTURE_PARAMETERS)
  if (found.kind === 'respelt') return sendToName(request, found.view, PICTURE_PARAMETERS)
  if (found.kind !== 'comparison' || found.notices.length > 0)
    return refuse({
      code: 'bad-request',
      message: [
        'The view of this picture is not understood.',
        ...(found.kind === 'comparison' ? found.notices.map(({ fault }) => fault) : []),
      ].join(' '),
    })
  const { comparison, view } = found
  const figure = chartFigure(parsed.value.kind, comparison, view, ownOrigin())
  const scene = pictureScene(figure, parsed.value)
  const words = textsOf(scene).map(({ text }) => text)
  const drawing: LoadedDrawing = {
    scene,
    fontCss: embeddedFontCss(words.join('')),
    view,
    provenance: await provenanceOf(figure, pictureHref(view), ''),
  }
  return Response.json(drawing, { headers: { 'cache-control': 'no-cache' } })
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: get })
