import { performance } from 'node:perf_hooks'

/** The middle of some numbers; of an even count, the mean of the two in the middle. */
export function median(numbers) {
  return quantile(numbers, 0.5)
}

/** The value below which the share `q` of the numbers lies, between neighbours in proportion. */
export function quantile(numbers, q) {
  const sorted = [...numbers].sort((a, b) => a - b)
  const at = (sorted.length - 1) * q
  const low = sorted[Math.floor(at)]
  const high = sorted[Math.ceil(at)]
  if (low === undefined || high === undefined) throw new Error('There is no number to choose from.')
  return low + (high - low) * (at - Math.floor(at))
}

/**
 * Measures several things in turns, so that whatever else the machine does meets all of them alike; every round begins
 * with another one.
 * @template T
 * @param {Readonly<Record<string, () => T | Promise<T>>>} variants
 * @param {{ rounds: number, warmups?: number }} options
 * @returns {Promise<Record<string, T[]>>} the samples of each, without those of the warming rounds.
 */
export async function inTurns(variants, { rounds, warmups = 1 }) {
  const names = Object.keys(variants)
  const samples = Object.fromEntries(names.map((name) => [name, []]))
  for (let round = -warmups; round < rounds; round++)
    for (let index = 0; index < names.length; index++) {
      const name = names[(index + Math.abs(round)) % names.length]
      const sample = await variants[name]()
      if (round >= 0) samples[name].push(sample)
    }
  return samples
}

/**
 * Makes of a short call one that is long enough for the clock: as many calls as take 30 ms, timed together.
 * @param {() => unknown} call
 * @returns {() => number} runs them, and gives the milliseconds of one.
 */
export function batched(call) {
  const begin = performance.now()
  call()
  let calls = Math.max(1, Math.ceil(30 / Math.max(performance.now() - begin, 0.001)))
  const run = () => {
    const from = performance.now()
    for (let index = 0; index < calls; index++) call()
    return performance.now() - from
  }
  // The first call was slow because it was the first.
  for (let tries = 0; tries < 5; tries++) {
    const taken = run()
    if (taken > 20) break
    calls = Math.ceil((calls * 30) / Math.max(taken, 0.01))
  }
  return () => run() / calls
}

/** A number with three digits that count, as people write it. */
export function figure(value) {
  if (value === 0) return '0'
  return value.toLocaleString('en', { maximumSignificantDigits: value >= 1000 ? 4 : 3 })
}

/** How many times one is the other: `1.18 ×`. */
export function times(value) {
  return `${value.toFixed(2)} ×`
}

/** What is aimed at, and whether it was reached. */
export function aim(what, found, limit) {
  return { what, found, limit, met: found <= limit }
}
