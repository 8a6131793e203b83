import { buildRecord } from '@/lib/record/record'
import { openBundled } from '@/lib/store/bundled'

const bundled = openBundled()

/** All bundled lists. */
export const EDITIONS = bundled.versions().flatMap(({ edition }) => bundled.edition(edition) ?? [])

/** The record of all bundled lists. */
export const RECORD = buildRecord(EDITIONS)

/** A list of the record, which has it. */
export function listOf(id: string) {
  const list = RECORD.lists.find((one) => one.id === id)
  if (!list) throw new Error(`There is no bundled list ${id}.`)
  return list
}
