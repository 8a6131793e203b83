import type { Comparison, Group } from '../compare/comparison'
import { jointNote } from '../compare/headline'
import { HUES, SHAPES } from '../compare/organisations'
import { mixedNote } from '../compare/title'
import { editionLabel } from '../model/edition'
import type { Hue, Organisation } from '../model/organisation'
import type { Prose } from '../model/prose'
import { type Figure, REST, type Series } from './figure'

/** What is asked of a kind of chart. */
export type Asked = {
  comparison: Comparison
  /** The scale of ranks. */
  axis: 'log' | 'linear'
  /** Absolute address of the view; null where the chart stands on its page. */
  permalink: string | null
}

type Look = Pick<Organisation, 'hue' | 'shape'>

/** From an entry of a list on, then from its beginning. */
function fromOn<T>(all: readonly T[], first: T): T[] {
  const at = Math.max(0, all.indexOf(first))
  return [...all.slice(at), ...all.slice(0, at)]
}

/** The first look from an organisation's own on that leaves it apart from others: by a colour that they have least. */
function freeLook({ hue, shape }: Look, taken: readonly Look[]): Look {
  const uses = (one: Hue) => taken.filter((look) => look.hue === one).length
  const least = Math.min(...HUES.map(uses))
  const free = fromOn(HUES, hue).find((one) => uses(one) === least) ?? hue
  const used = taken.flatMap((look) => (look.hue === free ? [look.shape] : []))
  return { hue: free, shape: fromOn(SHAPES, shape).find((one) => !used.includes(one)) ?? shape }
}

/**
 * Colour and shape of each organisation. Those with a row of their own keep theirs in every chart; a name picked from a
 * list, whose look follows from its letters, gives way to those before it, as two alike could not be told apart.
 */
export function looksOf(all: readonly (Look & { key: string })[]): ReadonlyMap<string, Look> {
  const picked = (key: string) => key.includes(':')
  const looks = new Map<string, Look>()
  for (const own of all.filter(({ key }) => !picked(key))) looks.set(own.key, own)
  for (const one of all.filter(({ key }) => picked(key)))
    looks.set(one.key, freeLook(one, [...looks.values()]))
  return looks
}

/** The series of a comparison as they are drawn: the grey rest, then those with most systems, that few cover none, and the focus on top. */
export function seriesOf(comparison: Comparison): Series[] {
  const byCount = [...comparison.groups].sort((a, b) => b.matches.length - a.matches.length)
  const looks = looksOf(comparison.groups.map(({ organisation }) => organisation))
  const groups = byCount.map(({ organisation, focus }): Series => {
    const { hue, shape } = looks.get(organisation.key) ?? organisation
    return { key: organisation.key, label: organisation.label, colour: hue, shape, focus }
  })
  return [
    { key: REST, label: 'All others', colour: 'context', shape: 'circle', focus: false },
    ...groups.filter(({ focus }) => !focus),
    ...groups.filter(({ focus }) => focus),
  ]
}

/** The focus of a comparison; a comparison always has one. */
export function focusOf(comparison: Comparison): Group | undefined {
  return comparison.groups.find(({ focus }) => focus)
}

/** The line that says where the figures come from. */
export function sourceLine(comparison: Comparison): string {
  const version =
    comparison.version === 0 ? 'as published' : `version ${comparison.version} uploaded here`
  return `Source: TOP500 list no. ${comparison.number}, ${editionLabel(comparison.edition)} (${version}, ${comparison.hash.slice(0, 8)}).`
}

/** The notes that every chart of a comparison carries. */
export function commonNotes(comparison: Comparison): Prose[] {
  return [mixedNote(comparison), jointNote(comparison)].filter((note) => note !== null)
}

/** The parts of a figure that do not depend on the kind. */
export function commonParts({
  comparison,
  permalink,
}: Asked): Pick<Figure, 'source' | 'permalink' | 'lists' | 'series'> {
  return {
    source: sourceLine(comparison),
    permalink,
    lists: [{ edition: comparison.edition, version: comparison.version, hash: comparison.hash }],
    series: seriesOf(comparison),
  }
}
