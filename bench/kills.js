import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundle, load } from './lib.js'

/** A process that keeps lists one after the other for ever, and says of each that is confirmed what it was. */
const WRITER = `
import { readFileSync } from 'node:fs'
import { readList } from './lib/list/csv'
import { editionNumber } from './lib/model/edition'
import { openFolder } from './lib/store/folder'
import { openOverlay } from './lib/store/overlay-store'

const [folder, list, name] = process.argv.slice(2)
const systems = readList(readFileSync(list, 'utf8')).slice(0, 40)
const bundled = { versions: () => [], edition: () => null, csv: () => null }
const store = openOverlay(bundled, openFolder(folder))
for (let count = 1; ; count++) {
  const id = Math.random() < 0.5 ? '2021-11' : '2021-06'
  const marker = name + '-' + count
  const kept = await store.keep({
    edition: { id, number: editionNumber(id), systems: systems.map((one) => ({ ...one, name: marker })) },
    expected: (await store.history(id))[0]?.version ?? -1,
    fileName: null,
    source: Buffer.from(marker.repeat(4000)),
    issues: [],
  })
  // Writing to a pipe is done before it returns, so that what was confirmed is known whatever comes next.
  process.stdout.write(kept.ok ? 'kept ' + id + ' ' + kept.value.version + ' ' + marker + '\\n' : kept.error.code + '\\n')
}
`

const READER = `
export { unpack } from './lib/store/envelope'
`

/**
 * Starts a writer, and kills it some random milliseconds after it began to keep.
 * @returns what it said.
 * @throws where it ended by itself: what was not killed while it kept proves nothing.
 */
async function writeUntilKilled(script, folder, list, name, longest) {
  const child = spawn(process.execPath, [script, folder, list, name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  const ended = once(child, 'close')
  const begun = new Promise((resolve) => {
    child.stdout.on('data', (chunk) => {
      said += chunk
      resolve()
    })
  })
  await Promise.race([begun, ended])
  if (child.exitCode !== null) throw new Error(`A writer ended by itself with ${child.exitCode}.`)
  await new Promise((resolve) => setTimeout(resolve, Math.random() * longest))
  child.kill('SIGKILL')
  await ended
  if (child.signalCode !== 'SIGKILL') throw new Error('A writer ended before it was killed.')
  return said.split('\n').filter((line) => line !== '')
}

/** Every version in a folder: its edition and number, and the marker inside, or why it cannot be read. */
function stored(folder, unpack) {
  return readdirSync(join(folder, 'lists')).flatMap((edition) =>
    readdirSync(join(folder, 'lists', edition)).map((file) => {
      const version = Number(file.slice(0, 6))
      const bytes = readFileSync(join(folder, 'lists', edition, file))
      const read = unpack(bytes, { edition, version })
      if (!read.ok) return { edition, version, marker: null, problem: read.error.problem }
      const { csv, source } = read.value
      const marker = Buffer.from(source)
        .toString()
        .slice(0, source.length / 4000)
      const whole =
        Buffer.from(source).toString() === marker.repeat(4000) &&
        csv
          .trimEnd()
          .split('\n')
          .slice(1)
          .every((line) => line.includes(marker))
      return { edition, version, marker, problem: whole ? null : 'it is mixed' }
    }),
  )
}

/**
 * Lets processes keep lists in one folder, some at a time, and kills each at a random moment.
 * @param {{ folder: string, list: string, kills: number, together?: number, longest?: number }} options `list` is the CSV
 *   of a list; `longest` the milliseconds of the longest life after the first keep.
 * @returns what became of it: how many keeps were confirmed and refused; versions that are lost, torn or mixed, and gaps
 *   in histories, each in words; and the half-written drafts that the killed left.
 */
export async function keepUnderKills({ folder, list, kills, together = 2, longest = 60 }) {
  const [script, { unpack }] = await Promise.all([
    bundle('store-writer', WRITER),
    load('store-reader', READER),
  ])
  const confirmed = new Map()
  const counts = { killed: 0, confirmed: 0, refused: 0, failed: 0 }
  while (counts.killed < kills) {
    const names = Array.from({ length: together }, () => `w${++counts.killed}`)
    const all = await Promise.all(
      names.map((name) => writeUntilKilled(script, folder, list, name, longest)),
    )
    for (const line of all.flat()) {
      const [what, edition, version, marker] = line.split(' ')
      if (what === 'kept') {
        counts.confirmed++
        confirmed.set(`${edition}/${version}`, marker)
      } else if (what === 'conflict') counts.refused++
      else counts.failed++
    }
  }
  const versions = stored(folder, unpack)
  const markers = new Map(versions.map((one) => [`${one.edition}/${one.version}`, one.marker]))
  const editions = [...new Set(versions.map(({ edition }) => edition))]
  return {
    ...counts,
    versions: versions.length,
    lost: [...confirmed]
      .filter(([name, marker]) => markers.get(name) !== marker)
      .map(([name]) => name),
    torn: versions.flatMap(({ edition, version, problem }) =>
      problem === null ? [] : [`${edition}/${version}: ${problem}`],
    ),
    gaps: editions.flatMap((edition) =>
      versions
        .filter((one) => one.edition === edition)
        .map(({ version }) => version)
        .sort((a, b) => a - b)
        .flatMap((version, index) => (version === index + 1 ? [] : [`${edition}/${version}`])),
    ),
    drafts: readdirSync(join(folder, 'drafts')).length,
  }
}
