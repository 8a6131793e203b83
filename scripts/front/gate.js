import { STATUS_CODES } from 'node:http'
import routerState from 'next/dist/server/app-render/parse-and-validate-flight-router-state.js'

/** Methods that anything here answers; routes of the API say which of them they take. */
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** Parameters of an address: many times those of any form. Next looks at each as often as there are parameters. */
export const MOST_PARAMETERS = 1000

/**
 * Characters of a browser's name: several times those of any. Next looks for names of crawlers in it by patterns that
 * take four times as long for twice the length.
 */
export const LONGEST_AGENT = 512

/** The header in which soft navigation says what of a page it has. */
const STATE = 'next-router-state-tree'

/** @typedef {{ code: string, status: number, message: string, headers?: Record<string, string> }} Refused */

/** @returns {Refused} */
const bad = (message) => ({ code: 'bad-request', status: 400, message })

function isDecodable(path) {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

function isState(header) {
  try {
    routerState.parseAndValidateFlightRouterState(header)
    return true
  } catch {
    return false
  }
}

/**
 * An address that names the server, as clients of proxies send it, means what its path means on this server, and its
 * `Host` is the one that it names (RFC 9112, section 3.2.2).
 */
function takeAbsolute(request) {
  const [, host, rest] = /^https?:\/\/([^/?#]*)(.*)$/is.exec(request.url) ?? []
  if (host === undefined) return
  request.url = rest.startsWith('/') ? rest : `/${rest}`
  request.headers.host = host
}

/** THE table of what is refused before anybody reads on: what holds of such a request, and what is said to it. */
const REFUSED = [
  {
    of: ({ method }) => !METHODS.includes(method),
    say: ({ method }) => ({
      code: 'method-not-allowed',
      status: 405,
      message: `Nothing here takes ${method}. Addresses take ${METHODS.join(', ')}, and not each of them all.`,
      headers: { allow: METHODS.join(', ') },
    }),
  },
  {
    of: ({ headersDistinct }) => headersDistinct.host?.length > 1,
    say: () => bad('The request has more than one Host. Send one.'),
  },
  {
    of: ({ url }) => !url.startsWith('/'),
    say: () => bad('The address of a request begins with a slash, as in GET /api/lists.'),
  },
  {
    of: ({ url }) => !isDecodable(url.split('?', 1)[0]),
    say: () =>
      bad(
        'The address holds a percent sign that does not begin a character in UTF-8. Write %25 for the sign itself.',
      ),
  },
  {
    of: ({ url }) => url.split('&', MOST_PARAMETERS + 1).length > MOST_PARAMETERS,
    say: () =>
      bad(`The address has more than ${MOST_PARAMETERS} parameters. Ask for less at a time.`),
  },
  {
    of: ({ headers }) => headers[STATE] !== undefined && !isState(headers[STATE]),
    say: () => bad(`The header ${STATE} is not understood. Leave it out to get the whole page.`),
  },
]

/**
 * Looks at a request before anything is made of it: writes its address as the path it is, shortens what is read by slow
 * patterns, and says what is wrong with one that no route can answer.
 * @param {import('node:http').IncomingMessage} request its address and headers may be changed.
 * @returns {Refused | null} null where it may go on.
 */
export function stopAtGate(request) {
  takeAbsolute(request)
  const { headers } = request
  const agent = headers['user-agent']
  if (agent !== undefined && agent.length > LONGEST_AGENT)
    headers['user-agent'] = agent.slice(0, LONGEST_AGENT)
  return REFUSED.find(({ of }) => of(request))?.say(request) ?? null
}

/**
 * Answers a request that is refused: the API's envelope for its addresses, plain words for others.
 * @param {Refused} refused
 */
export function answerRefused({ code, status, message, headers }, request, response) {
  const isApi = request.url.startsWith('/api/')
  const body = isApi ? JSON.stringify({ error: { code, message, issues: [] } }) : message
  response
    .writeHead(status, STATUS_CODES[status], {
      ...headers,
      'content-type': isApi ? 'application/json' : 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    .end(request.method === 'HEAD' ? undefined : body)
}
