import { editionLabel } from '../model/edition'
import type { Difference } from './judge'
import type { ListState, Verdict } from './verify'

/** What a verdict says in words: how good it is, one line, then what follows from it. */
export type VerdictWords = {
  tone: 'good' | 'doubt' | 'bad'
  headline: string
  lines: readonly string[]
}

type Unknown = Exclude<Verdict['kind'], 'known' | 'unknown-view' | 'foreign'>

const NOT_OURS: Readonly<Record<Unknown, VerdictWords>> = {
  'no-picture': {
    tone: 'bad',
    headline: 'This file is neither a PNG nor an SVG picture.',
    lines: [
      'Only PNG and SVG files carry where they come from. Of a PDF or a CSV file, the link and the list’s version that stand in it can be followed by hand.',
    ],
  },
  'no-metadata': {
    tone: 'bad',
    headline: 'This picture does not come from here, or it was saved anew by another program.',
    lines: [
      'It has no metadata about the lists behind it. Screenshots, messengers and image editors drop that. Ask for the file as it was downloaded.',
    ],
  },
  broken: {
    tone: 'bad',
    headline:
      'This picture says that it comes from here, but what it says is not as this program writes it.',
    lines: ['Its metadata were damaged or made by somebody else. Do not rely on what it shows.'],
  },
}

const STATES: Readonly<Record<ListState['state'], string>> = {
  same: 'is the one that is shown now',
  older: 'is in the history; another version is shown now',
  unknown: 'was never saved here',
}

const listLine = ({ edition, version, hash, state }: ListState): string =>
  `The list of ${editionLabel(edition)}, version ${version} (${hash.slice(0, 8)}), from which it was drawn, ${STATES[state]}.`

/** More lists than these that are still the same are counted. */
const MOST_LISTS = 3

/** What became of the lists behind a picture: many that are the same in one line, each other one by itself. */
function listLines(lists: readonly ListState[]): string[] {
  const same = lists.filter(({ state }) => state === 'same')
  if (same.length <= MOST_LISTS) return lists.map(listLine)
  const others = lists.filter(({ state }) => state !== 'same')
  const of = others.length > 0 ? ` of the ${lists.length}` : ''
  return [
    ...others.map(listLine),
    `${same.length}${of} lists from which it was drawn are the ones that are shown now.`,
  ]
}

/** One difference as a sentence: `Microsoft Azure, Total Rmax, TFlop/s: 96,370 then, 90,000 now.` */
export function differenceWords({ row, column, drawn, now }: Difference): string {
  if (column === null)
    return now === null
      ? `${row}: was shown then, is not there now.`
      : `${row}: was not there then.`
  const value = (cell: string | number | null) =>
    cell === null
      ? 'nothing'
      : typeof cell === 'number'
        ? cell.toLocaleString('en-US', { maximumFractionDigits: 8 })
        : `“${cell}”`
  return `${row}, ${column}: ${value(drawn)} then, ${value(now)} now.`
}

type Known = Extract<Verdict, { kind: 'known' }>

/** The first of these that holds is what is said. */
const KNOWN: readonly {
  when: (verdict: Known) => boolean
  tone: VerdictWords['tone']
  headline: string
  line: string
}[] = [
  {
    when: ({ intact }) => !intact,
    tone: 'bad',
    headline: 'This file was changed after it was drawn.',
    line: 'Do not rely on what it shows. The view that it names is below, drawn from the lists now there.',
  },
  {
    when: ({ redrawn, agrees }) => redrawn === true && agrees,
    tone: 'good',
    headline: 'This picture is unchanged, and its figures are those of the current list.',
    line: 'Drawn again from the same list, it is the same byte for byte.',
  },
  {
    when: ({ redrawn }) => redrawn === true,
    tone: 'doubt',
    headline: 'This picture is unchanged, but the list has changed since it was drawn.',
    line: 'Drawn again from the list of then, it is the same byte for byte; from the current list, its figures are others.',
  },
  {
    when: ({ redrawn, agrees }) => redrawn === false && agrees,
    tone: 'doubt',
    headline:
      'This picture could not be drawn again the same; the figures that it names are those of the current list.',
    line: 'Another version of this program drew it, or somebody made it look so. Compare it with the picture below.',
  },
  {
    when: ({ redrawn }) => redrawn === false,
    tone: 'bad',
    headline: 'This picture could not be drawn again, and its figures are not those of the list.',
    line: 'Another version of this program drew it, or somebody made it look so. Use the picture below instead.',
  },
  {
    when: ({ agrees }) => agrees,
    tone: 'doubt',
    headline:
      'The list behind this picture was never saved here; the figures that it names are those of the current list.',
    line: 'Without that version of the list it cannot be drawn again, so nobody can say here whether it is unchanged. Compare it with the picture below.',
  },
  {
    when: () => true,
    tone: 'doubt',
    headline:
      'The list behind this picture was never saved here, and its figures are not those of the current list.',
    line: 'Without that version of the list it cannot be drawn again, so nobody can say here whether it is unchanged, or what changed.',
  },
]

/** What is told of a picture that was, by its own words, drawn elsewhere. */
function foreignWords({
  intact,
  origin,
  own,
}: Extract<Verdict, { kind: 'foreign' }>): VerdictWords {
  const whose = origin === null ? 'names no server that drew it' : `says that ${origin} drew it`
  return {
    tone: intact ? 'doubt' : 'bad',
    headline: intact
      ? `This picture ${whose}, which is not this server.`
      : `This file was changed after it was drawn, and it ${whose}.`,
    lines: [
      `This server is ${own} and can vouch only for its own pictures.${origin === null ? '' : ' Verify it there, if you trust that server.'}`,
    ],
  }
}

/** What a reader is told of a verdict. */
export function verdictWords(verdict: Verdict): VerdictWords {
  if (verdict.kind === 'foreign') return foreignWords(verdict)
  if (verdict.kind === 'unknown-view')
    return {
      tone: 'bad',
      headline: verdict.intact
        ? 'The view that this picture names is not known here.'
        : 'This file was changed after it was drawn, and the view that it names is not known here.',
      lines: [
        `It names ${verdict.view}. Its list was removed or was never saved here, or it names an organisation that is on no list.`,
      ],
    }
  if (verdict.kind !== 'known') return NOT_OURS[verdict.kind]
  const words = KNOWN.find(({ when }) => when(verdict))
  if (!words) throw new Error('Every verdict has its words.')
  const more = verdict.differing - verdict.differences.length
  return {
    tone: words.tone,
    headline: words.headline,
    lines: [
      words.line,
      ...listLines(verdict.lists),
      ...verdict.differences.map(differenceWords),
      ...(more > 0 ? [`${more} more figures differ.`] : []),
    ],
  }
}
