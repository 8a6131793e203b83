import { isDamage, isStoreFault, logFault, sayFault } from '../store/fault'
import { refuse } from './refusal'

/** The methods that an address of the API may take. HEAD is answered by GET. */
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

type Method = (typeof METHODS)[number]

/** Answers a request; `context` holds the address's parameters. */
export type Handler<Context> = (request: Request, context: Context) => Promise<Response> | Response

/** Says in the one shape of refusals that an answer failed. What the error says of places goes to the log alone. */
export function refuseFailure(error: unknown): Response {
  if (isDamage(error)) return refuse({ code: 'damaged', message: error.message })
  if (isStoreFault(error)) {
    console.error(`The store failed: ${logFault(error)}`)
    return refuse({
      code: 'unavailable',
      message: `The lists cannot be read or written just now: ${sayFault(error)}. Try again; the server’s log says more.`,
      retryAfter: 5,
    })
  }
  console.error(error)
  return refuse({
    code: 'failed',
    message: 'The server could not answer; the fault is its own. Its log says more.',
  })
}

/**
 * All methods of an address: those that are given, and a refusal for each other. Whatever is thrown while answering is
 * answered in the one shape of refusals, too.
 */
export function route<Context>(
  handlers: Partial<Record<Method, Handler<Context>>>,
): Record<Method | 'OPTIONS', Handler<Context>> {
  const given = METHODS.filter((method) => handlers[method])
  const allow = [...given, ...(handlers.GET ? ['HEAD'] : []), 'OPTIONS'].join(', ')
  const refused: Handler<Context> = (request) => {
    const answer = refuse({
      code: 'method-not-allowed',
      message: `This address does not take ${request.method}. It takes ${allow}.`,
    })
    answer.headers.set('allow', allow)
    return answer
  }
  const guarded =
    (handler: Handler<Context>): Handler<Context> =>
    async (request, context) => {
      try {
        return await handler(request, context)
      } catch (error) {
        // Nobody is there to read the answer, and that somebody went away is no fault.
        if (request.signal.aborted)
          return refuse({ code: 'bad-request', message: 'The request broke off.' })
        return refuseFailure(error)
      }
    }
  const of = (method: Method) => guarded(handlers[method] ?? refused)
  return {
    GET: of('GET'),
    POST: of('POST'),
    PUT: of('PUT'),
    PATCH: of('PATCH'),
    DELETE: of('DELETE'),
    OPTIONS: () => new Response(null, { status: 204, headers: { allow } }),
  }
}
