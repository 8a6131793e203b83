import { load } from '@/app/load'
import { originOf } from '@/app/origin'
import { paramsOf } from '@/app/params'
import { embeddedFontCss } from '@/lib/chart/font'
import type { LoadedDrawing } from '@/lib/chart/offline'
import { PICTURE_PARAMETERS, parsePicture } from '@/lib/chart/picture'
import { pictureHref, pictureSpec } from '@/lib/chart/render'
import { refuse } from '@/lib/http/refusal'
import { route } from '@/lib/http/route'

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
  if (found.kind !== 'comparison' || found.notices.length > 0)
    return refuse({ code: 'bad-request', message: 'The view of this picture is not understood.' })
  const { comparison, view } = found
  const spec = pictureSpec(comparison, view, parsed.value, originOf(request.headers))
  const drawing: LoadedDrawing = {
    // Nobody points at a picture, and what is told there is most of a spec's size.
    spec: { ...spec, marks: spec.marks.map((mark) => ({ ...mark, tip: [] })) },
    fontCss: embeddedFontCss(spec.texts.map(({ text }) => text).join('')),
    view,
    href: pictureHref(view),
  }
  return Response.json(drawing, { headers: { 'cache-control': 'no-cache' } })
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: get })
