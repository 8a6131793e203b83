import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readList } from '@/lib/list/csv'
import type { System } from '@/lib/model/system'

const FOLDER = fileURLToPath(new URL('../../data/lists/', import.meta.url))

/** The text of a bundled snapshot. */
export function snapshotText(edition: string): string {
  return readFileSync(`${FOLDER}${edition}.csv`, 'utf8')
}

/** The systems of a bundled snapshot. */
export function snapshot(edition: string): System[] {
  return readList(snapshotText(edition))
}

/** Every bundled edition, oldest first. */
export const snapshotEditions: readonly string[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.csv'))
  .map((file) => file.slice(0, -4))
  .sort()
