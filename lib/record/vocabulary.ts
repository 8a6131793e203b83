import { distance } from 'fastest-levenshtein'
import { LRUCache } from 'lru-cache'
import type { EditionId } from '../model/edition'
import { once } from '../model/once'
import type { AliasField } from '../model/organisation'
import { foldName } from '../names/fold'
import { makersOf, nameOf } from '../names/name'
import { bundledTexts, type PrintedText, printedTexts } from '../store/names-index'
import type { ListStore } from '../store/store'

/** A name of some list, and what it is the name of. */
export type FoundName = { field: AliasField; name: string }

/** Every name that stands on any list: makers alone and joint, sites, countries. */
export type Vocabulary = {
  /**
   * The name that a text means in a field: the text itself, or the name of which it is a spelling in whatever case,
   * spacing and form. Null where no list has such a name.
   */
  find(field: AliasField, text: string): string | null
  /** The names most like a text that is none, the nearest first, at most five. @param field null for any. */
  nearest(text: string, field?: AliasField | null): FoundName[]
}

const FIELDS: readonly AliasField[] = ['manufacturer', 'site', 'country']

/** Texts longer than this are on no list; what is longer is not compared with any. */
const LONGEST_COMPARED = 60
const MOST_NEAREST = 5
/** A name is like a text while fewer of its letters than this share have to be changed. */
const LIKE = 0.4

type Names = {
  /** Texts as lists print them, and the names that they mean there. */
  printed: ReadonlyMap<string, string>
  names: ReadonlySet<string>
  /** Names and spellings reduced to their letters; made when somebody writes a name otherwise. */
  folded: () => ReadonlyMap<string, string>
}

function namesIn(field: AliasField, texts: readonly PrintedText[]): Names {
  const printed = new Map<string, string>()
  const names = new Set<string>()
  for (const [of, text, , last] of texts) {
    if (of !== field) continue
    const { name } = nameOf(field, text, last)
    printed.set(text, name)
    names.add(name)
    if (field !== 'manufacturer') continue
    for (const maker of makersOf(text, last)) {
      names.add(maker.name)
      printed.set(maker.printed, maker.name)
    }
  }
  const folded = once(() => {
    const made = new Map<string, string>()
    for (const [text, name] of printed) made.set(foldName(field, text), name)
    for (const name of names) made.set(foldName(field, name), name)
    return made
  })
  return { printed, names, folded }
}

/** How unlike a text a name is, the smaller the nearer; null where it is not like it at all. */
function unlikeness(text: string, name: string): number | null {
  if (name.startsWith(text)) return 0
  if (text.length > 2 && name.includes(text)) return 0.1
  if (name.length > 3 && text.includes(name)) return 0.2
  const longer = Math.max(text.length, name.length)
  if (Math.abs(text.length - name.length) > longer * LIKE) return null
  const share = distance(text, name) / longer
  return share > LIKE ? null : share
}

/** The names of texts that lists print. */
export function vocabularyOf(texts: readonly PrintedText[]): Vocabulary {
  const by: Readonly<Record<AliasField, Names>> = {
    manufacturer: namesIn('manufacturer', texts),
    site: namesIn('site', texts),
    country: namesIn('country', texts),
  }
  return {
    find(field, text) {
      const { printed, names, folded } = by[field]
      if (names.has(text)) return text
      const known = printed.get(text) ?? nameOf(field, text, NEWEST).name
      return names.has(known) ? known : (folded().get(foldName(field, text)) ?? null)
    },
    nearest(text, field = null) {
      const short = text.slice(0, LONGEST_COMPARED)
      const like = (field ? [field] : FIELDS).flatMap((of) => {
        const wanted = foldName(of, short)
        return [...by[of].folded()].flatMap(([folded, name]) => {
          const far = unlikeness(wanted, folded)
          return far === null ? [] : [{ field: of, name, far }]
        })
      })
      like.sort((a, b) => a.far - b.far || a.name.length - b.name.length)
      const labels = [...new Map(like.map((one) => [`${one.field} ${one.name}`, one])).values()]
      return labels.slice(0, MOST_NEAREST).map(({ field: of, name }) => ({ field: of, name }))
    },
  }
}

/** A list later than all, for texts of which one asks what they mean by themselves. */
const NEWEST: EditionId = '9999-11'

/** The names of one state of the store, and of the state before, while somebody still asks for it. */
const held = new LRUCache<string, Vocabulary>({ max: 2 })

/**
 * The names of every list that a store shows, and of every list that comes with the program. No bundled list is parsed
 * for it.
 */
export async function openVocabulary(store: ListStore): Promise<Vocabulary> {
  const kept = (await store.current()).filter(({ origin }) => origin === 'uploaded')
  const key = kept.map(({ edition, hash }) => `${edition} ${hash}`).join(' ')
  const known = held.get(key)
  if (known) return known
  const lists = await Promise.all(kept.map(({ edition }) => store.edition(edition)))
  const made = vocabularyOf([
    ...bundledTexts(),
    ...printedTexts(lists.flatMap((list) => list ?? [])),
  ])
  held.set(key, made)
  return made
}
