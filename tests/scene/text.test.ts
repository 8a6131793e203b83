import { openSync } from 'fontkit'
import { describe, expect, it } from 'vitest'
import { FONT_FILES } from '@/lib/export/font'
import { textsOf } from '@/lib/scene/scene'
import { measure, placeText, shorten, wrap, wrapEvenly, wrapTo } from '@/lib/scene/text'
import { comparisonOf, KINDS, sceneOf, VIEWS } from '@/tests/charts/cases'

function fontOf(file: string) {
  const font = openSync(file)
  if (!('layout' in font)) throw new Error('The file holds more than one font.')
  return font
}
const FONTS = { 400: fontOf(FONT_FILES[400]), 600: fontOf(FONT_FILES[600]) }

/** The width of a text as the font itself sets it, with kerning, in pixels. */
function setIn(weight: 400 | 600, text: string, size: number): number {
  const font = FONTS[weight]
  return (font.layout(text).advanceWidth / font.unitsPerEm) * size
}

describe('the width of a text', () => {
  it('is that of the font: never a hundredth less than what is drawn, and more only by its kerning', () => {
    const texts = Object.values(VIEWS).flatMap((change) =>
      KINDS.flatMap((kind) =>
        textsOf(sceneOf(kind, comparisonOf(change), { width: 1200, height: 675 })),
      ),
    )
    const faults = texts.flatMap(({ text, size, weight }) => {
      const share = measure(text, size, weight) / setIn(weight, text, size)
      return share < 0.99 || share > 1.15 ? [`${text} ${share.toFixed(3)}`] : []
    })
    expect(texts.length).toBeGreaterThan(300)
    expect(faults).toEqual([])
  })

  it('takes a letter that the font lacks for as wide as it is high', () => {
    expect(measure('算', 20)).toBe(20)
  })
})

describe('a text in lines', () => {
  const title = 'Where systems built by Thinking Machines Corporation rank'
  const line = measure(title, 20, 600) * 0.98

  it('breaks at spaces, and inside a word only where the word alone is too wide', () => {
    expect(wrap('one two three', measure('one two', 10), 10)).toEqual(['one two', 'three'])
    expect(wrap('WWWW i', measure('WW', 10), 10)).toEqual(['WW', 'WW', 'i'])
  })

  it('keeps to its lines and says where it was cut', () => {
    const lines = wrapTo('one two three four five six', 2, measure('one two', 10), 10)
    expect(lines).toHaveLength(2)
    expect(lines[0]).toBe('one two')
    expect(lines[1]).toMatch(/…$/)
    expect(wrapTo('one two', 2, 1000, 10)).toEqual(['one two'])
  })

  it('leaves no word alone in the last line where it can stand with others', () => {
    expect(wrap(title, line, 20, 600)[1]).toBe('rank')
    expect(wrapEvenly(title, 3, line, 20, 600)).toEqual([
      'Where systems built by Thinking',
      'Machines Corporation rank',
    ])
  })

  it('is shortened only where it must be', () => {
    expect(shorten('Lenovo', measure('Lenovo', 10), 10)).toBe('Lenovo')
    expect(shorten('Lenovo', measure('Lenovo', 10) - 0.1, 10)).toMatch(/^Len?o?v?…$/)
  })

  it('stands on a whole pixel, in a box around it', () => {
    const { y, box } = placeText({
      ...{ text: 'IBM', x: 100, y: 50.4, anchor: 'end', size: 20 },
      ...{ weight: 400, colour: 'ink', role: 'label' },
    })
    expect(y).toBe(50)
    expect(box.right).toBe(100)
    expect(box.left).toBeCloseTo(100 - measure('IBM', 20), 9)
    expect([box.top < 50 - 14, box.bottom > 50 + 4]).toEqual([true, true])
  })
})
