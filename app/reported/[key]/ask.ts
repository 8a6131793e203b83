import { record } from '@/app/record'
import { REPORTED } from '@/data/reported/reported'
import { estimateRmax } from '@/lib/compare/estimate'
import type { Params } from '@/lib/link/codec'
import { estimateLink } from '@/lib/link/estimate'
import { parseLink, textsOf } from '@/lib/link/link'

/** Estimates the Rmax of a system that is on no list, as a link assumes; null where nothing of the name was announced. */
export async function askEstimate(key: string, params: Params) {
  const system = REPORTED.find((one) => one.key === key)
  if (!system) return null
  const all = await record()
  const lists = all.lists.map(({ id }) => id)
  const [family = ''] = textsOf(params, 'family')
  const { values: link, notices } = parseLink(estimateLink(system, lists, family), params, [])
  const list = all.list(link.list)
  if (!list) return null
  const estimate = link.family === '' ? null : estimateRmax(list, link)
  return { system, record: all, lists, list, link, notices, estimate }
}

/** What an estimate rests on. */
export type EstimateAsked = NonNullable<Awaited<ReturnType<typeof askEstimate>>>
