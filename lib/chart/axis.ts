import { scaleLinear, scaleLog } from 'd3-scale'
import { formatPrinted } from '../compare/figure'
import type { Axis, Tick } from './spec'

/** Where a value stands, in pixels of the frame. */
export type Place = (value: number) => number

const between = (from: number, to: number) => (value: number) =>
  value >= from * (1 - 1e-9) && value <= to * (1 + 1e-9)

/** Some digits times every power of ten around a span. */
function steps(from: number, to: number, digits: readonly number[]): number[] {
  const low = Math.floor(Math.log10(from))
  const high = Math.ceil(Math.log10(to))
  return Array.from({ length: high - low + 1 }, (_, i) => low + i).flatMap((power) =>
    digits.map((digit) => Number(`${digit}e${power}`)),
  )
}
const DECADES = [1]
const ROUND = [1, 2, 5]

/** The nearest 1, 2 or 5 times a power of ten that is not above, or not below, a value. */
export function roundOut(value: number, way: 'down' | 'up'): number {
  const candidates = steps(value / 10, value * 10, ROUND)
  return (
    (way === 'down'
      ? candidates.findLast((step) => step <= value)
      : candidates.find((step) => step >= value)) ?? value
  )
}

/** Ticks of a logarithmic axis: the decades with their doubles and fives, or where `room` is less, the decades alone. */
export function logTicks(domain: readonly [number, number], room: number): number[] {
  const within = between(domain[0], domain[1])
  const decades = steps(domain[0], domain[1], DECADES).filter(within)
  const all = steps(domain[0], domain[1], ROUND).filter(within)
  return decades.length >= 2 && all.length > room ? decades : all
}

/** A logarithmic axis with its scale. */
export function logAxis(input: {
  label: string
  domain: readonly [number, number]
  range: readonly [number, number]
  ticks: readonly number[]
  grid: boolean
  format?: (value: number) => string
}): { axis: Axis; place: Place } {
  const scale = scaleLog().domain(input.domain).range(input.range)
  return finish('log', scale, input)
}

/** A linear axis with its scale. */
export function linearAxis(input: {
  label: string
  domain: readonly [number, number]
  range: readonly [number, number]
  ticks: readonly number[]
  grid: boolean
  format?: (value: number) => string
}): { axis: Axis; place: Place } {
  const scale = scaleLinear().domain(input.domain).range(input.range)
  return finish('linear', scale, input)
}

function finish(
  kind: 'log' | 'linear',
  place: Place,
  input: {
    label: string
    domain: readonly [number, number]
    range: readonly [number, number]
    ticks: readonly number[]
    grid: boolean
    format?: (value: number) => string
  },
): { axis: Axis; place: Place } {
  const format = input.format ?? formatPrinted
  const ticks = input.ticks.map(
    (value): Tick => ({ value, label: format(value), at: place(value) }),
  )
  return {
    axis: {
      scale: kind,
      label: input.label,
      domain: input.domain,
      range: input.range,
      ticks,
      grid: input.grid,
    },
    place,
  }
}

/** The ranks of a list as an axis: 1 to the last, logarithmic or linear, fewer ticks in narrow frames. */
export function rankAxis(input: {
  scale: 'log' | 'linear'
  last: number
  range: readonly [number, number]
}): { axis: Axis; place: Place } {
  const width = Math.abs(input.range[1] - input.range[0])
  const last = Math.max(2, input.last)
  const common = {
    label: `Rank${input.scale === 'log' ? ', logarithmic' : ''}`,
    domain: [1, last] as const,
    range: input.range,
    grid: true,
  }
  if (input.scale === 'log') {
    const wanted = width < 420 ? [1, 10, 100] : [1, 2, 5, 10, 20, 50, 100, 200]
    return logAxis({ ...common, ticks: [...wanted.filter((rank) => rank < last * 0.6), last] })
  }
  const step = Math.max(1, roundOut(last / (width < 420 ? 3 : 6), 'up'))
  const ticks = [1]
  for (let rank = step; rank < last - step / 3; rank += step) if (rank > step / 3) ticks.push(rank)
  return linearAxis({ ...common, ticks: [...ticks, last] })
}
