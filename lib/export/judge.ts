import type { DataTable, Figure } from '../figure/figure'
import { kindOf } from '../figure/kinds'
import { dataHash } from '../picture/provenance'
import type { PictureJob } from './picture-job'
import { renderPicture } from './render-file'

/** One cell that is another than it was when the picture was drawn; null where there was or is no such row or figure. */
export type Difference = {
  /** The row, by its name in the chart's table: an organisation, a rank, or both. */
  row: string
  /** The column with its unit; null where the whole row came or went. */
  column: string | null
  drawn: string | number | null
  now: string | number | null
}

/** What drawing a picture again told of it. */
export type Judgement = {
  /** Drawn again from the same lists, the file is the same byte for byte; null where those lists are not there. */
  redrawn: boolean | null
  /** The figures behind it are those that the lists now give. */
  agrees: boolean
  title: string
  /** How the figures changed since; empty where they agree or where the lists of then are not there. */
  differences: readonly Difference[]
  /** How many differ in all; more than `differences` holds. */
  differing: number
}

/** More differences than this are counted, not told. */
const MOST_TOLD = 20

const header = ({ label, unit }: DataTable['columns'][number]) =>
  unit ? `${label}, ${unit}` : label

function rowsByName({ kind, table }: Figure): Map<string, DataTable['rows'][number]> {
  const names = (kindOf(kind)?.rowName ?? []).map((key) =>
    table.columns.findIndex((column) => column.key === key),
  )
  return new Map(
    table.rows.map((row) => [
      names
        .map((at) => (table.columns[at]?.key === 'rank' ? `rank ${row[at]}` : row[at]))
        .join(', '),
      row,
    ]),
  )
}

/** Every cell in which two tables of the same chart differ, in the order of the newer one, then what is gone. */
function differencesOf(then: Figure, now: Figure): Difference[] {
  const [before, after] = [rowsByName(then), rowsByName(now)]
  const changed = [...after].flatMap(([row, cells]): Difference[] => {
    const old = before.get(row)
    if (!old) return [{ row, column: null, drawn: null, now: 'there' }]
    return now.table.columns.flatMap((column, at) => {
      const [was, is] = [old[at] ?? null, cells[at] ?? null]
      return was === is ? [] : [{ row, column: header(column), drawn: was, now: is }]
    })
  })
  const gone = [...before.keys()].filter((row) => !after.has(row))
  return [
    ...changed,
    ...gone.map((row): Difference => ({ row, column: null, drawn: 'there', now: null })),
  ]
}

/**
 * Draws a picture again from its lists and says how it compares. Takes up to seconds: `drawing-process.ts` runs it.
 * @param data the hash of its figures that the picture carries.
 * @param now as it would be drawn now; `then`: from the versions of lists that the picture names, null where these are
 * not there.
 */
export async function judgePicture(
  bytes: Uint8Array,
  data: string,
  now: PictureJob,
  then: PictureJob | null,
): Promise<Judgement> {
  const agrees = (await dataHash(now.figure)) === data
  const same = then !== null && (await dataHash(then.figure)) === data
  const differences = same && !agrees ? differencesOf(then.figure, now.figure) : []
  const redrawn = then && (await renderPicture(then))
  return {
    redrawn: redrawn && Buffer.compare(redrawn.body, bytes) === 0,
    agrees,
    title: now.figure.title,
    differences: differences.slice(0, MOST_TOLD),
    differing: differences.length,
  }
}
