import { refuse } from '@/lib/http/refusal'
import { route } from '@/lib/http/route'

/** Any address under `/api/` at which nothing is. */
const nothing = () =>
  refuse({
    code: 'not-found',
    message: 'The API has no such address. docs/api.md names all of them.',
  })

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: nothing,
  POST: nothing,
  PUT: nothing,
  PATCH: nothing,
  DELETE: nothing,
})
