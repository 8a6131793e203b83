import { headers } from 'next/headers'
import { setStatus } from '@/lib/http/exchange'
import NotFound from './not-found'

/**
 * What a page shows whose address names something that is not there: the whole page of such addresses, with status 404.
 * `notFound()` would leave it to the browser's script to draw.
 */
export async function Nothing() {
  setStatus(await headers(), 404)
  return <NotFound />
}
