import { describe, expect, it, test } from 'vitest'
import { attachment, isHeld, revalidated } from '@/lib/http/download'

describe('the name under which a download is saved', () => {
  it.each([
    ['list.csv', `attachment; filename="list.csv"; filename*=UTF-8''list.csv`],
    [
      'a "quoted" 100%.csv',
      `attachment; filename="a _quoted_ 100_.csv"; filename*=UTF-8''a%20%22quoted%22%20100%25.csv`,
    ],
    ['Größe.xls', `attachment; filename="Gr__e.xls"; filename*=UTF-8''Gr%C3%B6%C3%9Fe.xls`],
    ["it's (1).csv", `attachment; filename="it's (1).csv"; filename*=UTF-8''it%27s%20%281%29.csv`],
    ['a\r\nb\ud800', `attachment; filename="a__b_"; filename*=UTF-8''a%0D%0Ab_`],
  ])('of %j is safe', (name, header) => {
    expect(attachment(name)).toBe(header)
    expect(new Headers({ 'content-disposition': header }).get('content-disposition')).toBe(header)
  })
})

describe('what a client already holds', () => {
  it.each([
    ['"a"', true],
    ['W/"a"', true],
    ['"b", "a"', true],
    ['*', true],
    ['"b"', false],
    ['a', false],
  ])('%s is %s for "a"', (given, held) => {
    expect(isHeld(new Headers({ 'if-none-match': given }), '"a"')).toBe(held)
  })

  test('is not sent again', async () => {
    const ask = (headers: Record<string, string>) =>
      revalidated(new Request('http://localhost/', { headers }), 'a', () => 'text', {})
    const whole = ask({})
    expect([whole.status, whole.headers.get('etag'), await whole.text()]).toEqual([
      200,
      '"a"',
      'text',
    ])
    expect(ask({ 'if-none-match': '"a"' }).status).toBe(304)
  })
})
