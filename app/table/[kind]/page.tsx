import type { Metadata } from 'next'
import { permanentRedirect, redirect } from 'next/navigation'
import { metadata, page } from '@/app/answer'
import { load } from '@/app/load'
import { NOT_FOUND, pageMetadata } from '@/app/metadata'
import { Nothing } from '@/app/nothing'
import { ownOrigin } from '@/app/origin'
import { shapeTable } from '@/app/shape'
import { TablePage } from '@/components/table-page'
import { pictureHref } from '@/lib/chart/render'
import { counted } from '@/lib/compare/figure'
import { listWords } from '@/lib/compare/title'
import type { Params } from '@/lib/link/codec'
import { viewHref } from '@/lib/link/view'

type Props = { params: Promise<{ kind: string }>; searchParams: Promise<Params> }

export const generateMetadata = metadata(
  async ({ params, searchParams }: Props): Promise<Metadata> => {
    const { kind } = await params
    const found = await load(await searchParams)
    if (found.kind !== 'comparison') return NOT_FOUND
    const table = shapeTable(kind, found)
    if (!table) return NOT_FOUND
    const { view, comparison } = found
    return pageMetadata(
      {
        title: `Table: ${table.title}, ${listWords(comparison)}`,
        description: `${table.title}, as a table of ${counted(table.data.rows.length, 'row')}. ${table.subtitle}.`,
        path: pictureHref(view, `/table/${table.kind}`),
        picture: { kind: table.kind, view },
      },
      ownOrigin(),
    )
  },
)

export default page(async ({ params, searchParams }: Props) => {
  const { kind } = await params
  const found = await load(await searchParams)
  if (found.kind === 'elsewhere') redirect(found.href)
  if (found.kind === 'respelt') permanentRedirect(viewHref(found.view, {}, `/table/${kind}`))
  const table = found.kind === 'comparison' ? shapeTable(kind, found) : null
  if (!table) return <Nothing />
  return <TablePage {...table} />
})
