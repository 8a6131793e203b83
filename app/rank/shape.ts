import type { RankPageProps } from '@/components/story/rank-page'
import { formatFlopsPrinted, formatPrinted } from '@/lib/compare/figure'
import { type Fleet, noneWords, sumWords } from '@/lib/compare/fleet'
import { machineFirst } from '@/lib/compare/history'
import { type ListPlace, TOPS, takenBy, topSpans } from '@/lib/compare/places'
import { placeWords } from '@/lib/figure/rank-of'
import { listsLine, notesAsked, placesAsked } from '@/lib/figure/story'
import { hrefOf, writeLink } from '@/lib/link/link'
import { sumOf, writePerformance } from '@/lib/link/performance'
import { RANK, systemHref } from '@/lib/link/story'
import { DEFAULT_TIME_VIEW, timeHref } from '@/lib/link/time-view'
import { editionLabel } from '@/lib/model/edition'
import type { Lens } from '@/lib/model/organisation'
import { type Prose, plain, prose } from '@/lib/model/prose'
import { askedLink } from '@/lib/picture/story-subject'
import type { Subject } from '@/lib/picture/subject'
import { KNOWN_NAMES } from '../known-names'
import { listHref, rankHref } from '../lists/link'
import type { FollowedRank } from '../story'
import { pageLinks, shapeCharts, withTheme } from '../story-shape'
import { told } from '../told'

type Found = Extract<FollowedRank, { kind: 'rank' }>

/** What it would be on the newest list, in words. */
function now(last: ListPlace | undefined): string {
  if (!last) return 'There is no list yet'
  const list = `the list of ${editionLabel(last.list.id)}`
  if (!last.place) return `is below the last system of ${list}`
  const { rank, tied } = last.place
  return tied > 0 ? `ranks ${rank} on ${list}` : `would rank ${rank} on ${list}`
}

/** What an organisation's systems would be as one machine on the newest list; what is not on it cannot be added up. */
function fleetHeadline(fleet: Fleet, places: readonly ListPlace[]): Prose {
  const last = fleet.sums.at(-1)
  if (!last) return 'There is no list yet.'
  if (last.rmax === null)
    return prose`${noneWords(fleet)} on the list of ${editionLabel(last.list.id)}, so that there is nothing to add up.`
  return prose`${sumWords(fleet, last)} ${now(places.at(-1))}: a sum, not a valid HPL run.`
}

/** The answer in a sentence; the page’s title and description too. */
export function rankHeadline({ record, link, machine, fleet }: Found): Prose {
  const rmax = sumOf(link.rmax)
  const places = placesAsked({ record, rmax: link.rmax, fleet })
  if (fleet) return fleetHeadline(fleet, places)
  const figure = formatFlopsPrinted(rmax)
  const who = machine
    ? prose`${machineFirst(machine)}, with ${figure},`
    : link.rmax.parts.length > 1
      ? `${figure}, a sum of ${link.rmax.parts.length} systems,`
      : figure
  return prose`${who} ${now(places.at(-1))}.`
}

function spansOf(places: readonly ListPlace[]): RankPageProps['spans'] {
  return topSpans(places).map(({ top, until, still }) => ({
    label: `In the top ${top}`,
    value: until === null ? 'on no list' : still ? 'to this day' : `until ${editionLabel(until)}`,
    place: until === null ? null : firstOf(places, top),
  }))
}

/** Since when it would have been first. */
function firstOf(places: readonly ListPlace[], top: number): string | null {
  const first = places.filter(({ place }) => place && place.rank <= top).length
  return `on ${first} of ${places.length} lists`
}

/** The same systems one by one, on one list and through time, and those of the other lens. */
function fleetLinks({ organisation: { key, label }, lens }: Fleet, link: Found['link']) {
  const other: Lens = lens === 'built-by' ? 'run-by' : 'built-by'
  const { theme } = link
  return [
    {
      label: `The systems that ${label} ${other === 'built-by' ? 'built' : 'runs'} as one machine`,
      href: hrefOf('/rank', writeLink(RANK, { ...link, rmax: undefined, of: key, lens: other })),
    },
    {
      label: `${label} through time`,
      href: timeHref(DEFAULT_TIME_VIEW, { of: lens, metric: 'rmax', focus: key, theme }),
    },
  ]
}

const jsonHref = ({ link, fleet }: Found): string =>
  hrefOf(
    '/api/rank',
    new URLSearchParams(
      fleet
        ? { of: fleet.organisation.key, by: fleet.lens }
        : { rmax: writePerformance(link.rmax) },
    ),
  )

/** What the page `/rank` shows. */
export function shapeRank(found: Found, subject: Subject, phone: boolean): RankPageProps {
  const { record, link, machine, fleet, notices } = found
  const { rank, theme } = link
  const places = placesAsked({ ...found, ...link })
  const taken = takenBy(record, link.rank)
  const tookAt = new Map(taken.map(({ edition, value }) => [edition, value]))
  const other = link.axis === 'log' ? 'linear' : 'log'
  const asked = askedLink({ ...found, ...link })
  const axis = writeLink(RANK, { ...asked, rank, axis: other })
  const notes = notesAsked({ ...found, ...link })
  return {
    headline: told(rankHeadline(found), theme),
    warning: notes.length > 0 ? notes.join(' ') : null,
    form: {
      asked: fleet
        ? fleet.organisation.label
        : machine
          ? machine.key
          : writePerformance(link.rmax).replaceAll('+', ' + '),
      lens: link.lens,
      rank,
      known: KNOWN_NAMES,
      names: `/api/names?list=${record.lists.at(-1)?.id}`,
      kept: [
        ...(link.axis === 'log' ? [] : [{ name: 'axis', value: link.axis }]),
        ...(link.theme === 'system' ? [] : [{ name: 'theme', value: link.theme }]),
      ],
    },
    spans: spansOf(places),
    isFleet: fleet !== null,
    lines: places.toReversed().map((one) => {
      const sum = fleet?.sums[one.list.index]
      const took = tookAt.get(one.list.id)
      const row = one.list.systems.find(({ rank }) => rank === one.place?.rank)
      return {
        list: {
          label: editionLabel(one.list.id),
          href: row
            ? rankHref(one.list.id, row.rank, link.theme)
            : listHref(one.list.id, { theme: link.theme }),
        },
        systems: sum ? formatPrinted(sum.systems.length) : null,
        sum: sum?.rmax == null ? null : formatPrinted(sum.rmax),
        rank: placeWords(one),
        took: took === undefined ? null : formatPrinted(took),
      }
    }),
    rankColumn: `What rank ${link.rank} took`,
    links: [
      ...(machine
        ? [{ label: plain(machineFirst(machine)), href: systemHref(machine.key, theme) }]
        : []),
      ...(fleet ? fleetLinks(fleet, link) : []),
      {
        label: other === 'log' ? 'Ranks on a logarithmic axis' : 'Ranks on a linear axis',
        href: withTheme('/rank', axis, link.theme),
      },
      ...TOPS.filter((top) => top !== link.rank).map((top) => ({
        label: `What rank ${top} took`,
        href: withTheme(
          '/rank',
          writeLink(RANK, { ...asked, rank: top, axis: link.axis }),
          link.theme,
        ),
      })),
      { label: 'JSON', href: jsonHref(found) },
    ],
    charts: shapeCharts(subject, phone, link.theme),
    notices,
    source: listsLine(record.lists),
    theme: link.theme,
    themes: pageLinks(subject, link.theme).themes,
  }
}
