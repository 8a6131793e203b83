import { scaleLinear, scaleLog } from 'd3-scale'
import { formatPrinted, inUnit, unitFor } from '../compare/figure'
import { roundOut, steps } from '../figure/axis'
import type { Axis, Value } from '../figure/figure'
import { yearsOf } from '../figure/time'

/** An axis with its values placed: where a value stands, and the ticks with their words. */
export type LaidAxis = {
  range: readonly [number, number]
  place: (value: Value) => number
  ticks: readonly { value: Value; at: number; label: string }[]
}

/** Where an axis runs, in pixels of the frame, and in which size its ticks are written. */
type Run = { range: readonly [number, number]; upright: boolean; size: number }

/** Lines of type between two ticks of an upright axis. */
const TICK_LINES = 1.75
/** Ems between two ticks of a level axis of any but ranks. */
const TICK_EMS = 4.2

/** How many ticks have room. */
const roomOf = ({ range, upright, size }: Run) =>
  Math.floor(Math.abs(range[1] - range[0]) / (size * (upright ? TICK_LINES : TICK_EMS)))

const between = (from: number, to: number) => (value: number) =>
  value >= from * (1 - 1e-9) && value <= to * (1 + 1e-9)

const DECADES = [1]
const ROUND = [1, 2, 5]

/** Powers of ten between the ticks of a logarithmic axis that has no room for all: whole units, where it can be. */
const POWERS = [1, 3, 6, 9]

/**
 * Ticks of a logarithmic axis: the decades with their doubles and fives, or where `room` is less, the decades alone,
 * or every third of them.
 */
export function logTicks(domain: readonly [number, number], room: number): number[] {
  const within = between(domain[0], domain[1])
  const decades = steps(domain[0], domain[1], DECADES).filter(within)
  const all = steps(domain[0], domain[1], ROUND).filter(within)
  if (decades.length < 2 || all.length <= room) return all
  const step = POWERS.find((one) => decades.length / one <= room) ?? 9
  return decades.filter((value) => Math.round(Math.log10(value)) % step === 0)
}

/** A level axis of ranks shorter than this has few ticks, and one of amounts shorter than that. */
const SHORT_RANKS = 420
const SHORT_AMOUNTS = 260

/** Ticks of an axis of ranks: the first, round ones, the last. */
function rankTicks(axis: Axis & { type: 'log' | 'linear' }, run: Run): number[] {
  const [first, last] = axis.domain
  const few = run.upright ? roomOf(run) < 9 : Math.abs(run.range[1] - run.range[0]) < SHORT_RANKS
  if (axis.type === 'log') {
    const wanted = steps(first, last, few ? DECADES : ROUND)
    return [first, ...wanted.filter((rank) => rank > first * 1.4 && rank < last * 0.6), last]
  }
  const step = Math.max(1, roundOut((last - first + 1) / (few ? 3 : 6), 'up'))
  const ticks = [first]
  for (let rank = Math.ceil(first / step) * step; rank < last - step / 3; rank += step)
    if (rank > first + step / 3) ticks.push(rank)
  return [...ticks, last]
}

/** Ticks of a linear axis, at steps that are round or those that the axis names. */
function linearTicks(axis: Axis & { type: 'log' | 'linear' }, run: Run): number[] {
  const [low, high] = axis.domain
  const few = Math.abs(run.range[1] - run.range[0]) < SHORT_AMOUNTS
  const span = high - low
  const wanted = span / (run.upright ? Math.max(2, Math.min(6, roomOf(run) / 2)) : few ? 2.2 : 4.4)
  const larger = roundOut(wanted, 'up')
  const fitting = larger <= span ? larger : roundOut(wanted, 'down')
  const round = axis.whole ? Math.max(1, fitting) : fitting
  const step = axis.steps
    ? (axis.steps.find((one) => one >= wanted) ?? axis.steps.at(-1) ?? round)
    : round
  const first = Math.ceil(low / step - 1e-9)
  const count = Math.floor(high / step + 1e-9) - first + 1
  return Array.from({ length: Math.max(0, count) }, (_, at) => (first + at) * step)
}

/** Years between the ticks of an axis of time; below one, every June and November has a tick. */
const YEARS = [1, 2, 5, 10]

function timeTicks({ domain: [from, to] }: Axis & { type: 'time' }, run: Run): string[] {
  const [low, high] = [yearsOf(from), yearsOf(to)]
  const first = Math.floor(low)
  const years = Array.from({ length: Math.ceil(high) - first + 1 }, (_, at) => first + at)
  const room = roomOf(run)
  const months = years
    .flatMap((year) => [`${year}-06`, `${year}-11`])
    .filter((month) => between(low, high)(yearsOf(month)))
  if (months.length <= Math.max(3, room / 2)) return months
  const step = YEARS.find((one) => (high - low) / one <= room) ?? 10
  return years
    .filter((year) => year % step === 0 && between(low, high)(year))
    .map((year) => `${year}-01`)
}

const MONTHS: Readonly<Record<string, string>> = { '06': 'June ', '11': 'Nov ' }

function ticksOf(axis: Axis, run: Run): readonly Value[] {
  if (axis.type === 'band') return axis.domain
  if (axis.type === 'time') return timeTicks(axis, run)
  if (axis.ends) return rankTicks(axis, run)
  return axis.type === 'log' ? logTicks(axis.domain, roomOf(run)) : linearTicks(axis, run)
}

/** A tick as it is written: numbers in the axis' unit, months as years where they stand for one. */
function wordsOf(axis: Axis, value: Value): string {
  if (typeof value === 'number' && axis.units) {
    const unit = unitFor(value, axis.units)
    return `${formatPrinted(Number(inUnit(value, unit).toPrecision(3)))} ${unit.unit}`.trim()
  }
  if (typeof value === 'number')
    return formatPrinted(
      Number(
        ((axis.sides ? Math.abs(value) : value) / axis.divisor).toPrecision(axis.ends ? 15 : 3),
      ),
    )
  if (axis.type !== 'time') return value
  const [year = '', month = ''] = value.split('-')
  return `${MONTHS[month] ?? ''}${year}`
}

/** The place of a value, in pixels of the frame. */
function placer(axis: Axis, range: readonly [number, number]): (value: Value) => number {
  if (axis.type === 'band') {
    const step = (range[1] - range[0]) / Math.max(1, axis.domain.length)
    return (value) => range[0] + step * (axis.domain.indexOf(String(value)) + 0.5)
  }
  if (axis.type === 'time') {
    const [from, to] = axis.domain
    const scale = scaleLinear()
      .domain([yearsOf(from), yearsOf(to)])
      .range(range)
    return (value) => scale(yearsOf(String(value)))
  }
  const scale = axis.type === 'log' ? scaleLog() : scaleLinear()
  scale.domain(axis.domain).range(range)
  return (value) => scale(Number(value))
}

/** Places an axis in a frame. @param run where it goes; see {@link Run}. */
export function layAxis(axis: Axis, run: Run): LaidAxis {
  const place = placer(axis, run.range)
  return {
    range: run.range,
    place,
    ticks: ticksOf(axis, run).map((value) => ({
      value,
      at: place(value),
      label: wordsOf(axis, value),
    })),
  }
}
