import { compare } from '../compare/compare'
import type { DataTable, Figure } from '../figure/figure'
import { kindOf } from '../figure/kinds'
import { parseView, type View } from '../link/view'
import { type EditionId, parseEditionId } from '../model/edition'
import { openVocabulary, type Vocabulary } from '../record/vocabulary'
import type { KeptEdition, ListStore } from '../store/store'
import { parsePicture } from './picture'
import { dataHash, type Provenance, readProvenance } from './provenance'
import type { RasterPool } from './raster-pool'
import { chartFigure, pictureHref, renderPicture } from './render'

/** One cell that is another than it was when the picture was drawn; null where there was or is no such row or figure. */
export type Difference = {
  /** The row, by its name in the chart's table: an organisation, a rank, or both. */
  row: string
  /** The column with its unit; null where the whole row came or went. */
  column: string | null
  drawn: string | number | null
  now: string | number | null
}

/** A list behind a picture, and what became of it. */
export type ListState = Provenance['lists'][number] & {
  /** `same`: still the one that is shown; `older`: another version is shown now; `unknown`: never kept here. */
  state: 'same' | 'older' | 'unknown'
}

/** What is known of a file that somebody says is one of our pictures. */
export type Verdict =
  | { kind: 'no-picture' | 'no-metadata' | 'broken' }
  /** The picture names a view or list that nothing is known of here. */
  | { kind: 'unknown-view'; intact: boolean; view: string }
  | {
      kind: 'known'
      /** Not a byte of the file was changed since it was drawn. */
      intact: boolean
      /** Drawn again from the same lists, the file is the same byte for byte; null where those lists are not at hand. */
      redrawn: boolean | null
      /** The figures behind it are those that the lists now give. */
      agrees: boolean
      /** Key of the kind of chart. */
      chart: string
      title: string
      /** Link to the view. */
      href: string
      lists: readonly ListState[]
      /** How the figures changed since; empty where they agree or where the lists of then are not at hand. */
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

type Known = { lists: readonly EditionId[]; names: Vocabulary }

/** The view that a picture names; null unless every word of it is understood. */
function viewOf(text: string, known: Known): View | null {
  if (!/^\/(?:\?|$)/.test(text)) return null
  const search = new URLSearchParams(text.slice(2))
  const params = Object.fromEntries([...search.keys()].map((key) => [key, search.getAll(key)]))
  const parsed = parseView(params, known)
  const understood = parsed.found && parsed.notices.length === 0 && !parsed.respelt
  return understood && parsed.add === null ? parsed.view : null
}

/** The version of a list that a picture was drawn from, wherever it stands in the history. */
async function listOf(
  store: ListStore,
  { edition, version, hash }: Provenance['lists'][number],
): Promise<KeptEdition | null> {
  const id = parseEditionId(edition)
  if (!id) return null
  const alike = (await store.history(id)).filter((one) => one.state === 'list' && one.hash === hash)
  const found = alike.find((one) => one.version === version) ?? alike[0]
  return found ? store.edition(id, found.version) : null
}

/**
 * Says what a file is: one of our pictures or not, changed or not, and whether its figures are those of the lists now
 * there. A picture whose metadata were forged with care is found out by drawing it again.
 * @param bytes a file of any kind, of bounded size.
 */
export async function verifyPicture(
  bytes: Uint8Array,
  store: ListStore,
  pool: RasterPool,
): Promise<Verdict> {
  const reading = await readProvenance(bytes)
  if (reading.kind !== 'found') return { kind: reading.kind }
  const { provenance, intact } = reading
  const unknown: Verdict = { kind: 'unknown-view', intact, view: provenance.view }

  const lists = (await store.current()).map(({ edition }) => edition)
  const view = viewOf(provenance.view, { lists, names: await openVocabulary(store) })
  const format = bytes[0] === 0x89 ? 'png' : 'svg'
  const drawn = parsePicture(
    `${provenance.kind}.${format}`,
    new URLSearchParams(provenance.picture),
  )
  const [listed] = provenance.lists
  const now = view && (await store.edition(view.list))
  if (!view || !drawn.ok || !now || !listed || listed.edition !== view.list) return unknown

  const picture = drawn.value
  const origin = URL.canParse(provenance.link) ? new URL(provenance.link).origin : ''
  const figureOf = (edition: KeptEdition) =>
    chartFigure(picture.kind, compare(edition, view), view, origin)
  const nowFigure = figureOf(now)
  const agrees = (await dataHash(nowFigure)) === provenance.data
  const then = await listOf(store, listed)
  const thenFigure = then && figureOf(then)
  const same = thenFigure !== null && (await dataHash(thenFigure)) === provenance.data
  const differences = same && !agrees ? differencesOf(thenFigure, nowFigure) : []

  const redrawn = then && (await renderPicture(compare(then, view), view, picture, origin, pool))
  return {
    kind: 'known',
    intact,
    redrawn: redrawn?.ok ? Buffer.from(redrawn.value.body).equals(bytes) : null,
    agrees,
    chart: picture.kind,
    title: nowFigure.title,
    href: pictureHref(view),
    lists: provenance.lists.map((list) => ({
      ...list,
      state: list.hash === now.version.hash ? 'same' : then ? 'older' : 'unknown',
    })),
    differences: differences.slice(0, MOST_TOLD),
    differing: differences.length,
  }
}
