import type { ComposedField, ComposeFormProps } from '@/components/claims/compose-form'
import { FIELDS, type FieldKey, type Offered } from '@/lib/claim/fields'
import { holderNamed, KINDS_OF_SYSTEMS } from '@/lib/claim/names'
import { type AnyPattern, type Faults, PATTERNS } from '@/lib/claim/pattern'
import { suggestions } from '@/lib/compare/suggest'
import { type ClaimLink, claimHref } from '@/lib/link/claim'
import { type EditionId, editionLabel } from '@/lib/model/edition'
import type { RecordList } from '@/lib/record/record'

/** More names than these are not offered; any other is understood when it is typed. */
const MOST_OFFERED = 120

const some = (texts: readonly (string | null)[]) =>
  [...new Set(texts.flatMap((text) => text ?? []))].slice(0, MOST_OFFERED)

const holders = (list: RecordList) =>
  suggestions(list).flatMap(({ kind, label }) =>
    kind !== 'site' && holderNamed(label) ? label : [],
  )

const kinds = () => KINDS_OF_SYSTEMS.map(({ text }) => text)

/** THE table of what is offered while somebody types. */
const OFFERS: Readonly<Record<Offered, (list: RecordList) => readonly string[]>> = {
  holders: (list) => some(holders(list)),
  kinds: () => some(kinds()),
  both: (list) => some([...kinds().slice(0, 40), ...holders(list)]),
  systems: ({ systems }) => some(systems.map(({ name }) => name)),
  parts: ({ systems }) =>
    some(
      systems.flatMap(({ accelerator, interconnect, processor }) => [
        accelerator === 'None' ? null : accelerator,
        interconnect,
        processor,
      ]),
    ),
}

function shapeField(
  key: FieldKey,
  link: Partial<ClaimLink>,
  fault: string | undefined,
  list: RecordList,
  lists: readonly EditionId[],
): ComposedField {
  const field = FIELDS[key]
  const choices = field.isList
    ? lists.toReversed().map((id) => ({ value: id, label: editionLabel(id) }))
    : field.choices
  return {
    key,
    label: field.label,
    value: link[key] ?? '',
    fault: fault ?? null,
    choices: choices ?? null,
    offered: field.offers ? OFFERS[field.offers](list) : [],
    placeholder: field.placeholder ?? '',
    isFigure: field.isFigure ?? false,
  }
}

/** The form of a pattern, with what was filled in, and the links to the others. */
export function shapeForm(
  pattern: AnyPattern,
  link: Pick<ClaimLink, 'list' | 'theme'> & Partial<ClaimLink>,
  faults: Faults,
  list: RecordList,
  lists: readonly EditionId[],
  open = false,
): ComposeFormProps {
  const { theme } = link
  return {
    action: `/claims/${pattern.key}`,
    label: pattern.label,
    fields: pattern.fields.map((key) => shapeField(key, link, faults[key], list, lists)),
    list: list.id,
    lists: lists.toReversed().map((id) => ({ value: id, label: editionLabel(id) })),
    theme,
    open,
    patterns: PATTERNS.map(({ key, label }) => ({
      label,
      href: claimHref({ claim: key, list: list.id, theme }),
      now: key === pattern.key,
    })),
  }
}
