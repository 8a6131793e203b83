'use client'

import { fetchJson, LateMenu } from '../late-menu'
import { QUIET_LINK } from '../look'
import type { ExportChoices } from './export-form'

/** Where a chart's menu is to be had. */
export type ExportLink = {
  /** Of the chart, unique on its page. */
  id: string
  title: string
  /** Address of what the menu offers. */
  source: string
  /** Address of the page that offers the same. */
  page: string
}

/**
 * The one menu of a chart: pictures, data and words to take away. It is made when it is opened; without script a page
 * offers the same.
 */
export function ExportMenu({ title, source, page }: ExportLink) {
  const load = async () => {
    const [choices, { ExportForm }] = await Promise.all([
      fetchJson<ExportChoices>(source),
      import('./export-form'),
    ])
    return { choices, ExportForm }
  }
  return (
    <LateMenu
      name="export"
      label="Export"
      about={`“${title}”`}
      source={source}
      load={load}
      lasting
      otherwise={
        <a className={`${QUIET_LINK} phone:leading-[44px] scripting:hidden`} href={page}>
          Pictures, data and words of this chart
        </a>
      }
    >
      {({ choices, ExportForm }) => <ExportForm {...choices} />}
    </LateMenu>
  )
}
