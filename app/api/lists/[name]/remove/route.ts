import { route } from '@/lib/http/route'
import { append } from '../../answer'

/** Removes a list, as DELETE does; for the forms of the page, which work without script. */
async function post(
  request: Request,
  { params }: { params: Promise<{ name: string }> },
): Promise<Response> {
  return append(request, (await params).name, (store, edition, expected) =>
    store.remove(edition, expected),
  )
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ POST: post })
