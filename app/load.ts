import { compare } from '@/lib/compare/compare'
import type { Comparison } from '@/lib/compare/comparison'
import { resolveName, suggestions } from '@/lib/compare/suggest'
import type { Source } from '@/lib/export/verify'
import type { Notice, Params } from '@/lib/link/codec'
import { parseView, type View, viewHref } from '@/lib/link/view'
import type { EditionId } from '@/lib/model/edition'
import { comparisonSubject } from '@/lib/picture/comparison-subject'
import type { Subject } from '@/lib/picture/subject'
import { openVocabulary } from '@/lib/record/vocabulary'
import { openStore } from '@/lib/store/open'
import type { KeptEdition, Version } from '@/lib/store/store'
import { oncePerPage } from './once'
import { unknownName } from './unknown-name'

/** What a link leads to: a comparison, another link, or no list. */
export type Loaded =
  | {
      kind: 'comparison'
      view: View
      notices: readonly Notice[]
      comparison: Comparison
      /** The same as what charts are made of. */
      subject: Subject
      /** The list that is compared. */
      edition: KeptEdition
      lists: readonly EditionId[]
      version: Version
    }
  /** A form was sent: to the view's own link, with what was added. */
  | { kind: 'elsewhere'; href: string }
  /** The link names an organisation in another spelling than its name: to the same address with the name. */
  | { kind: 'respelt'; view: View }
  | { kind: 'unknown-list'; value: string; lists: readonly EditionId[] }

/**
 * Follows a link: reads the view, fetches the list, compares. A form that was sent, which always says `add`,
 * leads elsewhere: to the view's own link, with what was added.
 * @param own parameters of the caller's, not to be told of as unknown.
 * @param from the lists to choose from, where these are not the ones that are shown now.
 */
export async function load(
  params: Params,
  own: readonly string[] = [],
  from?: Source,
): Promise<Loaded> {
  const store = from?.lists ?? (await openStore())
  const lists = (await store.current()).map(({ edition }) => edition)
  const names = from?.names ?? (await openVocabulary(await openStore()))
  const parsed = parseView(params, { lists, names }, own)
  if (!parsed.found) return { kind: 'unknown-list', value: parsed.value, lists }
  const { view } = parsed
  const edition = await store.edition(view.list)
  if (!edition) return { kind: 'unknown-list', value: view.list, lists }

  const notices = [...parsed.notices]
  if (parsed.add !== null) {
    const found = resolveName(parsed.add, suggestions(edition), names)
    if (found.key !== null) {
      const beside = [...view.beside.filter((key) => key !== found.key), found.key]
      return { kind: 'elsewhere', href: viewHref(view, { beside }) }
    }
    const fault = unknownName(parsed.add, found)
    notices.push({ parameter: 'add', value: parsed.add, fault, message: fault })
  } else if (params.add !== undefined && notices.length === 0) {
    return { kind: 'elsewhere', href: viewHref(view) }
  } else if (parsed.respelt && notices.length === 0) {
    return { kind: 'respelt', view }
  }
  const comparison = compare(edition, view)
  return {
    kind: 'comparison',
    view,
    notices,
    comparison,
    subject: comparisonSubject(comparison, view),
    edition,
    lists,
    version: edition.version,
  }
}

/** Follows a link once for all parts of one page, its metadata and its body. */
export const loadOnce = oncePerPage((params: Params) => load(params))
