import { editionLabel } from '../model/edition'
import { eachOnce, type Prose } from '../model/prose'
import type { RecordList } from '../record/record'
import type { Condition, Part, Question } from './claim'
import type { Place } from './condition'
import type { Judged, Verdict } from './judge'
import type { Evidence } from './question'

/** How each verdict is said: by itself, with the list by which it is one, of one statement, and of many. */
export const VERDICTS: Readonly<
  Record<Verdict, { word: string; by: (list: string) => string; one: string; many: string }>
> = {
  true: {
    word: 'True',
    by: (list) => `True by the list of ${list}`,
    one: 'is true',
    many: 'are true',
  },
  false: {
    word: 'False',
    by: (list) => `False by the list of ${list}`,
    one: 'is false',
    many: 'are false',
  },
  depends: {
    word: 'It depends',
    by: (list) => `By the list of ${list} it depends on how one counts`,
    one: 'depends on how one counts',
    many: 'depend on how one counts',
  },
  'cannot-say': {
    word: 'No list can say',
    by: (list) => `No list can say, nor does that of ${list}`,
    one: 'is beyond what a list can say',
    many: 'are beyond what a list can say',
  },
}

/** The verdicts in the order in which they are counted. */
export const VERDICT_ORDER = Object.keys(VERDICTS) as Verdict[]

/** The verdict and the statement as a title, so that whoever quotes one has the other: `False: China has 219 systems` */
export const verdictLine = ({ verdict, claim }: Judged): string =>
  `${VERDICTS[verdict].word}: ${claim.statement.replace(/\.$/, '')}`

/** The verdict with the list by which it is one: `True by the list of November 2021`. */
export const verdictWords = ({ verdict, list }: Pick<Judged, 'verdict' | 'list'>): string =>
  VERDICTS[verdict].by(editionLabel(list))

/** What the lists say of a statement, each sentence once. */
export const findingsOf = ({ parts }: Judged): readonly Prose[] =>
  eachOnce(parts.flatMap(({ outcomes }) => outcomes.map(({ sentence }) => sentence)))

/** What a false statement might have meant, each sentence once. */
export const nearMissesOf = ({ parts }: Judged): readonly Prose[] =>
  eachOnce(parts.flatMap(({ nearMisses }) => nearMisses))

/** The rows that decide a statement, each once, in the order of its parts. */
export function evidenceOf({ parts }: Judged): Evidence[] {
  const rows = parts.flatMap(({ outcomes }) => outcomes.flatMap((outcome) => outcome.rows))
  return [...new Map(rows.map((row) => [`${row.list.id} ${row.system.rank}`, row])).values()]
}

/** The lists that a question looks at besides the one that is asked. */
function otherLists(question: Question): string[] {
  if (question.ask === 'growth') return [question.since, ...otherLists(question.of)]
  return question.ask === 'rank-of-last' ? [question.on] : []
}

const conditionsOf = (part: Part): readonly Condition[] => {
  const holder = part.says === 'figure' ? innermost(part.question) : part
  return 'of' in holder && Array.isArray(holder.of) ? holder.of : []
}

const innermost = (question: Question): Question =>
  question.ask === 'growth' ? innermost(question.of) : question

/** Whether a part was looked for on the lists before and after, as a false figure is. */
const isSoughtBeside = (part: Part, verdict: Verdict) =>
  part.says === 'figure' && verdict === 'false' && (part.is ?? 'exactly') === 'exactly'

/**
 * Every list on which a verdict and what is said with it rest, oldest first: what is new is so by the list before, too, and
 * a false figure was looked for on the lists before and after.
 */
export function listsBehind({ claim, list: judged, parts }: Judged, place: Place): RecordList[] {
  const { lists } = place.record
  const beside = (id: string, by: 1 | -1) => {
    const own = lists.find((list) => list.id === id)
    return (own && lists[own.index + by]?.id) ?? []
  }
  const ids = claim.parts.flatMap((part, at) => {
    const own = (part.says === 'figure' && part.on) || judged
    const asked = [own, ...(part.says === 'figure' ? otherLists(part.question) : [])]
    const isSought = isSoughtBeside(part, parts[at]?.verdict ?? 'true')
    const looked = isSought ? [...asked, beside(own, -1), beside(own, 1)].flat() : asked
    const isAboutNew = conditionsOf(part).some(({ is }) => is === 'new')
    return isAboutNew ? [...looked, ...looked.flatMap((id) => beside(id, -1))] : looked
  })
  return lists.filter(({ id }) => ids.includes(id))
}
