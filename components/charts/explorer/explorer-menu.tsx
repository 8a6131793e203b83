'use client'

import type { Figure } from '@/lib/figure/figure'
import { fetchJson, LateMenu } from '../../late-menu'

/** Where a chart's own figures are to be had, to draw it anew. */
export type ExplorerLink = { id: string; title: string; source: string }

function placeOf(id: string): HTMLElement {
  const place = document.querySelector<HTMLElement>(`[data-chart="${CSS.escape(id)}"]`)
  if (!place) throw new Error(`There is no chart “${id}” on this page.`)
  return place
}

/** The menu of a chart that lets a reader look closer: zoom into a span, hide series, change a scale, without another page. */
export function ExplorerMenu({ id, title, source }: ExplorerLink) {
  const load = async () => {
    const [figure, { Explorer }] = await Promise.all([
      fetchJson<Figure>(source),
      import('./explorer'),
    ])
    return { figure, Explorer, host: placeOf(id) }
  }
  return (
    <LateMenu
      name="explore noscript:hidden"
      label="Zoom and hide"
      about={`in “${title}”`}
      source={source}
      load={load}
    >
      {({ figure, Explorer, host }) => <Explorer key={source} host={host} of={figure} />}
    </LateMenu>
  )
}
