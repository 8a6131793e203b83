import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EditionId } from '../model/edition'
import type { NamedField } from '../model/name'
import type { System } from '../model/system'
import { SNAPSHOTS } from './bundled'

/** The file beside the snapshots that holds every text that they print as a name, so that none is parsed to know it. */
export const NAMES_INDEX = 'names.json'

/** A text that lists print in a field, with the first and the last of them. */
export type PrintedText = readonly [
  field: NamedField,
  printed: string,
  first: EditionId,
  last: EditionId,
]

const FIELDS: readonly NamedField[] = ['country', 'continent', 'manufacturer', 'site']

/** Every text that lists print as a name, by field and then in the order of letters. @param lists oldest first. */
export function printedTexts(
  lists: readonly { id: EditionId; systems: readonly System[] }[],
): PrintedText[] {
  return FIELDS.flatMap((field) => {
    const spans = new Map<string, [EditionId, EditionId]>()
    for (const { id, systems } of lists)
      for (const system of systems) {
        const printed = system[field]
        if (printed !== null) spans.set(printed, [spans.get(printed)?.[0] ?? id, id])
      }
    return [...spans]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([printed, [first, last]]): PrintedText => [field, printed, first, last])
  })
}

/** The index as its file holds it, a line for each text. */
export function namesIndexText(texts: readonly PrintedText[]): string {
  return `[\n${texts.map((text) => `  ${JSON.stringify(text)}`).join(',\n')}\n]\n`
}

const held = new Map<string, readonly PrintedText[]>()

/**
 * What the snapshots of a folder print, read once.
 * @throws if the index is missing: the program is then incomplete.
 */
export function bundledTexts(folder: string = SNAPSHOTS): readonly PrintedText[] {
  const known = held.get(folder)
  if (known) return known
  const texts: PrintedText[] = JSON.parse(readFileSync(join(folder, NAMES_INDEX), 'utf8'))
  held.set(folder, texts)
  return texts
}
