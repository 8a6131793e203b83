import type { EditionId } from './edition'

/** Which field says whose a system is. */
export type Lens = 'built-by' | 'run-by'

/** The fields that name an organisation. */
export type AliasField = 'manufacturer' | 'site' | 'country'

/** One name under which an organisation stands in the lists, in all its spellings. */
export type Alias = {
  field: AliasField
  /**
   * The name that the ledger of names gives to what is printed, or, where `match` says so, how that or the printed
   * text begins. Letter case and accents count.
   */
  name: string
  /** `partner`: the whole name, or one of the partners of a joint one (`IBM / NVIDIA / Mellanox`). */
  match: 'exact' | 'prefix' | 'partner'
  /** A second field that must hold a name, where the first does not say enough (`Self-made` at the site `Facebook`). */
  where?: { field: AliasField; name: string }
  /** First and last list on which the name means this organisation; open where absent. */
  from?: EditionId
  to?: EditionId
  /** Why this name belongs here, where it is not evident. */
  because?: string
}

/** A shape that tells organisations apart where colour cannot. */
export type Shape = 'circle' | 'square' | 'diamond' | 'triangle'

/** Names of colours; `scene/palette` gives each its light and dark value. */
export type Hue = 'blue' | 'orange' | 'green' | 'red' | 'purple' | 'sky' | 'brown' | 'pink'

/** Somebody who builds or runs systems, under all the names that the lists give. */
export type Organisation = {
  /** Stable key for URLs: a kebab-case word for known ones, `manufacturer:…`, `site:…` or `country:…` for any name of a list. */
  key: string
  label: string
  hue: Hue
  shape: Shape
  aliases: readonly Alias[]
  /** One sentence for the reader where the name hides a choice, e.g. what is not counted. */
  note?: string
}
