import { ARTICLE } from '@/data/claims/article'
import { judge } from '@/lib/claim/judge'
import type { JointRule } from '@/lib/compare/counting'
import { fleetOf } from '@/lib/compare/fleet'
import { organisationOf } from '@/lib/compare/organisations'
import type { Figure } from '@/lib/figure/figure'
import { parsePerformance } from '@/lib/link/performance'
import type { Lens } from '@/lib/model/organisation'
import {
  changesSubject,
  claimSubject,
  rankSubject,
  systemSubject,
} from '@/lib/picture/story-subject'
import { type Subject, subjectFigure } from '@/lib/picture/subject'
import { listOf, RECORD } from '@/tests/record/record-fixture'

function system(key: string, axis: 'log' | 'linear' = 'log'): Subject {
  const machine = RECORD.machine(key)
  if (!machine) throw new Error(`There is no system ${key}.`)
  return systemSubject({ record: RECORD, machine, axis })
}

function rank(text: string, place: number, axis: 'log' | 'linear' = 'log'): Subject {
  const rmax = parsePerformance(text)
  if (!rmax) throw new Error(`${text} is no performance.`)
  return rankSubject({ record: RECORD, rmax, machine: null, fleet: null, rank: place, axis })
}

function fleet(key: string, lens: Lens, place: number): Subject {
  const organisation = organisationOf(key)
  if (!organisation) throw new Error(`There is no organisation ${key}.`)
  return rankSubject({
    record: RECORD,
    rmax: { parts: [30050] },
    machine: null,
    fleet: fleetOf(RECORD, organisation, lens),
    rank: place,
    axis: 'log',
  })
}

const changes = (from: string, to: string, group = 'country', joint: JointRule = 'each'): Subject =>
  changesSubject({ record: RECORD, from: listOf(from), to: listOf(to), group, joint })

function claim(id: string, on: string): Subject {
  const made = ARTICLE.find((one) => one.id === id)
  if (!made) throw new Error(`The article says nothing called ${id}.`)
  const list = listOf(on)
  const judged = judge(made, { record: RECORD, list })
  return claimSubject({ record: RECORD, list, judged }, { claim: id, list: list.id })
}

/** Links in which the charts of systems, ranks and changes look as different as they can. */
export const SUBJECTS: Readonly<Record<string, { subject: Subject; kinds: readonly string[] }>> = {
  voyager: { subject: system('180024'), kinds: ['rank-history'] },
  upgraded: { subject: system('2021-11-5'), kinds: ['rank-history'] },
  'of-1993': { subject: system('1993-06-1'), kinds: ['rank-history'] },
  'on-one-list': { subject: system('1993-06-500', 'linear'), kinds: ['rank-history'] },
  'as-voyager': { subject: rank('30.05 PF', 10), kinds: ['rank-of', 'rank-takes'] },
  fleet: { subject: rank('16.59PF+16.59PF', 500, 'linear'), kinds: ['rank-of', 'rank-takes'] },
  azure: { subject: fleet('azure', 'run-by', 10), kinds: ['rank-of', 'rank-takes'] },
  'built-with-others': { subject: fleet('ibm', 'built-by', 1), kinds: ['rank-of', 'rank-takes'] },
  'on-no-list': { subject: rank('1 MF', 1), kinds: ['rank-of', 'rank-takes'] },
  'of-2021': {
    subject: changes('2021-06', '2021-11'),
    kinds: ['changes-slope', 'changes-by-group'],
  },
  'by-maker': {
    subject: changes('2021-06', '2021-11', 'manufacturer'),
    kinds: ['changes-by-group'],
  },
  'by-organisation': {
    subject: changes('2019-11', '2020-06', 'run-by'),
    kinds: ['changes-by-group'],
  },
  'over-decades': { subject: changes('1993-06', '2026-06'), kinds: ['changes-slope'] },
  'by-segment': {
    subject: changes('1993-06', '2026-06', 'segment'),
    kinds: ['changes-by-group'],
  },
  'one-list': {
    subject: changes('2021-11', '2021-11'),
    kinds: ['changes-slope', 'changes-by-group'],
  },
  'claim-true': { subject: claim('azure-five', '2021-11'), kinds: ['claim-verdict'] },
  'claim-false': { subject: claim('voyager-only-new', '2023-11'), kinds: ['claim-verdict'] },
  'claim-of-many': { subject: claim('meta-and-ibm-build', '2004-06'), kinds: ['claim-verdict'] },
  'claim-of-no-list': { subject: claim('openai-2020', '2021-11'), kinds: ['claim-verdict'] },
}

/** What a chart of a link shows, with the link that a picture has. */
export const storyFigure = (name: string, kind: string): Figure => {
  const found = SUBJECTS[name]
  if (!found) throw new Error(`There is no case ${name}.`)
  return subjectFigure(found.subject, kind, 'https://top500.example')
}

export const STORIES = Object.entries(SUBJECTS).flatMap(([name, { kinds }]) =>
  kinds.map((kind) => ({ name, kind })),
)
