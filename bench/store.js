import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../scripts/run.js'
import { keepUnderKills } from './kills.js'
import { load } from './lib.js'
import { aim, figure } from './measure.js'

export const title = 'A store under kills, damage and a full disk'

const KILLS = 1000
const CHANGED = 240
const DISK = 2 * 1024 * 1024

const PARTS = `
export { readList, writeList } from './lib/list/csv'
export { pack, unpack, sha256 } from './lib/store/envelope'
export { openFolder } from './lib/store/folder'
export { openOverlay } from './lib/store/overlay-store'
`

const bundled = { versions: () => [], edition: () => null, csv: () => null }

/** Stored versions of which some bytes were changed, lost or added: how many are read as if nothing were the matter. */
function changeVersions({ pack, unpack, sha256 }, csv) {
  const source = Buffer.from(csv)
  const version = {
    edition: '2021-11',
    version: 1,
    origin: 'uploaded',
    state: 'list',
    keptAt: new Date().toISOString(),
    fileName: 'TOP500_202111.csv',
    hash: sha256(csv),
    sourceHash: sha256(source),
    systems: 500,
    rmaxSum: 3036861.78377,
    restores: null,
  }
  const whole = Buffer.from(pack({ version, issues: [], csv, source }))
  const at = () => Math.floor(Math.random() * (Math.random() < 0.3 ? 900 : whole.length))
  const ways = [
    () => {
      const bytes = Buffer.from(whole)
      const place = at()
      bytes[place] = (bytes[place] + 1 + Math.floor(Math.random() * 255)) % 256
      return bytes
    },
    () => whole.subarray(0, at()),
    () => {
      const place = at()
      return Buffer.concat([whole.subarray(0, place), whole.subarray(place + 1 + at())])
    },
    () => {
      const place = at()
      return Buffer.concat([whole.subarray(0, place), Buffer.from('x'), whole.subarray(place)])
    },
  ]
  let silent = 0
  for (let count = 0; count < CHANGED; count++)
    if (unpack(ways[count % ways.length](), version).ok) silent++
  return silent
}

/** Fills a disk of 2 MB with lists. @returns null where no disk may be mounted. */
async function fillDisk({ openFolder, openOverlay, readList }, csv, folder) {
  mkdirSync(folder)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK}`, 'tmpfs', folder], {
      stdio: 'ignore',
    })
  } catch {
    return null
  }
  try {
    const systems = readList(csv)
    const counts = { kept: 0, refused: 0 }
    for (let round = 0; counts.refused < 8; round++) {
      const store = openOverlay(bundled, openFolder(folder))
      const expected = (await store.history('2021-11'))[0]?.version ?? -1
      const outcome = await store.keep({
        edition: { id: '2021-11', number: 58, systems },
        expected,
        fileName: null,
        source: Buffer.alloc(300_000, round),
        issues: [],
      })
      counts[outcome.ok ? 'kept' : 'refused']++
    }
    return { ...counts, drafts: readdirSync(join(folder, 'drafts')).length }
  } finally {
    execFileSync('umount', [folder])
  }
}

export async function measure({ rounds = KILLS }) {
  const root = mkdtempSync(join(tmpdir(), 'top500-bench-store-'))
  const list = join(ROOT, 'data/lists/2021-11.csv')
  try {
    const parts = await load('store-parts', PARTS)
    const csv = parts.writeList(parts.readList(readFileSync(list, 'utf8')))
    const killed = await keepUnderKills({ folder: join(root, 'kills'), list, kills: rounds })
    const silent = changeVersions(parts, csv)
    const quiet = console.error
    console.error = () => undefined
    const disk = await fillDisk(parts, csv, join(root, 'disk')).finally(() => {
      console.error = quiet
    })
    return {
      conditions: `${killed.killed} processes, two at a time on one folder, each killed within 60 ms of its first keep; ${CHANGED} stored versions changed at random; keeps on a disk of 2 MB until eight failed.`,
      tables: [
        {
          columns: [
            'kills',
            'keeps confirmed',
            'conflicts',
            'versions',
            'lost',
            'torn or mixed',
            'gaps',
            'drafts left by the killed',
          ],
          rows: [
            [
              ...[killed.killed, killed.confirmed, killed.refused, killed.versions].map(figure),
              ...[killed.lost, killed.torn, killed.gaps].map(({ length }) => figure(length)),
              figure(killed.drafts),
            ],
          ],
        },
        {
          columns: [
            'versions changed',
            'read as if whole',
            'keeps on the full disk',
            'refused',
            'drafts left by the refused',
          ],
          rows: [
            [
              figure(CHANGED),
              figure(silent),
              ...(disk
                ? [disk.kept, disk.refused, disk.drafts].map(figure)
                : ['no disk could be mounted', '–', '–']),
            ],
          ],
        },
      ],
      aims: [
        aim('confirmed versions that are lost', killed.lost.length, 0),
        aim('versions that are torn or mixed', killed.torn.length, 0),
        aim('gaps in histories', killed.gaps.length, 0),
        aim('keeps that failed by anything but a conflict', killed.failed, 0),
        aim('changed versions that are read as if whole', silent, 0),
        ...(disk ? [aim('drafts left on the full disk', disk.drafts, 0)] : []),
      ],
    }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
