import { refuse } from '@/lib/http/refusal'
import { route } from '@/lib/http/route'
import { append, versionOf } from '../../answer'

/** Adds a version with the content of an older one, `?version=N`. */
async function post(
  request: Request,
  { params }: { params: Promise<{ name: string }> },
): Promise<Response> {
  const version = versionOf(request)
  if (!version.ok) return refuse(version.error)
  const number = version.value
  if (number === null)
    return refuse({
      code: 'bad-request',
      message: 'Say which version to restore: ?version= and its number.',
    })
  return append(request, (await params).name, (store, edition, expected) =>
    store.restore(edition, number, expected),
  )
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ POST: post })
