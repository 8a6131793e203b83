import { describe, expect, it } from 'vitest'
import { LARGEST_UPLOAD, plainFileName, readUpload } from '@/lib/http/upload'

const send = (fields: [string, string | File][]) => {
  const body = new FormData()
  for (const [name, value] of fields) body.append(name, value)
  return readUpload(new Request('http://localhost/', { method: 'POST', body }))
}
const file = new File(['rank,site'], 'list.csv')

describe('an upload', () => {
  it('is one file, and perhaps the list that it is and the version that was seen', async () => {
    expect(await send([['file', file]])).toEqual({
      ok: true,
      value: {
        bytes: new Uint8Array(Buffer.from('rank,site')),
        fileName: 'list.csv',
        edition: null,
        part: null,
        confirmed: false,
        expected: null,
      },
    })
    expect(
      await send([
        ['file', file],
        ['edition', '2021-11'],
        ['part', '2'],
        ['figures', 'confirmed'],
        ['expected', '-1'],
      ]),
    ).toMatchObject({
      ok: true,
      value: { edition: '2021-11', part: 2, confirmed: true, expected: -1 },
    })
  })

  it.each<[string, [string, string | File][]]>([
    ['no file', [['edition', '2021-11']]],
    ['a text instead of a file', [['file', 'rank,site']]],
    [
      'two files',
      [
        ['file', file],
        ['file', file],
      ],
    ],
    [
      'a list of no name',
      [
        ['file', file],
        ['edition', 'November 2021'],
      ],
    ],
    [
      'a month without a list',
      [
        ['file', file],
        ['edition', '2021-07'],
      ],
    ],
    ...['0', '-1', 'two', '1e1', '1000'].map((part): [string, [string, string | File][]] => [
      `a list of the file called ${part}`,
      [
        ['file', file],
        ['part', part],
      ],
    ]),
    [
      'figures that are not confirmed in this word',
      [
        ['file', file],
        ['figures', 'yes'],
      ],
    ],
    [
      'a version of no number',
      [
        ['file', file],
        ['expected', '1e3'],
      ],
    ],
    [
      'seventeen fields',
      [...'abcdefghijklmnop'].map((name) => [name, 'x'] as [string, string]).concat([['q', 'x']]),
    ],
  ])('with %s is refused', async (_, fields) => {
    expect(await send(fields)).toMatchObject({ ok: false, error: { code: 'bad-request' } })
  })

  it.each(['application/json', 'text/csv', 'multipart/form-data'])(
    'of type %s is refused',
    async (type) => {
      const request = new Request('http://localhost/', {
        method: 'POST',
        headers: { 'content-type': type },
        body: '{}',
      })
      expect(await readUpload(request)).toMatchObject({ error: { code: 'not-multipart' } })
    },
  )

  it('that is cut off is refused', async () => {
    const request = new Request('http://localhost/', {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nrank',
    })
    expect(await readUpload(request)).toMatchObject({ error: { code: 'bad-request' } })
  })

  it('that says how large it is is refused before anything is read', async () => {
    const request = new Request('http://localhost/', {
      method: 'POST',
      headers: {
        'content-type': 'multipart/form-data; boundary=x',
        'content-length': String(LARGEST_UPLOAD + 1),
      },
      body: 'short',
    })
    expect(await readUpload(request)).toMatchObject({ error: { code: 'too-large' } })
    expect(request.bodyUsed).toBe(false)
  })

  it('that does not say how large it is is read as far as the limit and no further', async () => {
    const piece = new Uint8Array(64 * 1024)
    let given = 0
    let cancelled = false
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          given += piece.length
          controller.enqueue(piece)
        },
        cancel() {
          cancelled = true
        },
      },
      { highWaterMark: 0 },
    )
    const request = new Request('http://localhost/', {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body,
      duplex: 'half',
    } as RequestInit)
    expect(await readUpload(request)).toMatchObject({ error: { code: 'too-large' } })
    expect(cancelled).toBe(true)
    expect(given).toBeLessThanOrEqual(LARGEST_UPLOAD + 2 * piece.length)
  })
})

describe('the name of a file', () => {
  it.each([
    ['TOP500_202111.xlsx', 'TOP500_202111.xlsx'],
    ['C:\\Users\\me\\list.csv', 'list.csv'],
    ['../../etc/passwd', 'passwd'],
    ['a\u0000b\r\nc.csv', 'abc.csv'],
    ['évil\u202Egpj.csv', 'évilgpj.csv'],
    ['..', null],
    ['folder/', null],
    ['', null],
    ['😀'.repeat(300), '😀'.repeat(200)],
  ])('%j is kept as %j', (given, kept) => {
    expect(plainFileName(given)).toBe(kept)
  })
})
