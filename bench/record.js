import { performance } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { ROOT } from '../scripts/run.js'
import { load } from './lib.js'
import { aim, batched, figure, median, times } from './measure.js'

export const title = 'All lists together'

/** How many times all lists stand beside one another; each copy is of other years and other systems. */
const COPIES = [1, 10]
/** Years from a copy to the next. */
const YEARS = 34

setFlagsFromString('--expose_gc')
const collect = runInNewContext('gc')

/** Megabytes that are held. */
function held() {
  collect()
  collect()
  return process.memoryUsage().heapUsed / 1024 ** 2
}

/** A list as another copy has it: its rows anew, so that nothing that was kept for a list answers for them. */
function copyOf(edition, copy, count, round) {
  const year = Number(edition.id.slice(0, 4)) + YEARS * copy
  return {
    ...edition,
    id: `${year}${edition.id.slice(4)}`,
    number: edition.number + count * copy,
    version: { ...edition.version, hash: `${edition.version.hash}-${copy}-${round}` },
    systems: edition.systems.map((system) => ({
      ...system,
      systemId: system.systemId === null ? null : `${system.systemId}${copy || ''}`,
    })),
  }
}

const VIEWS = {
  'share by country': 'metric=share&of=country',
  'systems by maker': 'metric=systems&of=manufacturer',
  'Azure beside others': 'metric=rmax&of=built-by',
}

/** @param {{ rounds?: number }} options how often each cold view is taken. */
export async function measure({ rounds = 5 }) {
  process.chdir(ROOT)
  const { openBundled, buildRecord, answerTime, parseTimeView, questionOf, ANY_NAME } = await load(
    'record',
    `export { openBundled } from './lib/store/bundled'; export { buildRecord } from './lib/record/record';
     export { answerTime } from './lib/compare/time'; export { parseTimeView, questionOf } from './lib/link/time-view';
     export { ANY_NAME } from './lib/link/view'`,
  )
  const bundled = openBundled()
  const from = performance.now()
  const editions = bundled.versions().flatMap(({ edition }) => bundled.edition(edition) ?? [])
  const reading = performance.now() - from
  const lists = (copies, round) =>
    Array.from({ length: copies }, (_, copy) =>
      editions.map((edition) => copyOf(edition, copy, editions.length, round)),
    ).flat()
  const question = (query) => {
    const known = { lists: editions.map(({ id }) => id), names: ANY_NAME }
    return questionOf(parseTimeView(Object.fromEntries(new URLSearchParams(query)), known).view)
  }
  const views = Object.entries(VIEWS).map(([label, query]) => ({ label, asked: question(query) }))

  const found = []
  for (const copies of COPIES) {
    const before = held()
    const rows = lists(copies, 'held')
    const parsed = held()
    let record = buildRecord(rows)
    for (const { asked } of views) answerTime(record, asked)
    const answered = held()
    const warm = views.map(({ asked }) => {
      const call = batched(() => answerTime(record, asked))
      return median(Array.from({ length: rounds }, call))
    })
    record = null
    const cold = { build: [], views: views.map(() => []) }
    const added = { build: [], views: views.map(() => []) }
    for (let round = 0; round < rounds; round++) {
      const fresh = lists(copies, round)
      const begin = performance.now()
      const built = buildRecord(fresh)
      cold.build.push(performance.now() - begin)
      for (const [at, { asked }] of views.entries()) {
        const start = performance.now()
        answerTime(built, asked)
        cold.views[at]?.push(performance.now() - start)
      }
      const newest = copyOf(editions.at(-1), copies, editions.length, round)
      const again = performance.now()
      const longer = buildRecord([...fresh, newest])
      added.build.push(performance.now() - again)
      for (const [at, { asked }] of views.entries()) {
        const start = performance.now()
        answerTime(longer, asked)
        added.views[at]?.push(performance.now() - start)
      }
    }
    found.push({
      count: rows.length,
      build: median(cold.build),
      cold: cold.views.map(median),
      warm,
      added: { build: median(added.build), views: added.views.map(median) },
      memory: { rows: parsed - before, record: answered - parsed },
    })
  }
  const [small, large] = found
  const ms = (value) => `${figure(value)} ms`
  const kb = ({ memory, count }, part) => `${figure((memory[part] * 1024) / count)} KB`
  const grown = large.count / small.count
  return {
    conditions: `All ${small.count} lists, and ${COPIES.at(-1)} copies of them in other years with other System IDs, from parsed rows in memory; medians of ${rounds} rounds, nothing drawn. Reading and parsing the ${small.count} lists took ${ms(reading)} before. A cold view is the first that asks so; the first of all also measures every group. One list later, another list was added to a record whose views had been asked; a warm view is the same question again.`,
    tables: [
      {
        columns: ['what', `${small.count} lists`, `${large.count} lists`, 'growth'],
        rows: [
          [
            'the record: every system linked through time',
            ms(small.build),
            ms(large.build),
            times(large.build / small.build),
          ],
          [
            'the record, one list later',
            ms(small.added.build),
            ms(large.added.build),
            times(large.added.build / small.added.build),
          ],
          ...views.flatMap(({ label }, at) => [
            [
              `${label}, cold`,
              ms(small.cold[at]),
              ms(large.cold[at]),
              times(large.cold[at] / small.cold[at]),
            ],
            [
              `${label}, one list later`,
              ms(small.added.views[at]),
              ms(large.added.views[at]),
              times(large.added.views[at] / small.added.views[at]),
            ],
            [
              `${label}, warm`,
              ms(small.warm[at]),
              ms(large.warm[at]),
              times(large.warm[at] / small.warm[at]),
            ],
          ]),
          ['memory of a list: its rows', kb(small, 'rows'), kb(large, 'rows'), ''],
          [
            'memory of a list: links, ties and kept answers',
            kb(small, 'record'),
            kb(large, 'record'),
            '',
          ],
        ],
      },
    ],
    aims: [
      ...[small, large].flatMap(({ count, warm }) =>
        views.map(({ label }, at) => aim(`${label} over ${count} lists, warm, ms`, warm[at], 5)),
      ),
      ...views.map(({ label }, at) =>
        aim(
          `${label}, cold, growth over ${figure(grown)} times the lists`,
          large.cold[at] / small.cold[at],
          grown * 1.5,
        ),
      ),
      aim(
        `the record, growth over ${figure(grown)} times the lists`,
        large.build / small.build,
        grown * 1.5,
      ),
    ],
  }
}
