import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { follow, followPicture } from '@/app/subject'
import type { DrawingPool } from '@/lib/export/drawing-pool'
import { judgePicture } from '@/lib/export/judge'
import { pictureJob } from '@/lib/export/picture-job'
import { readProvenance } from '@/lib/export/read-provenance'
import { renderPicture } from '@/lib/export/render-file'
import { verifyPicture } from '@/lib/export/verify'
import { kindOf } from '@/lib/figure/kinds'
import type { Params } from '@/lib/link/codec'
import { parsePicture } from '@/lib/picture/picture'
import { type Subject, subjectHref } from '@/lib/picture/subject'
import { openBundled } from '@/lib/store/bundled'
import { openFolder } from '@/lib/store/folder'
import { openOverlay } from '@/lib/store/overlay-store'

const ORIGIN = 'https://top500.example'

/** Does here what a server has done beside it. */
const here: DrawingPool = {
  draw: async (job) => ({ ok: true, value: await renderPicture(job) }),
  read: async (bytes) => ({ ok: true, value: await readProvenance(bytes) }),
  judge: async (...asked) => ({ ok: true, value: await judgePicture(...asked) }),
  close: () => undefined,
}

const store = openOverlay(openBundled(), openFolder(mkdtempSync(join(tmpdir(), 'top500-story-'))))

async function subjectOf(key: string, params: Params): Promise<Subject> {
  const kind = kindOf(key)
  const found = kind && (await follow(kind, params))
  if (found?.kind !== 'subject') throw new Error('The link leads to no chart.')
  return found.subject
}

async function file(key: string, params: Params, format: string): Promise<Uint8Array> {
  const picture = parsePicture(`${key}.${format}`, new URLSearchParams())
  if (!picture.ok) throw new Error('There is no such chart.')
  return (await renderPicture(pictureJob(await subjectOf(key, params), picture.value, ORIGIN))).body
}

const CASES: readonly [string, Params, string][] = [
  ['rank-history', { system: '180024' }, '/systems/180024'],
  ['rank-history', { system: '1993-06-1', axis: 'linear' }, '/systems/1993-06-1?axis=linear'],
  ['rank-of', { rmax: '16.59 PF' }, '/rank?rmax=16.59PF'],
  ['rank-takes', { system: '180024', rank: '100' }, '/rank?system=180024&rank=100'],
  ['rank-of', { of: 'azure', by: 'run-by' }, '/rank?of=azure&by=run-by'],
  ['changes-slope', { from: '2021-11', to: '2021-06' }, '/changes?from=2021-06&to=2021-11'],
  [
    'changes-by-group',
    { from: '2021-06', to: '2021-11', group: 'manufacturer', joint: 'first' },
    '/changes?from=2021-06&to=2021-11&group=manufacturer&joint=first',
  ],
  ['claim-verdict', { claim: 'azure-five' }, '/claims/azure-five'],
  [
    'claim-verdict',
    { claim: 'voyager-only-new', list: '2023-11' },
    '/claims/voyager-only-new?list=2023-11',
  ],
  [
    'claim-verdict',
    { claim: 'holds', who: 'China', n: '219', list: '2019-06' },
    '/claims/holds?who=China&n=219&list=2019-06',
  ],
]

describe.each(CASES)('a picture of %s of %o', (key, params, link) => {
  it('has the link of its page', async () => {
    expect(subjectHref(await subjectOf(key, params))).toBe(link)
  })

  it.each(['svg', 'png'])('is verified as %s', async (format) => {
    const bytes = await file(key, params, format)
    expect(await verifyPicture(bytes, store, ORIGIN, here, followPicture)).toEqual({
      ok: true,
      value: expect.objectContaining({
        kind: 'known',
        chart: key,
        intact: true,
        redrawn: true,
        agrees: true,
      }),
    })
  })

  it('is given as CSV with its link', async () => {
    expect(new TextDecoder().decode(await file(key, params, 'csv'))).toContain(`${ORIGIN}${link}`)
  })
})

describe('a link of a chart', () => {
  const followed = async (key: string, params: Params) => {
    const kind = kindOf(key)
    return kind && (await follow(kind, params))
  }

  it('to a system that is on no list leads to nothing, and says so', async () => {
    expect(await followed('rank-history', { system: '99' })).toEqual({
      kind: 'nothing',
      message: expect.stringContaining('No list has a system “99”'),
    })
  })

  it('to a list and a rank leads to the system that stood there', async () => {
    const found = await followed('rank-history', { system: '2021-11-10' })
    expect(found?.kind === 'respelt' && found.query.toString()).toBe('system=180024')
  })

  it('with the name of a listed system for an Rmax leads to that of the system', async () => {
    const found = await followed('rank-of', { rmax: 'Voyager-EUS2' })
    expect(found?.kind === 'respelt' && found.query.toString()).toBe('system=180024')
  })

  it.each([
    [{ rmax: 'Microsoft Azure' }, 'of=azure'],
    [{ rmax: 'azure', by: 'run-by', rank: '100' }, 'of=azure&by=run-by&rank=100'],
    [{ rmax: 'china' }, 'of=country%3AChina'],
    // Its old name, which the ledger knows: by all its names, and not by that of a maker alone.
    [{ rmax: 'facebook' }, 'of=meta'],
    [{ rmax: 'Oak Ridge National Laboratory', by: 'run-by' }, 'by=run-by'],
    [{ of: 'manufacturer:DELL EMC' }, 'of=manufacturer%3ADell'],
  ])(
    'with the name of an organisation leads to its systems as one machine: %o',
    async (params, query) => {
      const found = await followed('rank-of', params)
      expect(found?.kind === 'respelt' && found.query.toString()).toContain(query)
    },
  )

  it.each([
    [{ to: '2021-11' }, 'from=2021-06&to=2021-11'],
    [{ from: '2021-11' }, 'from=2021-11&to=2026-06'],
    [{ from: '2020-01', to: '2021-11' }, 'from=2021-06&to=2021-11'],
    [{}, 'from=2025-11&to=2026-06'],
  ])('to a later list alone means that and the list before it: %o', async (params, query) => {
    const found = await followed('changes-slope', params)
    expect(found?.kind === 'subject' && found.subject.query.toString()).toBe(query)
  })

  it('to an organisation that no list has says so', async () => {
    const found = await followed('rank-of', { of: 'manufacturer:Nobody at all' })
    expect(found?.kind === 'subject' && found.notices[0]?.fault).toContain(
      'No list names a manufacturer “Nobody at all”',
    )
  })

  it('with a name of a claim in another spelling leads to that of the name', async () => {
    const found = await followed('claim-verdict', { claim: 'holds', who: 'us', how: 'has', n: '5' })
    expect(found?.kind === 'respelt' && found.query.toString()).toBe(
      'claim=holds&who=United+States&n=5',
    )
  })

  it('with words that its claim does not ask for leads to the claim without them', async () => {
    for (const claim of ['azure-five', 'sum']) {
      const asked = { claim, who: 'nobody we know', ...(claim === 'sum' ? { n: '3' } : {}) }
      const found = await followed('claim-verdict', asked)
      expect(found?.kind === 'respelt' && found.query.has('who')).toBe(false)
      // Not even where another parameter is not understood, and the link is kept.
      const kept = await followed('claim-verdict', { ...asked, foreign: 'yes' })
      expect(kept?.kind === 'subject' && kept.subject.query.has('who')).toBe(false)
      expect([found?.kind, kept?.kind]).toEqual(['respelt', 'subject'])
    }
  })

  it('with a claim of which a field means nothing says so, and repeats no more than a few letters', async () => {
    const found = await followed('claim-verdict', {
      claim: 'holds',
      who: `<b>${'x'.repeat(90)}`,
      n: '5',
    })
    expect(found).toEqual({
      kind: 'nothing',
      message: expect.stringMatching(/^The statement is not finished\. “<b>x{37}…” is no/),
    })
  })

  it('with an Rmax that is none says so', async () => {
    const found = await followed('rank-of', { rmax: 'fast' })
    expect(found?.kind === 'subject' && found.notices[0]?.fault).toContain(
      '“fast” is no performance',
    )
  })
})
