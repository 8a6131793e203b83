import { shapeChart } from '@/app/shape-chart'
import { themeLinks } from '@/app/story-shape'
import type { StoryLink } from '@/components/story/links'
import type { Chapter, ToldPageProps } from '@/components/story/told-page'
import type { Told } from '@/components/told'
import type { Judged } from '@/lib/claim/judge'
import { findingsOf, verdictLine } from '@/lib/claim/verdict'
import { countWord, formatFlopsPrinted, formatPrinted, listed } from '@/lib/compare/figure'
import { headline, sentenceOf } from '@/lib/compare/headline'
import { historySentence } from '@/lib/compare/history'
import { allMilestonesOf } from '@/lib/compare/milestone'
import { listsLine } from '@/lib/figure/story'
import { claimHref } from '@/lib/link/claim'
import { systemHref } from '@/lib/link/story'
import { viewHref } from '@/lib/link/view'
import { editionLabel } from '@/lib/model/edition'
import { joinedProse, plain } from '@/lib/model/prose'
import type { System } from '@/lib/model/system'
import { rowKeyOf } from '@/lib/model/system-key'
import { shownNames, systemLabel } from '@/lib/names/shown'
import type { Subject } from '@/lib/picture/subject'
import { sharedRank } from '@/lib/record/change'
import type { RecordList } from '@/lib/record/record'
import { rankLabel } from '@/lib/record/tie'
import { claimsHref } from '../claims/link'
import { verdictsSentence } from '../claims/shape'
import { rankHref } from '../lists/link'
import { told } from '../told'
import { STORY_LIST, type StoryAsked } from './ask'

/** Where and for whom the page is made. */
type Made = { phone: boolean }

const FOCUS = 'azure'

/** The systems of the focus on a list, by rank. */
const systemsOf = ({ comparison }: StoryAsked['compared']): readonly System[] =>
  comparison.groups.find(({ focus }) => focus)?.matches.map(({ system }) => system) ?? []

const rowLink = (
  label: string,
  list: RecordList,
  { rank }: System,
  theme: StoryAsked['theme'],
) => ({
  label,
  href: rankHref(list.id, rank, theme),
})

function chartOf(
  kind: string,
  subject: Subject,
  { phone }: Made,
  theme: StoryAsked['theme'],
): Chapter['chart'] {
  const place = { id: kind, kind }
  return shapeChart(place, subject, { theme, phone })
}

/** What the lists make of a statement of the article, with the way to its page. */
function verdictOf(id: string, { claims, theme }: StoryAsked): Told {
  const judged: Judged | undefined = claims.judged.find(({ claim }) => claim.id === id)
  if (!judged) return []
  const link = {
    label: verdictLine(judged),
    href: claimHref({ claim: id, list: judged.list, theme }),
  }
  return [link, '. ', ...told(joinedProse(findingsOf(judged), ' '), theme)]
}

function whereTheyStand(asked: StoryAsked, made: Made): Chapter {
  const { compared, list, theme } = asked
  const { comparison, subject, view } = compared
  return {
    id: 'where',
    title: 'Where they stand',
    paragraphs: [verdictOf('azure-five', asked), verdictOf('voyager-only-new', asked)],
    table: {
      caption: `The systems of Azure on the list of ${editionLabel(list.id)}`,
      columns: [
        { key: 'system', label: 'System' },
        { key: 'rank', label: 'Rank', numeric: true },
        { key: 'rmax', label: 'Rmax', numeric: true },
        { key: 'site', label: 'Site' },
        { key: 'country', label: 'Country', look: 'short' },
      ],
      rows: systemsOf(compared).map((system) => {
        const { country } = shownNames(system, list.id)
        return {
          key: String(system.rank),
          cells: [
            {
              label: systemLabel(system, list.id),
              href: systemHref(rowKeyOf(system, list.id), theme),
            },
            rowLink(rankLabel(system.rank, comparison.ties), list, system, theme),
            system.rmax === null ? null : formatFlopsPrinted(system.rmax),
            // As printed: the region of Azure, where the ledger’s name says Azure alone.
            system.site,
            country?.name ?? null,
          ],
        }
      }),
    },
    chart: chartOf('rank-rmax', subject, made, asked.theme),
    links: [{ label: 'Put others beside them', href: viewHref(view, { theme }) }],
  }
}

/** How the cores of a row divide: those of its accelerators, and the others. */
function coresTold({ list, theme }: StoryAsked, system: System): Told {
  const { cores, acceleratorCores } = system
  const name = systemLabel(system, list.id)
  if (cores === null || acceleratorCores === null)
    return [`The list does not say how the cores of ${name} divide.`]
  const [whole, own, rest] = [cores, acceleratorCores, cores - acceleratorCores].map(formatPrinted)
  return [
    'For ',
    { label: name, href: systemHref(rowKeyOf(system, list.id), theme) },
    ' the list counts ',
    rowLink(`${whole} cores`, list, system, theme),
    `, of which ${own} are units of its accelerators and ${rest} are cores of its processors. What is announced as “CPU cores” must be held against the smaller figure.`,
  ]
}

function whatTheyAreMadeOf(asked: StoryAsked): Chapter {
  const { compared, list, theme } = asked
  const systems = systemsOf(compared)
  const [first] = systems
  return {
    id: 'made-of',
    title: 'What they are made of',
    paragraphs: [verdictOf('voyager-parts', asked), ...(first ? [coresTold(asked, first)] : [])],
    table: {
      caption: 'Processors, accelerators and cores as the list prints them',
      columns: [
        { key: 'system', label: 'System' },
        { key: 'processor', label: 'Processor' },
        { key: 'accelerator', label: 'Accelerator' },
        { key: 'cores', label: 'Total cores', numeric: true },
        { key: 'accelerator-cores', label: 'Of accelerators', numeric: true },
        { key: 'cpu-cores', label: 'Of processors', numeric: true },
      ],
      rows: systems.map((system) => {
        const { cores, acceleratorCores } = system
        return {
          key: String(system.rank),
          cells: [
            rowLink(systemLabel(system, list.id), list, system, theme),
            system.processor,
            system.accelerator,
            cores === null ? null : formatPrinted(cores),
            acceleratorCores === null ? null : formatPrinted(acceleratorCores),
            cores === null || acceleratorCores === null
              ? null
              : formatPrinted(cores - acceleratorCores),
          ],
        }
      }),
    },
    chart: null,
    links: [],
  }
}

function whoElse(asked: StoryAsked, made: Made): Chapter {
  const { compared, list, theme } = asked
  const { comparison, subject } = compared
  const others = comparison.groups.filter(({ focus }) => !focus)
  return {
    id: 'beside',
    title: `Beside ${listed(others.map(({ organisation }) => organisation.label))}`,
    paragraphs: [
      verdictOf('meta-and-ibm-build', asked),
      ...others.map((group) => told(sentenceOf(group, comparison), theme)),
    ],
    table: null,
    chart: chartOf('totals', subject, made, asked.theme),
    links: [
      {
        label: 'What Microsoft runs besides',
        href: claimHref({
          claim: 'holds',
          who: 'Microsoft (Azure and Research)',
          n: String(systemsOf(compared).length),
          list: list.id,
          theme,
        }),
      },
    ],
  }
}

function whatBecame(asked: StoryAsked, made: Made): Chapter {
  const { compared, now, time, record, list, newest, theme } = asked
  const lives = systemsOf(compared).flatMap((system) => {
    const machine = record.machineOf(list, list.systems.indexOf(system))
    const last = machine?.appearances.at(-1)
    return machine && last ? [{ system, machine, last }] : []
  })
  const still = lives.filter(({ last }) => last.list === newest).length
  const [first] = lives
  const onNewest = { label: plain(headline(now.comparison)), href: viewHref(now.view, { theme }) }
  return {
    id: 'since',
    title: `Until ${editionLabel(newest.id)}`,
    paragraphs: [
      [
        `${still === lives.length ? `All ${countWord(still)}` : `Of the ${countWord(lives.length)}, ${countWord(still)}`} ${still === 1 ? 'is' : 'are'} still on the list of ${editionLabel(newest.id)}. `,
        ...(first ? told(historySentence(record, first.machine), theme) : []),
      ],
      [onNewest],
    ],
    table: {
      caption: 'The same systems, then and on the last list that has them',
      columns: [
        { key: 'system', label: 'System' },
        { key: 'then', label: `Rank in ${editionLabel(list.id)}`, numeric: true },
        { key: 'last', label: 'Last listed', look: 'short' },
        { key: 'now', label: 'Rank there', numeric: true },
      ],
      rows: lives.map(({ system, machine, last }) => ({
        key: machine.key,
        cells: [
          { label: systemLabel(system, list.id), href: systemHref(machine.key, theme) },
          rankLabel(system.rank, list.ties),
          editionLabel(last.list.id),
          rowLink(
            `${last.list.ties.get(last.system.rank) ? '=' : ''}${sharedRank(last)}`,
            last.list,
            last.system,
            theme,
          ),
        ],
      })),
    },
    chart: chartOf('over-time', time.subject, made, asked.theme),
    links: [],
  }
}

function milestones(asked: StoryAsked): Chapter {
  const all = allMilestonesOf(FOCUS)
  const years = all.map(({ at }) => at.slice(0, 4))
  return {
    id: 'milestones',
    title: `What happened beside the lists, ${years[0]} to ${years.at(-1)}`,
    paragraphs: [verdictOf('openai-2020', asked), verdictOf('nuance-and-meta-use-it', asked)],
    table: {
      caption: 'Milestones, oldest first',
      columns: [
        { key: 'when', label: 'When', look: 'short' },
        { key: 'what', label: 'What' },
      ],
      rows: all.map(({ at, when, what }) => ({ key: `${at} ${what}`, cells: [when, `${what}.`] })),
    },
    chart: null,
    links: [
      {
        label: 'Systems that were announced and are on no list',
        href: `${claimsHref({ list: STORY_LIST, theme: asked.theme })}#reported`,
      },
    ],
  }
}

/** The answer in a sentence, for the page and what is said of it elsewhere. */
export const storySentence = ({ compared }: StoryAsked): string =>
  plain(headline(compared.comparison))

/** The question of the story. */
export const storyTitle = ({ compared, list }: StoryAsked): string =>
  `Azure took ${countWord(systemsOf(compared).length)} places on the list of ${editionLabel(list.id)}. How true is that, how big is it, and who else is there?`

/** What the story shows: every figure of its text is computed from the lists, and leads to its rows. */
export function shapeStory(asked: StoryAsked, made: Made): ToldPageProps {
  const { claims, record, theme, notices } = asked
  const all: StoryLink = {
    label: verdictsSentence(claims),
    href: claimsHref({ list: STORY_LIST, theme }),
  }
  return {
    title: storyTitle(asked),
    lead: [...told(headline(asked.compared.comparison), theme), ' ', all],
    chapters: [
      whereTheyStand(asked, made),
      whatTheyAreMadeOf(asked),
      whoElse(asked, made),
      whatBecame(asked, made),
      milestones(asked),
    ],
    notices,
    source: listsLine(record.lists),
    theme,
    themes: themeLinks('/azure-2021', new URLSearchParams(), theme),
  }
}
