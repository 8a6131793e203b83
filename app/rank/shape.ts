import type { RankPageProps } from '@/components/story/rank-page'
import { formatFlopsPrinted, formatPrinted } from '@/lib/compare/figure'
import { machineFirst } from '@/lib/compare/history'
import { type ListPlace, placesOf, TOPS, takenBy, topSpans } from '@/lib/compare/places'
import { placeWords } from '@/lib/figure/rank-of'
import { FLEET_NOTE, listsLine } from '@/lib/figure/story'
import { writeLink } from '@/lib/link/link'
import { sumOf, writePerformance } from '@/lib/link/performance'
import { RANK, systemHref } from '@/lib/link/story'
import { editionLabel } from '@/lib/model/edition'
import type { Subject } from '@/lib/picture/subject'
import { listHref } from '../lists/link'
import type { FollowedRank } from '../story'
import { pageLinks, shapeCharts, withTheme } from '../story-shape'

type Found = Extract<FollowedRank, { kind: 'rank' }>

/** What it would be on the newest list, in words. */
function now(last: ListPlace | undefined): string {
  if (!last) return 'There is no list yet'
  const list = `the list of ${editionLabel(last.list.id)}`
  if (!last.place) return `is below the last system of ${list}`
  const { rank, tied } = last.place
  return tied > 0 ? `ranks ${rank} on ${list}` : `would rank ${rank} on ${list}`
}

/** The answer in a sentence; the page’s title and description too. */
export function rankHeadline({ record, link, machine }: Found): string {
  const rmax = sumOf(link.rmax)
  const places = placesOf(record, rmax)
  const figure = formatFlopsPrinted(rmax)
  const who = machine
    ? `${machineFirst(machine)}, with ${figure},`
    : link.rmax.parts.length > 1
      ? `${figure}, a sum of ${link.rmax.parts.length} systems,`
      : figure
  return `${who} ${now(places.at(-1))}.`
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

/** What the page `/rank` shows. */
export function shapeRank(found: Found, subject: Subject, phone: boolean): RankPageProps {
  const { record, link, machine, notices } = found
  const places = placesOf(record, sumOf(link.rmax))
  const taken = takenBy(record, link.rank)
  const tookAt = new Map(taken.map(({ edition, value }) => [edition, value]))
  const other = link.axis === 'log' ? 'linear' : 'log'
  const asked = machine ? { system: machine.key } : { rmax: link.rmax }
  const axis = writeLink(RANK, { ...asked, rank: link.rank, axis: other })
  return {
    headline: rankHeadline(found),
    warning: link.rmax.parts.length > 1 ? FLEET_NOTE : null,
    form: {
      rmax: machine ? machine.key : writePerformance(link.rmax).replaceAll('+', ' + '),
      rank: link.rank,
      kept: [
        ...(link.axis === 'log' ? [] : [{ name: 'axis', value: link.axis }]),
        ...(link.theme === 'system' ? [] : [{ name: 'theme', value: link.theme }]),
      ],
    },
    spans: spansOf(places),
    lines: places.toReversed().map((one) => {
      const took = tookAt.get(one.list.id)
      const row = one.list.systems.find(({ rank }) => rank === one.place?.rank)
      return {
        list: {
          label: editionLabel(one.list.id),
          href: `${listHref(one.list.id, { theme: link.theme })}${row ? `#rank-${row.rank}` : ''}`,
        },
        rank: placeWords(one),
        took: took === undefined ? null : formatPrinted(took),
      }
    }),
    rankColumn: `What rank ${link.rank} took`,
    links: [
      ...(machine
        ? [{ label: machineFirst(machine), href: systemHref(machine.key, link.theme) }]
        : []),
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
      { label: 'JSON', href: `/api/rank?rmax=${encodeURIComponent(writePerformance(link.rmax))}` },
    ],
    charts: shapeCharts(subject, phone),
    notices,
    source: listsLine(record.lists),
    theme: link.theme,
    themes: pageLinks(subject, link.theme).themes,
  }
}
