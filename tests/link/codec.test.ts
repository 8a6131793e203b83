import { describe, expect, it } from 'vitest'
import { type Codec, flag, optionalWord, whole, word } from '@/lib/link/codec'
import { hrefOf, type Link, parseLink, writeLink } from '@/lib/link/link'

type Example = { size: number; colour: 'red' | 'blue'; title: boolean; done: 'kept' | null }

const LINK: Link<Example> = {
  size: whole('size', [1, 10], 5),
  colour: word('colour', ['red', 'blue'], 'red', { rouge: 'red' }),
  title: flag('title', ['on', 'off'], true),
  done: optionalWord('done', ['kept']),
}

const faultOf = <T>(codec: Codec<T>, ...texts: string[]) => codec.parse(texts).fault
const read = (params: Record<string, string | string[]>, others: readonly string[] | null = []) =>
  parseLink(LINK, params, others)

describe('a parameter of a link', () => {
  it('takes whole numbers up to both of its bounds, and none beyond', () => {
    expect(read({ size: '1' }).values.size).toBe(1)
    expect(read({ size: '10' }).values.size).toBe(10)
    for (const text of ['0', '11', '1.5', '1e1', '-1', ' 1', '١'])
      expect(faultOf(LINK.size, text)).toBe(
        `“${text}” is not a known value of “size”; it can be a whole number from 1 to 10.`,
      )
  })

  it('takes its words and their other names, and writes its words only', () => {
    expect(read({ colour: 'rouge' }).values.colour).toBe('red')
    expect(faultOf(LINK.colour, 'constructor')).toBe(
      '“constructor” is not a known value of “colour”; it can be red or blue.',
    )
  })

  it('counts as left out where a form sends it empty', () => {
    expect(read({ size: '', colour: '', title: '', done: '' })).toEqual({
      values: { size: 5, colour: 'red', title: true, done: null },
      notices: [],
    })
  })

  it('tells of a second text, and takes the first', () => {
    expect(read({ size: ['2', '3'] })).toMatchObject({
      values: { size: 2 },
      notices: [{ message: '“size” is given 2 times; it can be given once. Used instead: “2”.' }],
    })
  })

  it('shortens a long text in its sentence', () => {
    expect(faultOf(LINK.title, 'x'.repeat(61))).toBe(
      `“${'x'.repeat(60)}…” is not a known value of “title”; it can be on or off.`,
    )
  })
})

describe('a link', () => {
  it('says only what differs from a bare one, in the order of its codecs', () => {
    const all = { size: 5, colour: 'blue', title: false, done: 'kept' } as const
    expect(hrefOf('/page', writeLink(LINK, all))).toBe('/page?colour=blue&title=off&done=kept')
    expect(
      hrefOf('/page', writeLink(LINK, { ...all, colour: 'red', title: true, done: null })),
    ).toBe('/page')
  })

  it('names parameters that nobody knows, unless they are all somebody else’s', () => {
    expect(read({ colr: 'red', own: '1', utm_source: 'x' }, ['own']).notices).toEqual([
      {
        parameter: 'colr',
        value: 'red',
        fault: 'The parameter “colr” is not known here.',
        message: 'The parameter “colr” is not known here. It is left out.',
      },
    ])
    expect(read({ colr: 'red' }, null).notices).toEqual([])
  })

  it('tells of twelve faults and no more', () => {
    const params = Object.fromEntries(Array.from({ length: 13 }, (_, at) => [`p${at}`, '1']))
    expect(read(params).notices).toHaveLength(12)
  })
})
