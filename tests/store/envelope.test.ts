import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeList } from '@/lib/list/csv'
import { pack, unpack } from '@/lib/store/envelope'
import { bundledList } from '@/tests/fixtures/lists'

const list = bundledList('2021-11')
const csv = writeList(list.systems)
const file = Buffer.from('the file as it came, which may hold any bytes: \u0000\n\u00ff')
const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')
const place = { edition: '2021-11', version: 3 } as const
const envelope = {
  version: {
    ...list.version,
    ...place,
    origin: 'uploaded',
    keptAt: '2026-11-20T10:00:00.000Z',
    fileName: 'TOP500_202111.xlsx',
    hash: sha256(csv),
    sourceHash: sha256(file),
    restores: 2,
  },
  issues: [],
  csv,
  source: file,
} as const
const packed = Buffer.from(pack(envelope))

/** The same as the first format wrote it: without a hash over its head. */
const first = () => {
  const content = packed.subarray(packed.indexOf('\n') + 1)
  return Buffer.from(
    content.toString('latin1').replace('top500-compare/2', 'top500-compare/1'),
    'latin1',
  )
}

describe('a packed version', () => {
  it('is read back as it was', () => {
    expect(unpack(packed, place)).toEqual({ ok: true, value: envelope })
  })

  it('of the first format is still read', () => {
    expect(unpack(first(), place)).toEqual({ ok: true, value: envelope })
  })

  it.each([
    ['another list', { edition: '2020-11', version: 3 }],
    ['another number', { edition: '2021-11', version: 4 }],
  ] as const)('stored under the name of %s is not taken for it', (_, name) => {
    expect(unpack(packed, name)).toEqual({
      ok: false,
      error: { problem: 'it is version 3 of 2021-11 under another name', isMisnamed: true },
    })
  })

  it.each([
    ['restores itself', '"restores":2', '"restores":3'],
    ['has a negative sum', '"rmaxSum":3036861.78377', '"rmaxSum":-3036861.7837'],
    ['is kept at no time', '2026-11-20T10:00:00.000Z', '2026-99-20T10:00:00.000Z'],
    ['is in no known state', '"state":"list"', '"state":"lost"'],
  ])('of the first format that %s is damaged', (_, whole, damaged) => {
    const bytes = Buffer.from(first().toString('latin1').replace(whole, damaged), 'latin1')
    expect(unpack(bytes, place)).toEqual({
      ok: false,
      error: { problem: 'its first line is not the head of a version', isMisnamed: false },
    })
  })

  it('whose bytes are changed anywhere, cut off, or added to is damaged, in each of 240 ways', () => {
    const position = fc.nat({ max: packed.length - 1 })
    const head = fc.nat({ max: 900 })
    const changed = fc
      .record({ at: fc.oneof(position, head), by: fc.integer({ min: 1, max: 255 }) })
      .map(({ at, by }) => {
        const bytes = Buffer.from(packed)
        bytes[at] = ((bytes[at] ?? 0) + by) % 256
        return bytes
      })
    const cut = position.map((length) => packed.subarray(0, length))
    const added = fc
      .record({ at: position, more: fc.uint8Array({ minLength: 1, maxLength: 50 }) })
      .map(({ at, more }) => Buffer.concat([packed.subarray(0, at), more, packed.subarray(at)]))
    const lost = fc
      .record({ at: position, length: fc.integer({ min: 1, max: 5000 }) })
      .map(({ at, length }) =>
        Buffer.concat([packed.subarray(0, at), packed.subarray(at + length)]),
      )
    fc.assert(
      fc.property(fc.oneof(changed, cut, added, lost), (bytes) => {
        fc.pre(!bytes.equals(packed))
        expect(unpack(bytes, place).ok).toBe(false)
      }),
      { numRuns: 240 },
    )
  })
})
