import type { Metadata } from 'next'
import { permanentRedirect, redirect } from 'next/navigation'
import { metadata, page } from '@/app/answer'
import { NOT_FOUND, pageMetadata } from '@/app/metadata'
import { Nothing } from '@/app/nothing'
import { ownOrigin } from '@/app/origin'
import { shapeTable } from '@/app/shape-chart'
import { followOnce } from '@/app/subject'
import { TablePage } from '@/components/table-page'
import { counted } from '@/lib/compare/figure'
import { kindOf } from '@/lib/figure/kinds'
import type { Params } from '@/lib/link/codec'
import { hrefOf } from '@/lib/link/link'
import { subjectHref } from '@/lib/picture/subject'

type Props = { params: Promise<{ kind: string }>; searchParams: Promise<Params> }

export const generateMetadata = metadata(
  async ({ params, searchParams }: Props): Promise<Metadata> => {
    const kind = kindOf((await params).kind)
    if (!kind) return NOT_FOUND
    const found = await followOnce(kind, await searchParams)
    if (found.kind !== 'subject') return NOT_FOUND
    const { subject, theme, back } = found
    const none = { theme, back, listLinks: null, notices: [] }
    const { title, subtitle, data } = shapeTable(kind.key, subject, none)
    return pageMetadata(
      {
        title: `Table: ${title}, ${subject.words}`,
        description: `${title}, as a table of ${counted(data.rows.length, 'row')}. ${subtitle}.`,
        path: subjectHref(subject, `/table/${kind.key}`),
        picture: { kind: kind.key, query: subject.query },
      },
      ownOrigin(),
    )
  },
)

/** The whole table of a chart. */
export default page(async ({ params, searchParams }: Props) => {
  const kind = kindOf((await params).kind)
  if (!kind) return <Nothing />
  const found = await followOnce(kind, await searchParams)
  if (found.kind === 'elsewhere') redirect(found.href)
  if (found.kind === 'respelt') permanentRedirect(hrefOf(`/table/${kind.key}`, found.query))
  if (found.kind !== 'subject') return <Nothing />
  const links = { ...found, listLinks: found.listLinks(`/table/${kind.key}`) }
  return <TablePage {...shapeTable(kind.key, found.subject, links)} />
})
