const LENSES = ['built-by', 'run-by']
const METRICS = ['rmax', 'systems', 'share']
const COUNTRIES = [
  'United States',
  'China',
  'Japan',
  'Germany',
  'France',
  'Italy',
  'United Kingdom',
]
export const KNOWN = ['azure', 'ibm', 'nvidia', 'hpe', 'lenovo', 'fujitsu', 'amazon', 'meta']
const FOCUSES = [...KNOWN, ...COUNTRIES.map((name) => `country:${name}`)]
const KINDS = ['rank-rmax', 'totals', 'rank-strip']

/**
 * The queries of views, of which no two are alike: more than ten thousand.
 * @param {readonly string[]} lists names of the lists that there are.
 */
export function* views(lists) {
  for (const focus of FOCUSES)
    for (const metric of METRICS)
      for (const by of LENSES)
        for (const axis of ['log', 'linear'])
          for (const list of lists)
            yield String(new URLSearchParams({ list, focus, by, metric, axis }))
}

/** Paths of pages, of which no two are alike. */
export function* pages(lists) {
  for (const query of views(lists)) yield `/?${query}`
}

/** Paths of pictures, of which no two are alike: link previews mostly, every fiftieth one of 23 million pixels. */
export function* pictures(lists) {
  let count = 0
  for (const query of views(lists)) {
    const size = ++count % 50 === 0 ? 'size=slide&scale=4' : 'size=link'
    yield `/api/chart/${KINDS[count % KINDS.length]}.png?${query}&${size}`
  }
}

/** Names of the lists that a server has. */
export async function listsOf(url) {
  const { lists } = await (await fetch(`${url}/api/lists`)).json()
  return lists.map(({ edition }) => edition)
}

/**
 * Does something for each of some things, a few at a time.
 * @template T
 * @param {Iterable<T>} things
 * @param {(thing: T) => Promise<void>} visit
 */
export async function visitAll(things, visit, atOnce = 3) {
  const waiting = things[Symbol.iterator]()
  const worker = async () => {
    for (let next = waiting.next(); !next.done; next = waiting.next()) await visit(next.value)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

/** Fetches a path and everything in its answer. @returns {Promise<number>} the status. */
export async function fetchAll(url, init = {}) {
  const answer = await fetch(url, init)
  await answer.arrayBuffer()
  return answer.status
}
