import { LRUCache } from 'lru-cache'
import { drawingPool, drawRefusal } from '@/app/drawing'
import { ownOrigin } from '@/app/origin'
import { paramsOf } from '@/app/params'
import { sendToName } from '@/app/respelt'
import { follow } from '@/app/subject'
import type { DrawingPool } from '@/lib/export/drawing-pool'
import { pictureJob, type Rendered } from '@/lib/export/picture-job'
import { kindOf } from '@/lib/figure/kinds'
import { buildId, digest } from '@/lib/http/build-id'
import { attachment, isHeld } from '@/lib/http/download'
import { refuse } from '@/lib/http/refusal'
import { route } from '@/lib/http/route'
import { turn } from '@/lib/http/turn'
import { PICTURE_PARAMETERS, pictureParams } from '@/lib/link/picture'
import type { Issue } from '@/lib/model/issue'
import { type Picture, parsePicture } from '@/lib/picture/picture'
import { type Subject, subjectHref } from '@/lib/picture/subject'

/** Finished files kept for whoever asks next. */
const HELD_BYTES = 24 * 1024 * 1024

const held = new LRUCache<string, Rendered>({
  maxSize: HELD_BYTES,
  maxEntrySize: HELD_BYTES / 2,
  sizeCalculation: ({ body }) => body.byteLength + 1,
})
/** More different files than this are not made at one moment. */
const MOST_COMING = 64
/** Files that are being made: many who ask for the same one wait for one drawing. */
const coming = new Map<string, ReturnType<DrawingPool['draw']>>()

/** A parameter that was not understood, in the shape of the one envelope. */
const issueOf = (parameter: string | null, value: string, message: string): Issue => ({
  severity: 'error',
  code: 'parameter',
  row: null,
  column: parameter,
  value,
  message,
  remedy: 'Correct this part of the address, or leave it out.',
})

const refuseAll = (issues: readonly Issue[]) =>
  refuse({
    code: 'bad-request',
    message: `The address of the picture is not wholly understood, so nothing was drawn. ${issues.map(({ message }) => message).join(' ')}`,
    issues,
  })

/**
 * A chart as a file: `/api/chart/rank-rmax.png?width=1200&height=675&scale=2` with the page's own query. A page shows the
 * nearest view of a link that it does not wholly understand and says so; a picture cannot say so, and is refused.
 */
async function get(
  request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const { file } = await params
  const { searchParams } = new URL(request.url)
  const parsed = parsePicture(file, searchParams)
  if (!parsed.ok) {
    const [first] = parsed.error
    if (first?.parameter === null) return refuse({ code: 'not-found', message: first.message })
    return refuseAll(
      parsed.error.map(({ parameter, value, message }) => issueOf(parameter, value, message)),
    )
  }
  const picture = parsed.value
  const kind = kindOf(picture.kind)
  if (!kind) throw new Error(`There is no chart “${picture.kind}”.`)
  const found = await turn(() => follow(kind, paramsOf(searchParams), PICTURE_PARAMETERS))
  if (found.kind === 'unknown-list')
    return refuse({
      code: 'not-found',
      message: `There is no list “${found.value}”. The lists are ${found.lists.join(', ')}.`,
    })
  if (found.kind === 'nothing') return refuse({ code: 'not-found', message: found.message })
  if (found.kind === 'elsewhere')
    return refuseAll([
      issueOf(
        'add',
        searchParams.get('add') ?? '',
        'The parameter “add” belongs to the page; name organisations by “with”.',
      ),
    ])
  if (found.kind === 'respelt') return sendToName(request, found.query, PICTURE_PARAMETERS)
  if (found.notices.length)
    return refuseAll(
      found.notices.map(({ parameter, value, fault }) => issueOf(parameter, value, fault)),
    )

  const { subject } = found
  if (picture.data === 'rows' && !subject.rows)
    return refuseAll([
      issueOf('data', 'rows', `The rows behind this chart are all lists together: ${ALL_ROWS}.`),
    ])
  const origin = ownOrigin()
  const key = identity(subject, picture, origin)
  const etag = `"${key}"`
  const cached = { etag, 'cache-control': 'no-cache' }
  if (isHeld(request.headers, etag)) return new Response(null, { status: 304, headers: cached })

  let rendered = held.get(key)
  if (!rendered) {
    const begun = coming.get(key)
    if (!begun && coming.size >= MOST_COMING) return refuse(drawRefusal('busy'))
    const making =
      begun ??
      turn(() => pictureJob(subject, picture, origin))
        .then((job) => drawingPool().draw(job))
        .finally(() => coming.delete(key))
    coming.set(key, making)
    const made = await making
    if (!made.ok) return refuse(drawRefusal(made.error))
    // What a process sends lies in a larger message, all of which would be kept with it.
    rendered = { ...made.value, body: new Uint8Array(made.value.body) }
    held.set(key, rendered)
  }
  const { body, mediaType, fileName } = rendered
  const disposition = attachment(fileName)
  return new Response(new Uint8Array(body), {
    headers: {
      ...cached,
      'content-type': mediaType,
      'content-disposition': picture.download
        ? disposition
        : disposition.replace(/^attachment/, 'inline'),
      // Pictures are embedded by other sites, and offered to fetch for them.
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    },
  })
}

/** Where the rows are that are too many for one chart's file. */
const ALL_ROWS = '/api/systems.csv'

/** What a file hangs on: the program, the lists as they are now, the view, and how it is drawn. */
function identity(subject: Subject, picture: Picture, origin: string): string {
  const { kind, format } = picture
  const drawn = pictureParams({ ...picture, download: false })
  const { lists } = subject
  return digest([buildId(), lists, subjectHref(subject), kind, format, String(drawn), origin])
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: get })
