import type { JointRule } from '../compare/counting'
import { DIMENSIONS } from '../compare/grouping'
import type { EditionId } from '../model/edition'
import type { Lens } from '../model/organisation'
import { isSystemKey } from '../model/system-key'
import type { Vocabulary } from '../record/vocabulary'
import { type Codec, single, whole, word } from './codec'
import { hrefOf, type Link, writeLink } from './link'
import { type Performance, RMAX } from './performance'
import { ANY_NAME, LENS, organisationCodec, ROWS, THEME, type View } from './view'

/** Ranks on a logarithmic or linear axis. */
const AXIS: Codec<View['axis']> = word('axis', ['log', 'linear'], 'log')

const key = (parameter: string): Codec<string> =>
  single({
    parameter,
    default: '',
    read: (text) => (isSystemKey(text) ? text : null),
    expected: 'a System ID, as 180024, or a list and a rank, as 1997-06-12',
  })

/** Everything that a link to a system's page says; the page's path has the key, other addresses the parameter. */
export type SystemLink = { system: string; axis: View['axis']; theme: View['theme'] }

export const SYSTEM: Link<SystemLink> = { system: key('system'), axis: AXIS, theme: THEME }

/** The link to the page of a system. @param key of the record, or a System ID, or a list and rank: `2021-11-10`. */
export const systemHref = (key: string, theme: View['theme'] = 'system'): string =>
  hrefOf(`/systems/${key}`, writeLink(SYSTEM, { theme }))

/** Everything that a link to the page `/rank` says. */
export type RankLink = {
  /** `?rmax=30.05PF` */
  rmax: Performance
  /** `?system=180024`: a listed system, whose Rmax is asked about in place of a figure; empty for none. */
  system: string
  /** `?of=azure`: an organisation's key, whose systems on each list are asked about as one machine; empty for none. */
  of: string
  /** `?by=built-by`: which systems are the organisation's. */
  lens: Lens
  /** `?rank=10`: the rank of which is told what it took on every list. */
  rank: number
  axis: View['axis']
  theme: View['theme']
}

/** @param names those that stand on any list: of an organisation that is picked by its name. */
export const rankLink = (names: Vocabulary): Link<RankLink> => ({
  rmax: RMAX,
  system: key('system'),
  of: organisationCodec('of', '', names),
  lens: LENS,
  rank: whole('rank', [1, 500], 10),
  axis: AXIS,
  theme: THEME,
})

/** For links that are written. */
export const RANK: Link<RankLink> = rankLink(ANY_NAME)

/** The link to where the systems of an organisation would rank as one machine. */
export const fleetHref = (fleet: Pick<RankLink, 'of' | 'lens' | 'theme'>): string =>
  hrefOf('/rank', writeLink(RANK, fleet))

/** Everything that a link to the page `/changes` says. */
export type ChangesLink = {
  /** `?from=2021-06&to=2021-11` */
  from: EditionId
  to: EditionId
  /** `?group=country`: by what the systems of both lists are grouped. */
  group: string
  /** `?joint=each`: how systems of several makers count in groups. */
  joint: JointRule
  /** `?rows=all`: whether every system that only moved is shown. */
  rows: View['rows']
  theme: View['theme']
}

/** By what systems can be grouped, as links name it. */
export const GROUPINGS: readonly string[] = [
  ...DIMENSIONS.map(({ key }) => key),
  'built-by',
  'run-by',
]

const GROUPED: Link<Pick<ChangesLink, 'group' | 'joint' | 'rows'>> = {
  group: word('group', GROUPINGS, 'country'),
  joint: word('joint', ['each', 'first', 'none'], 'each'),
  rows: ROWS,
}

/** @param lists the available lists, oldest first. @param bare the two that a bare link means. */
export function changesLink(
  lists: readonly EditionId[],
  bare: Pick<ChangesLink, 'from' | 'to'>,
): Link<ChangesLink> {
  const list = (parameter: 'from' | 'to') =>
    single<EditionId>({
      parameter,
      default: bare[parameter],
      read: (text) => lists.find((id) => id === text) ?? null,
      expected: 'a list that there is, as 2021-11',
    })
  return { from: list('from'), to: list('to'), ...GROUPED, theme: THEME }
}

/** Two lists as parameters: both are said, as which two a bare link means changes with every new list. */
export function changesParams({
  from,
  to,
  ...grouped
}: Pick<ChangesLink, 'from' | 'to'> & Partial<ChangesLink>): URLSearchParams {
  return new URLSearchParams([...Object.entries({ from, to }), ...writeLink(GROUPED, grouped)])
}

/** Longer questions are not searched for. */
export const LONGEST_SEARCH = 80

/** Everything that a link to the page `/search` says. */
export type SearchLink = { q: string; theme: View['theme'] }

export const SEARCH: Link<SearchLink> = {
  q: single({
    parameter: 'q',
    default: '',
    read: (text) => (text.length <= LONGEST_SEARCH ? text.trim() : null),
    expected: `at most ${LONGEST_SEARCH} letters`,
  }),
  theme: THEME,
}
