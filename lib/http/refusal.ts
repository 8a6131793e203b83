import type { Issue } from '../model/issue'

/**
 * Every way in which the API refuses, with the status that it answers and when. `docs/api.md` shows this table.
 */
export const REFUSALS = {
  'bad-request': { status: 400, when: 'a field or parameter is missing or not understood' },
  'sign-in-needed': { status: 401, when: 'the server has a token and the request has none' },
  'wrong-token': { status: 401, when: 'the token is not the server’s' },
  'writing-off': { status: 403, when: 'nobody may write until the server has a token' },
  'foreign-request': {
    status: 403,
    when: 'the request comes from another machine or from the page of another site',
  },
  'not-found': { status: 404, when: 'there is no such address, list, version or file' },
  'method-not-allowed': {
    status: 405,
    when: 'the address takes other methods; `Allow` names them',
  },
  conflict: { status: 409, when: 'somebody saved another version in the meantime' },
  'too-large': { status: 413, when: 'the upload is larger than any list' },
  'not-multipart': { status: 415, when: 'the upload is not multipart/form-data' },
  'unreadable-file': { status: 422, when: 'the file is no table' },
  'refused-list': {
    status: 422,
    when: 'the table is no list that can be saved; the issues say why',
  },
  'several-lists': {
    status: 422,
    when: 'the file holds several lists; `lists` names them, for the field `part`',
  },
  'too-many-requests': { status: 429, when: 'too many attempts or writes in a short time' },
  failed: { status: 500, when: 'the server has a fault; its log says which' },
  busy: { status: 503, when: 'too many pictures are being drawn or files being read' },
  damaged: {
    status: 503,
    when: 'the version that is asked for cannot be read or trusted where it is stored',
  },
  unavailable: { status: 503, when: 'the store cannot be reached or written' },
} as const satisfies Record<string, { status: number; when: string }>

/** The stable name of a refusal. */
export type RefusalCode = keyof typeof REFUSALS

/** Why a request was not done. */
export type Refusal = {
  code: RefusalCode
  /** What was found, and what to do. */
  message: string
  issues?: readonly Issue[]
  /** Seconds after which it is worth trying again. */
  retryAfter?: number
  /** What a reader of this refusal may need besides, such as the version that is there now. */
  more?: Readonly<Record<string, unknown>>
}

/** The one envelope of refusals: `{error: {code, message, issues}}`. */
export function refuse({ code, message, issues = [], retryAfter, more }: Refusal): Response {
  const { status } = REFUSALS[code]
  const headers = new Headers({ 'cache-control': 'no-store' })
  if (retryAfter !== undefined) headers.set('retry-after', String(retryAfter))
  if (status === 401) headers.set('www-authenticate', 'Bearer')
  return Response.json({ error: { code, message, issues, ...more } }, { status, headers })
}
