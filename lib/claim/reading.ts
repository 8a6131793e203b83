import type { JointRule, RankRule } from '../compare/counting'
import type { Lens } from '../model/organisation'
import type { Condition, Question } from './claim'

/** One way in which a claim may be meant, of which it does not say which. */
export type Reading = {
  /** What an organisation holds: what it builds, or what it runs. */
  lens: Lens
  /** How a system of several makers counts. */
  joint: JointRule
  /** Whether equal systems share a rank, or stand where they are printed. */
  ranks: RankRule
  /** In words, for several readings to be told apart; empty where there is one alone. */
  words: string
}

/** The reading of what leaves nothing open. */
export const PLAIN: Reading = { lens: 'built-by', joint: 'each', ranks: 'printed', words: '' }

const HELD: readonly { lens: Lens; joint: JointRule; words: string }[] = [
  { lens: 'built-by', joint: 'each', words: 'counting what it builds' },
  { lens: 'built-by', joint: 'none', words: 'counting what it builds alone' },
  { lens: 'run-by', joint: 'each', words: 'counting what it runs' },
]

const JOINT: readonly { joint: JointRule; words: string }[] = [
  { joint: 'each', words: 'counting a system of several makers for each of them' },
  { joint: 'first', words: 'counting a system of several makers for the one that is named first' },
  { joint: 'none', words: 'counting what it makes alone' },
]

const RANKS: readonly { ranks: RankRule; words: string }[] = [
  { ranks: 'printed', words: 'by the rank that is printed' },
  { ranks: 'tied', words: 'by the rank that systems of equal Rmax share' },
]

function conditionsOf(question: Question): readonly Condition[] {
  if (question.ask === 'growth') return conditionsOf(question.of)
  return 'of' in question ? question.of : []
}

/** Every way in which a question may be meant: one for most, several where it leaves open how to count. */
export function readingsOf(question: Question): readonly Reading[] {
  const conditions = conditionsOf(question)
  const organisation = conditions.find((one) => one.is === 'organisation')
  if (organisation?.is === 'organisation')
    return HELD.filter(({ lens }) => (organisation.lens ?? lens) === lens).map((held) => ({
      ...PLAIN,
      ...held,
    }))
  if (conditions.some((one) => one.is === 'group' && one.by === 'manufacturer'))
    return JOINT.map(({ joint, words }) => ({ ...PLAIN, joint, words }))
  if (question.ask === 'figure' && question.figure === 'rank')
    return RANKS.map(({ ranks, words }) => ({ ...PLAIN, ranks, words }))
  return [PLAIN]
}
