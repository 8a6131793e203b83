import type { Kind } from '@/lib/figure/kind'
import { kindOf } from '@/lib/figure/kinds'
import { refuse } from '@/lib/http/refusal'
import { turn } from '@/lib/http/turn'
import { NAMING, type View } from '@/lib/link/view'
import type { Subject } from '@/lib/picture/subject'
import { paramsOf } from './params'
import { sendToName } from './respelt'
import { follow } from './subject'

/** A chart that an address of the API names, or the answer where it names none. */
export type FollowedChart =
  | { kind: Kind; subject: Subject; theme: View['theme'] }
  | { answer: Response }

/**
 * Follows the address of what a page loads for one of its charts: the page's own parameters, and some of the address's.
 * @param name of the kind of chart, as it stands in the path. @param own parameters that are not the view's.
 */
export async function followChart(
  request: Request,
  name: string,
  own: readonly string[],
): Promise<FollowedChart> {
  const kind = kindOf(name)
  if (!kind)
    return {
      answer: refuse({ code: 'not-found', message: `There is no chart “${name.slice(0, 60)}”.` }),
    }
  const { searchParams } = new URL(request.url)
  const found = await turn(() => follow(kind, paramsOf(searchParams), own))
  if (found.kind === 'respelt') return { answer: sendToName(request, found.query, own) }
  if (found.kind !== 'subject')
    return {
      answer: refuse({
        code: 'not-found',
        message: found.kind === 'nothing' ? found.message : 'There is no such list.',
      }),
    }
  const unknown = found.notices.filter(({ parameter }) => NAMING.includes(parameter))
  if (unknown.length > 0)
    return {
      answer: refuse({
        code: 'bad-request',
        message: unknown.map(({ fault }) => fault).join(' '),
      }),
    }
  return { kind, subject: found.subject, theme: found.theme }
}
