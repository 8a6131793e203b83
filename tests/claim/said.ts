import type { Condition, Part, Question, SystemFigure } from '@/lib/claim/claim'
import type { EditionId } from '@/lib/model/edition'

type FigurePart = Extract<Part, { says: 'figure' }>

const COUNTRIES = {
  US: 'United States',
  CN: 'China',
  JP: 'Japan',
  DE: 'Germany',
  UK: 'United Kingdom',
  FR: 'France',
  KR: 'South Korea',
  IN: 'India',
} as const

type Country = keyof typeof COUNTRIES

const group = (by: string, name: string): Condition => ({ is: 'group', by, name })
const figure = (question: Question, stated: string, unit?: string): FigurePart => ({
  says: 'figure',
  question,
  stated,
  unit,
})

/** In a country. */
export const country = (key: Country) => group('country', COUNTRIES[key])
/** In a group of a dimension. */
export const of = group
/** So many systems. */
export const count = (stated: number, ...conditions: Condition[]) =>
  figure({ ask: 'systems', of: conditions }, String(stated))
/** So many systems in each country. */
export const countries = (stated: Partial<Record<Country, number>>) =>
  Object.entries(stated).map(([key, systems]) => count(systems, country(key as Country)))
/** So many systems of each maker. */
export const makers = (stated: Record<string, number>) =>
  Object.entries(stated).map(([name, systems]) => count(systems, group('manufacturer', name)))
/** So much of the number of systems, in percent. */
export const share = (stated: string, ...conditions: Condition[]) =>
  figure({ ask: 'share-of-systems', of: conditions }, stated)
/** So much of the list’s Rmax, in percent. */
export const performance = (stated: string, ...conditions: Condition[]) =>
  figure({ ask: 'share-of-rmax', of: conditions }, stated)
/** The Rmax of the whole list. */
export const sum = (stated: string, unit: string) => figure({ ask: 'rmax', of: [] }, stated, unit)
/** The Rmax of a rank. */
export const entry = (stated: string, unit: string, rank = 500) =>
  figure({ ask: 'rmax-of-rank', rank }, stated, unit)
/** So many systems of a petaflop or more. */
export const petaflops = (stated: number) => count(stated, { is: 'reaches', tflops: 1000 })
/** A figure of one system. */
export const row = (system: string, what: SystemFigure, stated: string, unit?: string) =>
  figure({ ask: 'figure', figure: what, system }, stated, unit)
/** By so many percent since another list. */
export const growth = (stated: string, since: EditionId, { question }: FigurePart) =>
  figure({ ask: 'growth', of: question, since }, stated)
/** The same on another list. */
export const on = (list: EditionId, ...parts: FigurePart[]): FigurePart[] =>
  parts.map((part) => ({ ...part, on: list }))
export const unlisted: Part = { says: 'unlisted', because: 'It is on no list.' }

/** With an accelerator at all. */
export const accelerated = group('accelerated', 'With an accelerator')
/** With accelerators of a maker, or of a family. */
export const accelerators = (name: string) => group('accelerator-maker', name)
export const generation = (name: string) => group('accelerator-family', name)
export const processors = (name: string) => group('processor-maker', name)
