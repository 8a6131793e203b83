import { BESIDE_MILESTONES, MILESTONES, type Milestone } from '../../data/reported/milestones'
import type { TimeAnswer } from './time'

/** The milestones of the organisations of an answer, within its span. */
export function milestonesOf({ question: { whose }, lists }: TimeAnswer): Milestone[] {
  if (whose.type !== 'organisations') return []
  const [first] = lists
  const last = lists.at(-1)
  const keys = new Set(whose.organisations.map(({ key }) => key))
  return MILESTONES.filter(
    ({ organisation, at }) =>
      keys.has(organisation) && first && last && first.id <= at && at <= last.id,
  )
}

/** What the numbers of milestones mean, as one sentence; none where there are none. */
export function milestoneNotes(milestones: readonly Milestone[]): string[] {
  if (milestones.length === 0) return []
  return [
    `Marked: ${milestones.map(({ when, what }, at) => `(${at + 1}) ${when}, ${what}`).join('; ')}.`,
  ]
}

/** Everything that happened beside the lists and concerns an organisation, oldest first, whether charts mark it or not. */
export const allMilestonesOf = (organisation: string): readonly Milestone[] =>
  [...MILESTONES, ...BESIDE_MILESTONES]
    .filter((one) => one.organisation === organisation)
    .sort((a, b) => (a.at < b.at ? -1 : 1))
