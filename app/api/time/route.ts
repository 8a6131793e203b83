import { loadTime } from '@/app/load-time'
import { ownOrigin } from '@/app/origin'
import { paramsOf } from '@/app/params'
import { sendToName } from '@/app/respelt'
import { timeCharts, timeHeadlineOf } from '@/app/shape-time'
import { chartCsv, chartJson } from '@/lib/figure/csv'
import type { Figure } from '@/lib/figure/figure'
import { buildId, digest } from '@/lib/http/build-id'
import { attachment, revalidated } from '@/lib/http/download'
import { refuse } from '@/lib/http/refusal'
import { route } from '@/lib/http/route'
import { inTurn } from '@/lib/http/turn'
import { optionalWord } from '@/lib/link/codec'
import { parseLink } from '@/lib/link/link'
import { timeParams } from '@/lib/link/time-view'
import { plain } from '@/lib/model/prose'
import { subjectFigure, subjectHref } from '@/lib/picture/subject'

type Format = 'json' | 'csv'

/** How an answer is written: its media type, and its text from the figure and the sentence that answers. */
const FORMATS: Readonly<
  Record<Format, { type: string; write: (figure: Figure, answer: string) => string }>
> = {
  json: {
    type: 'application/json',
    write: (figure, answer) =>
      JSON.stringify({ answer, ...JSON.parse(chartJson(figure)) }, null, 2),
  },
  csv: {
    type: 'text/csv; charset=utf-8; header=present',
    write: (figure, answer) => `# ${answer}\r\n${chartCsv(figure)}`,
  },
}

/** The parameter of this address that is not the page's: `?format=csv`. */
const FORMAT = { format: optionalWord<Format>('format', ['json', 'csv']) }

/** What the page through time shows, by the page's own query, as JSON or CSV. */
async function get(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const params = paramsOf(searchParams)
  const asked = parseLink(FORMAT, params, null)
  const found = await loadTime(params, Object.keys(FORMAT))
  if (found.kind === 'unknown-list')
    return refuse({ code: 'not-found', message: 'There is no list in this span.' })
  if (found.kind === 'respelt') return sendToName(request, timeParams(found.view), ['format'])
  const faults = [...asked.notices, ...(found.kind === 'time' ? found.notices : [])]
  if (found.kind === 'elsewhere' || faults.length > 0)
    return refuse({
      code: 'bad-request',
      message:
        found.kind === 'elsewhere'
          ? 'The parameter “add” belongs to the page; name organisations by “with”.'
          : faults.map(({ fault }) => fault).join(' '),
    })
  const { subject, record, view, lists } = found
  const format = asked.values.format ?? 'json'
  const origin = ownOrigin()
  const kind = timeCharts(view, lists)[0]?.kind ?? 'development'
  return revalidated(
    request,
    digest([buildId(), subject.lists, subjectHref(subject), format, origin]),
    () =>
      FORMATS[format].write(
        subjectFigure(subject, kind, origin),
        plain(timeHeadlineOf(record, view)),
      ),
    {
      'content-type': FORMATS[format].type,
      'content-disposition': attachment(`${subject.fileStem(kind)}.${format}`).replace(
        /^attachment/,
        'inline',
      ),
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    },
  )
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: inTurn(get) })
