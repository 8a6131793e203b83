import { load } from '@/app/load'
import { loadTime } from '@/app/load-time'
import type { Params } from '@/lib/link/codec'
import { parseLink } from '@/lib/link/link'
import { THEME } from '@/lib/link/view'
import { askClaims } from '../claims/ask'

/** The list of which the story tells. */
export const STORY_LIST = '2021-11'
const FOCUS = 'azure'
/** The others of whom the article speaks, and who made its accelerators. */
const BESIDE = ['meta', 'ibm', 'nvidia']
/** Three lists before the first milestone. */
const SINCE = '2015-06'

/** Everything that the story rests on; null where its list is not there. */
export async function askStory(params: Params) {
  const { values, notices } = parseLink({ theme: THEME }, params, [])
  const compared = await load({ list: STORY_LIST, focus: FOCUS, with: BESIDE })
  const time = await loadTime({
    of: 'built-by',
    focus: FOCUS,
    with: '',
    metric: 'share',
    since: SINCE,
  })
  const claims = await askClaims({ list: STORY_LIST })
  if (compared.kind !== 'comparison' || time.kind !== 'time' || !claims) return null
  const { record } = time
  const list = record.list(STORY_LIST)
  const newest = record.lists.at(-1)
  if (!list || !newest) return null
  const now = await load({ list: newest.id, focus: FOCUS, with: '' })
  if (now.kind !== 'comparison') return null
  return { theme: values.theme, notices, compared, now, time, claims, record, list, newest }
}

/** What the story rests on. */
export type StoryAsked = NonNullable<Awaited<ReturnType<typeof askStory>>>
