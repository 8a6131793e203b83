import type { Metadata } from 'next'
import { permanentRedirect, redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import type { Kind } from '@/lib/figure/kind'
import { kindOf } from '@/lib/figure/kinds'
import type { Params } from '@/lib/link/codec'
import { hrefOf } from '@/lib/link/link'
import { subjectHref } from '@/lib/picture/subject'
import { metadata, page } from './answer'
import { NOT_FOUND, pageMetadata } from './metadata'
import { Nothing } from './nothing'
import { ownOrigin } from './origin'
import { type Followed, followOnce } from './subject'

type Props = { params: Promise<{ kind: string }>; searchParams: Promise<Params> }

/** A chart, and what its link leads to. */
type FoundChart = { kind: Kind } & Omit<Extract<Followed, { kind: 'subject' }>, 'kind'>

/** A page of one chart alone: its table, its frame for others, what can be taken away of it. */
type ChartPage = {
  /** Where it lies, before the kind of chart: `/table`. */
  folder: string
  /** Whether search engines are to find it, or the page on which the chart stands. */
  found: 'itself' | 'the page of the chart'
  tell: (chart: FoundChart) => { title: string; description: string }
  show: (chart: FoundChart) => ReactNode | Promise<ReactNode>
}

/** The metadata and the body of such a page, which takes the parameters of the page on which the chart stands. */
export function chartPage({ folder, found: sought, tell, show }: ChartPage) {
  const generateMetadata = async ({ params, searchParams }: Props): Promise<Metadata> => {
    const kind = kindOf((await params).kind)
    if (!kind) return NOT_FOUND
    const found = await followOnce(kind, await searchParams)
    if (found.kind !== 'subject') return NOT_FOUND
    const { subject } = found
    const origin = ownOrigin()
    const words = {
      ...tell({ ...found, kind }),
      path: subjectHref(subject, `${folder}/${kind.key}`),
      picture: { kind: kind.key, query: subject.query },
    }
    if (sought === 'itself') return pageMetadata(words, origin)
    return {
      ...pageMetadata(words, origin),
      robots: { index: false },
      alternates: { canonical: origin + subjectHref(subject) },
    }
  }
  const Page = async ({ params, searchParams }: Props): Promise<ReactNode> => {
    const kind = kindOf((await params).kind)
    if (!kind) return <Nothing />
    const found = await followOnce(kind, await searchParams)
    if (found.kind === 'elsewhere') redirect(found.href)
    if (found.kind === 'respelt') permanentRedirect(hrefOf(`${folder}/${kind.key}`, found.query))
    if (found.kind !== 'subject') return <Nothing />
    return show({ ...found, kind })
  }
  return { generateMetadata: metadata(generateMetadata), Page: page(Page) }
}
