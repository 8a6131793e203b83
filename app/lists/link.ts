import { REFUSALS, type RefusalCode } from '@/lib/http/refusal'
import type { EditionId } from '@/lib/model/edition'
import type { Params, View } from '@/lib/query'

/** What was just done to a list, for the page to say. */
export type Done = 'kept' | 'removed' | 'restored'

/** Everything that a link to the pages of lists says. */
export type ListsLink = {
  /** `?theme=dark` */
  theme: View['theme']
  /** `?see=1`: the version whose systems are shown. */
  see: number | null
  /** `?rows=all` */
  rows: 'some' | 'all'
  /** `?old=0&new=2`: the versions that are compared. */
  old: number | null
  new: number | null
  /** `?done=removed` */
  done: Done | null
  /** `?failed=conflict`: why it was not done, and `?saw=2`: the newest version that the writer had seen. */
  failed: RefusalCode | null
  saw: number | null
  /** `?sign-in=wrong` */
  signIn: 'wrong' | 'wait' | 'elsewhere' | null
}

const THEMES: readonly View['theme'][] = ['system', 'light', 'dark']
const DONE: readonly Done[] = ['kept', 'removed', 'restored']
const SIGN_IN = ['wrong', 'wait', 'elsewhere'] as const
const ROWS = ['some', 'all'] as const
const CODES = Object.keys(REFUSALS) as RefusalCode[]

const NOTHING: ListsLink = {
  theme: 'system',
  see: null,
  rows: 'some',
  old: null,
  new: null,
  done: null,
  failed: null,
  saw: null,
  signIn: null,
}

/** Reads a link; what is not understood counts as left out. */
export function parseListsLink(params: Params): ListsLink {
  const text = (name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined
    return typeof value === 'string' ? value : value?.[0]
  }
  const word = <T extends string>(name: string, words: readonly T[]) =>
    words.find((one) => one === text(name)) ?? null
  const number = (name: string) => {
    const value = text(name) ?? ''
    return /^\d{1,6}$/.test(value) ? Number(value) : null
  }
  return {
    theme: word('theme', THEMES) ?? NOTHING.theme,
    see: number('see'),
    rows: word('rows', ROWS) ?? NOTHING.rows,
    old: number('old'),
    new: number('new'),
    done: word('done', DONE),
    failed: word('failed', CODES),
    saw: number('saw'),
    signIn: word('sign-in', SIGN_IN),
  }
}

/** The link to the page of all lists, or to one list's history; what a bare link means anyway is left out. */
export function listsHref(edition: EditionId | null, link: Partial<ListsLink>): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries({ ...NOTHING, ...link })) {
    const bare = NOTHING[key as keyof ListsLink]
    if (value !== null && value !== bare)
      params.set(key === 'signIn' ? 'sign-in' : key, String(value))
  }
  const query = params.size === 0 ? '' : `?${params}`
  return `/lists${edition ? `/${edition}` : ''}${query}`
}
