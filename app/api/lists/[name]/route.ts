import { paramsOf } from '@/app/params'
import { digest } from '@/lib/http/build-id'
import { attachment, revalidated } from '@/lib/http/download'
import { listBody } from '@/lib/http/list-api'
import { refuse } from '@/lib/http/refusal'
import { route } from '@/lib/http/route'
import { turn } from '@/lib/http/turn'
import { filterSystems, parseFiltered, settleFiltered, writeFiltered } from '@/lib/link/filter'
import { writeList } from '@/lib/list/csv'
import type { KeptEdition } from '@/lib/store/store'
import { append, editionOf, noSuchVersion, versionOf, withStore } from '../answer'

/** The forms in which a list is given. */
const FORMATS: Readonly<Record<string, { type: string; write: (list: KeptEdition) => string }>> = {
  csv: {
    type: 'text/csv; charset=utf-8; header=present',
    write: ({ systems }) => writeList(systems),
  },
  json: { type: 'application/json', write: (list) => JSON.stringify(listBody(list)) },
}

type Context = { params: Promise<{ name: string }> }

/**
 * A list as `2021-11.csv` or `2021-11.json`; `?version=` names an older one, and `?country=China` or any other way to
 * group systems asks for some of them.
 */
async function get(request: Request, { params }: Context): Promise<Response> {
  const [name = '', extension = '', ...rest] = (await params).name.split('.')
  const format = Object.hasOwn(FORMATS, extension) ? FORMATS[extension] : undefined
  const edition = editionOf(name)
  if (!edition.ok) return refuse(edition.error)
  if (!format || rest.length)
    return refuse({
      code: 'not-found',
      message: `A list is given as /api/lists/${edition.value}.csv or .json.`,
    })
  const version = versionOf(request)
  if (!version.ok) return refuse(version.error)
  return withStore(async (store) => {
    const list = await store.edition(edition.value, version.value ?? undefined)
    if (!list) return noSuchVersion()
    const { hash, version: number } = list.version
    const only = settleFiltered(
      parseFiltered(paramsOf(new URL(request.url).searchParams)),
      list.systems,
      list.id,
    )
    const asked = String(writeFiltered(only))
    const identity = [hash, extension === 'csv' ? null : number, asked ? digest([asked]) : null]
    const marks = `${version.value === null ? '' : `_v${number}`}${asked ? '_part' : ''}`
    const write = () =>
      format.write({ ...list, systems: filterSystems(list.systems, list.id, only) })
    return turn(() =>
      revalidated(request, identity.filter((part) => part !== null).join('-'), write, {
        'content-type': format.type,
        'content-disposition': attachment(`top500_${edition.value}${marks}.${extension}`),
      }),
    )
  })
}

/** Removes a list by one more version, which can be undone by restoring an older one. */
async function remove(request: Request, { params }: Context): Promise<Response> {
  return append(request, (await params).name, (store, edition, expected) =>
    store.remove(edition, expected),
  )
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: get, DELETE: remove })
