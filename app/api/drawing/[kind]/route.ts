import { ownOrigin } from '@/app/origin'
import { paramsOf } from '@/app/params'
import { sendToName } from '@/app/respelt'
import { follow } from '@/app/subject'
import { embeddedFontCss } from '@/lib/export/font'
import { pictureScene } from '@/lib/export/render'
import { kindOf } from '@/lib/figure/kinds'
import { refuse } from '@/lib/http/refusal'
import { route } from '@/lib/http/route'
import { turn } from '@/lib/http/turn'
import { PICTURE_PARAMETERS } from '@/lib/link/picture'
import type { LoadedDrawing } from '@/lib/picture/offline'
import { parsePicture } from '@/lib/picture/picture'
import { provenanceOf } from '@/lib/picture/provenance'
import { subjectFigure, subjectHref } from '@/lib/picture/subject'
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
  const key = parsed.value.kind
  const known = kindOf(key)
  const found =
    known && (await turn(() => follow(known, paramsOf(searchParams), PICTURE_PARAMETERS)))
  if (found?.kind === 'respelt') return sendToName(request, found.query, PICTURE_PARAMETERS)
  if (found?.kind !== 'subject' || found.notices.length > 0)
    return refuse({
      code: 'bad-request',
      message: [
        'The view of this picture is not understood.',
        ...(found?.kind === 'subject' ? found.notices.map(({ fault }) => fault) : []),
      ].join(' '),
    })
  const { subject } = found
  const drawing = await turn(async (): Promise<LoadedDrawing> => {
    const figure = subjectFigure(subject, key, ownOrigin())
    const scene = pictureScene(figure, parsed.value)
    const words = textsOf(scene).map(({ text }) => text)
    return {
      scene,
      fontCss: embeddedFontCss(words.join('')),
      stem: subject.fileStem(key),
      provenance: await provenanceOf(figure, subjectHref(subject), ''),
    }
  })
  return Response.json(drawing, { headers: { 'cache-control': 'no-cache' } })
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: get })
