import { guardWrite } from '@/lib/access/guard'
import { listEntry, takeUpload } from '@/lib/http/list-api'
import { refuse } from '@/lib/http/refusal'
import { route } from '@/lib/http/route'
import { readUpload } from '@/lib/http/upload'
import { withStore } from './answer'
import { importer } from './importer'

/** Every list that is there, oldest first. */
function get(): Promise<Response> {
  return withStore(async (store) => {
    const lists = (await store.current()).map(listEntry)
    return Response.json({ lists }, { headers: { 'cache-control': 'no-store' } })
  })
}

/** Takes a list; with `?dry-run` only says what would become of it. */
async function post(request: Request): Promise<Response> {
  const refusal = await guardWrite(request.headers)
  if (refusal) return refuse(refusal)
  const upload = await readUpload(request)
  if (!upload.ok) return refuse(upload.error)
  const dryRun = new URL(request.url).searchParams.has('dry-run')
  return withStore(async (store) => {
    const taken = await takeUpload(store, importer, upload.value, dryRun)
    return taken.ok
      ? Response.json(taken.value.body, {
          status: taken.value.status,
          headers: { 'cache-control': 'no-store' },
        })
      : refuse(taken.error)
  })
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: get, POST: post })
