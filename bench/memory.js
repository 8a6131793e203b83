import { aim, figure } from './measure.js'
import { memoryOf } from './memory-of.js'
import { startProduct } from './serve.js'
import { fetchAll, listsOf, pages, pictures, visitAll } from './visits.js'

export const title = 'Memory'

/** Samples of each course. */
const SAMPLES = 10
/** The first of them warm the server up: lists are read, caches fill. */
const WARMING = 3
/** Milliseconds between two looks. */
const LOOK = 100

const first = (things, count) => ({
  *[Symbol.iterator]() {
    let left = count
    for (const thing of things) {
      if (left-- === 0) return
      yield thing
    }
  },
})

/** Asks for all paths and notes the most memory in each tenth. */
async function course(product, paths, count) {
  const most = Array.from({ length: SAMPLES }, () => 0)
  let done = 0
  let refused = 0
  const look = () => {
    const at = Math.min(SAMPLES - 1, Math.floor((done / count) * SAMPLES))
    most[at] = Math.max(most[at], memoryOf(product.pid) ?? 0)
  }
  const timer = setInterval(look, LOOK)
  await visitAll(first(paths, count), async (path) => {
    const status = await fetchAll(product.url + path)
    if (status !== 200) refused++
    done++
  })
  look()
  clearInterval(timer)
  return { most, refused, done }
}

const warm = (most) => Math.max(...most.slice(WARMING, Math.ceil((SAMPLES + WARMING) / 2)))
const late = (most) => Math.max(...most.slice(Math.ceil((SAMPLES + WARMING) / 2)))

/** @param {{ rounds?: number }} options thousands of pictures, and of pages. */
export async function measure({ rounds = 5 }) {
  if (process.platform !== 'linux')
    return { conditions: 'Linux only: no other system says it.', tables: [], aims: [] }
  const count = Number(process.env.BENCH_VISITS ?? rounds * 1000)
  const product = await startProduct()
  try {
    const lists = await listsOf(product.url)
    const idle = memoryOf(product.pid) ?? 0
    const courses = {
      pictures: await course(product, pictures(lists), count),
      pages: await course(product, pages(lists), count),
    }
    return {
      conditions: `Production build, default settings, ${count} pictures (link previews, every fiftieth of 23 million pixels), then ${count} pages, no two alike, 3 asked for at once; the most that the server and its processes held together in each tenth, what they share counted once, looked at ten times a second; before them ${figure(idle)} MB.`,
      tables: [
        {
          columns: [
            'course',
            ...Array.from({ length: SAMPLES }, (_, at) => `${at + 1}`),
            'refused',
          ],
          rows: Object.entries(courses).map(([name, { most, refused }]) => [
            `${name}, MB`,
            ...most.map((one) => figure(Math.round(one))),
            String(refused),
          ]),
        },
      ],
      aims: Object.entries(courses).flatMap(([name, { most }]) => [
        aim(`${name}: the most, MB`, Math.max(...most), 600),
        aim(`${name}: the last third against the one before`, late(most) / warm(most), 1.1),
      ]),
    }
  } finally {
    await product.stop()
  }
}
