import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { page } from '@/app/answer'
import { load } from '@/app/load'
import { Nothing } from '@/app/nothing'
import { shapeTable } from '@/app/shape'
import { TablePage } from '@/components/table-page'
import type { Params } from '@/lib/link/codec'

type Props = { params: Promise<{ kind: string }>; searchParams: Promise<Params> }

export const metadata: Metadata = { title: 'A chart as a table' }

export default page(async ({ params, searchParams }: Props) => {
  const { kind } = await params
  const found = await load(await searchParams)
  if (found.kind === 'elsewhere') redirect(found.href)
  const table = found.kind === 'comparison' ? shapeTable(kind, found) : null
  if (!table) return <Nothing />
  return <TablePage {...table} />
})
