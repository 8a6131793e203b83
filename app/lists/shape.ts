import type { EditionChoice } from '@/components/lists/edition-choice'
import { formatMoment, formatVersion } from '@/components/lists/format'
import type { HiddenLine, ListLine, ListsPageProps } from '@/components/lists/lists-page'
import type { ThemeLink } from '@/components/theme-links'
import { counted, formatFlops, formatPrinted, listed } from '@/lib/compare/figure'
import { DEFAULT_VIEW, viewHref } from '@/lib/link/view'
import { type EditionId, editionLabel, editionNumber, editionOfNumber } from '@/lib/model/edition'
import type { Hidden, Version } from '@/lib/store/store'
import { type ListsLink, listHref, listsHref } from './link'

const THEMES: readonly { value: ListsLink['theme']; label: string }[] = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

/**
 * The links that choose a theme and leave the rest of the link as it is.
 * @param hrefOf the same page's link in a theme.
 */
export function shapeThemes(
  link: Pick<ListsLink, 'theme'>,
  hrefOf: (theme: ListsLink['theme']) => string,
): ThemeLink[] {
  return THEMES.map(({ value, label }) => ({
    label,
    href: hrefOf(value),
    now: link.theme === value,
  }))
}

const decadeOf = (edition: EditionId) => `${edition.slice(0, 3)}0s`

/** Where a version comes from, and since when. */
function origin(version: Version): string {
  return version.keptAt === null
    ? formatVersion(version)
    : `${formatVersion(version)}, saved ${formatMoment(version.keptAt)}`
}

function shapeLine(version: Version, link: ListsLink): ListLine {
  const { edition, systems, rmaxSum } = version
  return {
    edition,
    label: editionLabel(edition),
    number: editionNumber(edition),
    systems: formatPrinted(systems),
    rmaxSum: formatFlops(rmaxSum),
    origin: origin(version),
    compare: viewHref(DEFAULT_VIEW, { list: edition, theme: link.theme }),
    list: listHref(edition, { theme: link.theme }),
    history: listsHref(edition, { theme: link.theme }),
  }
}

/** Runs of lists that are not available between the first of all and the newest available: `June 1994 to June 1996`. */
function gapsBetween(current: readonly Version[]): { count: number; runs: string[] } {
  const have = new Set(current.map(({ edition }) => editionNumber(edition)))
  const newest = Math.max(0, ...have)
  const runs: { from: number; to: number }[] = []
  for (let number = 1; number < newest; number++) {
    if (have.has(number)) continue
    const last = runs.at(-1)
    if (last && last.to === number - 1) last.to = number
    else runs.push({ from: number, to: number })
  }
  const name = (number: number) => {
    const edition = editionOfNumber(number)
    return edition ? editionLabel(edition) : ''
  }
  return {
    count: runs.reduce((sum, { from, to }) => sum + to - from + 1, 0),
    runs: runs.map(({ from, to }) => (from === to ? name(from) : `${name(from)} to ${name(to)}`)),
  }
}

function formatGaps(current: readonly Version[]): string | null {
  const { count, runs } = gapsBetween(current)
  return count === 0
    ? null
    : `${counted(count, 'list')} up to the newest of them ${count === 1 ? 'is' : 'are'} not available: ${listed(runs)}.`
}

const WHY: Readonly<Record<Hidden['why'], (hidden: Hidden) => string>> = {
  removed: ({ keptAt }) =>
    `removed${keptAt === null ? '' : ` ${formatMoment(keptAt)}`}; its versions restore it.`,
  damaged: () =>
    'its newest version is damaged where it is stored. Restore an older one from its versions, or upload the list again.',
}

const shapeHidden = (hidden: Hidden, link: ListsLink): HiddenLine => ({
  label: editionLabel(hidden.edition),
  words: WHY[hidden.why](hidden),
  history: listsHref(hidden.edition, { theme: link.theme }),
})

/** Every list that there may be by now, newest first. @param now the year of the reader. */
function choices(current: readonly Version[], now: number): EditionChoice[] {
  const year = Math.max(now, ...current.map(({ edition }) => Number(edition.slice(0, 4))))
  const all: EditionChoice[] = []
  for (let number = 1; ; number++) {
    const edition = editionOfNumber(number)
    if (!edition || Number(edition.slice(0, 4)) > year) return all.reverse()
    all.push({ value: edition, label: editionLabel(edition) })
  }
}

/** What the page of all lists shows of the store. */
export function shapeLists(
  current: readonly Version[],
  hidden: readonly Hidden[],
  link: ListsLink,
  year: number,
): Omit<ListsPageProps, 'access' | 'upload' | 'writers'> {
  const decades = new Map<string, ListLine[]>()
  for (const version of current.toReversed()) {
    const decade = decadeOf(version.edition)
    decades.set(decade, [...(decades.get(decade) ?? []), shapeLine(version, link)])
  }
  const [oldest] = current
  const newest = current.at(-1)
  return {
    headline:
      oldest && newest
        ? `${counted(current.length, 'list')}, ${editionLabel(oldest.edition)} to ${editionLabel(newest.edition)}`
        : 'No lists yet',
    gaps: formatGaps(current),
    decades: [...decades].map(([label, lines]) => ({ label, lines })),
    hidden: hidden.map((one) => shapeHidden(one, link)),
    editions: choices(current, year),
    signIn: link.signIn,
    here: listsHref(null, { theme: link.theme }),
    theme: link.theme,
    themes: shapeThemes(link, (theme) => listsHref(null, { theme })),
  }
}
