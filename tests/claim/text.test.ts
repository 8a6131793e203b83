import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judge } from '@/lib/claim/judge'
import { readText } from '@/lib/claim/text'
import { RECORD } from '../record/record-fixture'

const read = (text: string) => readText(text, (id) => RECORD.list(id), '2021-11')
const judged = (text: string) =>
  read(text).map(({ claim, list }) => {
    const on = list && RECORD.list(list)
    return claim && on ? [list, judge(claim, { record: RECORD, list: on }).verdict] : null
  })

describe('a text that is pasted', () => {
  test.each([
    ['China 219, US 116 in June 2019.', '2019-06', 'false'],
    ['In June 2019 China has 220 systems and the US 116.', '2019-06', 'true'],
    ['227 of the systems are in China, as of November 2018.', '2018-11', 'true'],
    ['In November 2016 the US holds 33.9 % of all performance, China 33.3 %.', '2016-11', 'true'],
    ['Lenovo had 173 systems in June 2019.', '2019-06', 'depends'],
    ['Microsoft Azure has 5 systems.', '2021-11', 'true'],
    ['Voyager-EUS2 ranks 10 with 30.05 Pflop/s.', '2021-11', 'true'],
    ['Voyager-EUS2 reaches 31 petaflops.', '2021-11', 'false'],
    ['Voyager-EUS2 has 253,440 CPU cores.', '2021-11', 'false'],
    ['Meta has 1 system.', '2021-11', 'true'],
  ])('“%s” is understood of %s, and is %s', (text, list, verdict) => {
    expect(judged(text)).toEqual([[list, verdict]])
  })

  test('is read sentence by sentence, and a list that is named stands for those that follow', () => {
    expect(
      judged('In June 2019 the US has 116. China has 220. Nobody expected it! Japan has 27.'),
    ).toEqual([['2019-06', 'true'], ['2019-06', 'true'], null, ['2019-06', 'false']])
  })

  test.each(['', 'Tell us about it.', 'It was 2019 when 500 came.', '<script>alert(1)</script>'])(
    '“%s” says nothing that can be looked up',
    (text) => expect(judged(text).every((one) => one === null)).toBe(true),
  )

  test('of ten pages is judged up to forty figures, and sixty sentences', () => {
    const judgedOf = (text: string) => read(text).filter(({ claim }) => claim).length
    expect(judgedOf('China has 173 systems. '.repeat(2000))).toBe(40)
    expect(judgedOf(`${'So. '.repeat(59)}China has 173 systems.`)).toBe(1)
    expect(judgedOf(`${'So. '.repeat(60)}China has 173 systems.`)).toBe(0)
    // A sentence of thirteen figures is none that is judged by halves.
    const figures = (count: number) => Array.from({ length: count }, () => 'China 173').join(', ')
    expect(judgedOf(figures(12))).toBe(1)
    expect(judgedOf(figures(13))).toBe(0)
  })

  test('of anything at all is answered', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 4000 }), (text) => {
        expect(() => judged(text)).not.toThrow()
      }),
      { numRuns: 30 },
    )
  })
})
