import { counted, formatPrinted } from '../compare/figure'
import { editionLabel } from '../model/edition'
import { eachOnce, type Prose, prose } from '../model/prose'
import type { Condition, Part, Question, SystemFigure } from './claim'
import { type Place, systemsSaid } from './condition'
import { answer, inWritten } from './question'
import { readingsOf } from './reading'
import { agreement, type Written } from './written'

type FigurePart = Extract<Part, { says: 'figure' }>

/** The most of them that are told. */
const MOST = 3

/** Whether another question, or the same of another list, comes to the figure that is stated. */
function fits(question: Question, part: FigurePart, written: Written, place: Place): Prose | null {
  for (const reading of readingsOf(question)) {
    const said = answer(question, { ...place, reading })
    const exact = said.value === null ? null : inWritten(said.value, said.unit, part.unit)
    if (exact === null || agreement(written, exact) === 'none') continue
    const unit = part.unit ?? said.unit
    return prose`${said.words} is ${written.text}${unit && ` ${unit}`}${reading.words && `, ${reading.words}`}.`
  }
  return null
}

/** The same asked of the lists before and after. */
function neighbours({ question }: FigurePart, { record, list }: Place): [Question, Place][] {
  return [record.lists[list.index - 1], record.lists[list.index + 1]].flatMap((beside) =>
    beside ? [[question, { record, list: beside }] as [Question, Place]] : [],
  )
}

/** The same figure of other groups of the kind: another country would be chance, the whole of a family is not. */
const WIDER: Readonly<Record<string, Condition>> = {
  'accelerator-maker': { is: 'group', by: 'accelerated', name: 'With an accelerator' },
  'accelerator-family': { is: 'group', by: 'accelerated', name: 'With an accelerator' },
}

/** Figures of one system that are taken for one another. */
const TAKEN_FOR: Readonly<Partial<Record<SystemFigure, readonly SystemFigure[]>>> = {
  'cpu-cores': ['cores'],
  cores: ['cpu-cores'],
  rmax: ['rpeak', 'hpcg'],
  rpeak: ['rmax'],
}

/** Shares are taken for one another, and so are a part and its whole. */
function others({ question }: FigurePart, place: Place): [Question, Place][] {
  if (question.ask === 'figure')
    return (TAKEN_FOR[question.figure] ?? []).map((figure) => [{ ...question, figure }, place])
  if (!('of' in question) || question.ask === 'growth') return []
  const swapped: Question[] =
    question.ask === 'share-of-rmax'
      ? [{ ...question, ask: 'share-of-systems' }]
      : question.ask === 'share-of-systems'
        ? [{ ...question, ask: 'share-of-rmax' }]
        : []
  const wider = question.of.flatMap((condition, at): Question[] => {
    const whole = condition.is === 'group' ? WIDER[condition.by] : undefined
    return whole ? [{ ...question, of: question.of.with(at, whole) }] : []
  })
  const lens = question.of.flatMap((condition, at): Question[] =>
    condition.is === 'organisation' && condition.lens
      ? [{ ...question, of: question.of.with(at, { is: 'organisation', key: condition.key }) }]
      : [],
  )
  return [...swapped, ...wider, ...lens].map((one) => [one, place])
}

/** `219 is stated; the list of June 2019 has 220`, where the nearest way to count is off by no more than two. */
function offByFew({ question }: FigurePart, written: Written, place: Place): Prose[] {
  if (question.ask !== 'systems') return []
  const counts = readingsOf(question).flatMap((reading) => {
    const { value } = answer(question, { ...place, reading })
    return value === null ? [] : [{ value, reading, off: Math.abs(value - written.value) }]
  })
  const [nearest] = counts.sort((a, b) => a.off - b.off)
  if (!nearest || nearest.off > 2) return []
  const { value, off, reading } = nearest
  const how = counts.some((one) => one.value !== value) ? `, ${reading.words}` : ''
  return [
    prose`Off by ${counted(off, 'system')}: ${written.text} is stated, and the list of ${editionLabel(place.list.id)} has ${formatPrinted(value)} ${systemsSaid(question.of, reading, place.list.id, value)}${how}.`,
  ]
}

/** What a false figure might have meant: another way to count, the list before or after, the figure beside it. */
export function nearMisses(part: FigurePart, written: Written, place: Place): Prose[] {
  if (part.is && part.is !== 'exactly') return []
  const elsewhere = [...others(part, place), ...neighbours(part, place)].flatMap(
    ([question, where]): readonly Prose[] => {
      const fit = fits(question, part, written, where)
      return fit === null ? [] : [fit]
    },
  )
  return eachOnce([...offByFew(part, written, place), ...elsewhere]).slice(0, MOST)
}
