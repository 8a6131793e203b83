import { attachment, revalidated } from '@/lib/http/download'
import { refuse } from '@/lib/http/refusal'
import { route } from '@/lib/http/route'
import { editionOf, noSuchVersion, versionOf, withStore } from '../../answer'

/** The file as it came, `?version=N`; always to be saved, never to be shown. */
async function get(
  request: Request,
  { params }: { params: Promise<{ name: string }> },
): Promise<Response> {
  const edition = editionOf((await params).name)
  if (!edition.ok) return refuse(edition.error)
  const wanted = versionOf(request)
  if (!wanted.ok) return refuse(wanted.error)
  return withStore(async (store) => {
    const versions = await store.history(edition.value)
    const version = versions.find((one) => one.version === (wanted.value ?? versions[0]?.version))
    const source = version ? await store.source(edition.value, version.version) : null
    if (!version || !source) return noSuchVersion()
    return revalidated(request, version.sourceHash ?? version.hash, () => new Uint8Array(source), {
      'content-type': 'application/octet-stream',
      'content-disposition': attachment(version.fileName ?? `top500_${edition.value}.bin`),
      'x-content-type-options': 'nosniff',
    })
  })
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: get })
