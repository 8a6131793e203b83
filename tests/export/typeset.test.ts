import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { compare } from '@/lib/compare/compare'
import { renderPdf } from '@/lib/export/pdf'
import { renderPng } from '@/lib/export/png'
import { outlined, typeset } from '@/lib/export/typeset'
import { DEFAULT_VIEW } from '@/lib/link/view'
import { drawScene, svgText } from '@/lib/scene/svg'
import type { SvgNode } from '@/lib/scene/svg-node'
import { measure, shorten, wrap } from '@/lib/scene/text'
import { sceneOf } from '@/tests/charts/cases'
import { bundledList } from '@/tests/fixtures/lists'

/** Names as they stand on signs of the field's centres and makers, and their script. */
const NAMES = {
  Chinese: '国家超级计算天津中心',
  Japanese: '理化学研究所 計算科学研究センター',
  'half-width Japanese': 'ﾌｼﾞﾂｳ株式会社',
  Korean: '한국과학기술정보연구원',
  Arabic: 'جامعة الملك عبد الله للعلوم والتقنية',
  Hebrew: 'הטכניון מכון טכנולוגי לישראל',
  mixed: 'KAUST جامعة الملك عبد الله (2021) شاهين',
} as const
const ALL = Object.entries(NAMES)

/** How many pixels of a text are not paper, and how they are spread from left to right: the first and the last column. */
function inkOf(text: string, weight: 400 | 600 = 400) {
  const words: SvgNode = {
    tag: 'text',
    attrs: { x: 20, y: 60, 'font-size': 32, 'font-weight': weight, fill: '#000' },
    children: [text],
  }
  const paper: SvgNode = {
    tag: 'rect',
    attrs: { width: 1400, height: 100, fill: '#fff' },
    children: [],
  }
  const attrs = { xmlns: 'http://www.w3.org/2000/svg', width: 1400, height: 100 }
  const drawing: SvgNode = {
    tag: 'svg',
    attrs: { ...attrs, 'font-family': 'Inter' },
    children: [paper, words],
  }
  const { data, width } = PNG.sync.read(Buffer.from(renderPng(svgText(outlined(drawing)), 1)))
  const columns = new Set<number>()
  let ink = 0
  for (let at = 0; at < data.length; at += 4)
    if ((data[at] ?? 255) < 128) {
      ink++
      columns.add((at / 4) % width)
    }
  return { ink, left: Math.min(...columns), right: Math.max(...columns), columns: columns.size }
}

describe('a name in a script that Inter lacks', () => {
  it.each(ALL)(
    'is measured at least as wide as it is drawn, and not half as much again: %s',
    (_, name) => {
      for (const weight of [400, 600] as const) {
        const drawn = typeset(name, 20, weight).width
        expect(measure(name, 20, weight)).toBeGreaterThanOrEqual(drawn * 0.995)
        expect(measure(name, 20, weight)).toBeLessThan(drawn * 1.5)
      }
    },
  )

  it.each(ALL)('is drawn where it was measured to stand: %s', (_, name) => {
    const { left, right, ink } = inkOf(name)
    expect(left).toBeGreaterThanOrEqual(18)
    expect(right).toBeLessThanOrEqual(20 + measure(name, 32) + 2)
    expect(ink).toBeGreaterThan([...name].length * 30)
  })

  it.each(ALL)('is drawn in the weight of its text: %s', (_, name) => {
    expect(inkOf(name, 600).ink).toBeGreaterThan(inkOf(name, 400).ink * 1.1)
  })

  it('looks different for every character, as empty boxes do not', () => {
    const inks = [...'国家超级计算中心天津한국과학기술정보연'].map((char) => inkOf(char).ink)
    expect(new Set(inks).size).toBeGreaterThan(inks.length * 0.7)
  })
})

describe('a line in two directions', () => {
  const pieces = (text: string) => typeset(text, 20, 400).runs.map((run) => run.text)

  it('has the words of Arabic from right to left, and numbers and Latin from left to right', () => {
    expect(pieces('KAUST جامعة الملك')).toEqual(['KAUST ', 'الملك', ' ', 'جامعة'])
    // Brackets and numbers after Arabic belong to it, as in every browser.
    expect(pieces('KAUST جامعة (2021)')).toEqual(['KAUST ', '(', '2021', ') ', 'جامعة'])
    expect(pieces('شاهين 2021 الملك')).toEqual(['الملك', ' ', '2021', ' ', 'شاهين'])
  })

  it('keeps the spaces between its runs when it is drawn', () => {
    const gap = (text: string) => inkOf(text).right - inkOf(text.replace(' ', '')).right
    expect(gap('国家 rank')).toBeGreaterThan(5)
    expect(gap('rank 国家')).toBeGreaterThan(5)
  })

  it('mirrors brackets inside Arabic', () => {
    expect(pieces('الملك (شاهين) جامعة')).toEqual(['جامعة', ' (', 'شاهين', ') ', 'الملك'])
  })

  it('has Arabic digits in their own order', () => {
    // Laid out from right to left by the font, they are handed over backwards.
    expect(pieces('جامعة ٢٠٢١')).toEqual(['١٢٠٢', ' ', 'جامعة'])
  })
})

describe('a ligature', () => {
  it.each([
    ['ﬁ', 'fi'],
    ['ﬂ', 'fl'],
    ['ﬀ', 'ff'],
    ['ﬃ', 'ffi'],
    ['℡', 'TEL'],
  ])('%s is drawn and measured as %s', (ligature, letters) => {
    expect(typeset(`O${ligature}ce`, 20, 400).runs.map(({ text }) => text)).toEqual([
      `O${letters}ce`,
    ])
    expect(measure(`O${ligature}ce`, 20)).toBeCloseTo(measure(`O${letters}ce`, 20), 9)
  })
})

describe('a text without spaces', () => {
  it('breaks between characters and never inside one', () => {
    const family = '👨‍👩‍👧'
    expect(wrap('国家超级计算', 40, 20)).toEqual(['国家', '超级', '计算'])
    expect(wrap(`${family}${family}`, 1, 20)).toEqual([family, family])
    expect(wrap('éé'.normalize('NFD'), 1, 20)).toEqual(['é'.normalize('NFD'), 'é'.normalize('NFD')])
    expect(shorten('한국과학', 45, 20)).toBe('한…')
  })
})

describe('a chart with such names', () => {
  const names = Object.values(NAMES)
  const list = bundledList('2021-11')
  const systems = list.systems.map((system, at) => {
    const name = names[at]
    return name === undefined ? system : { ...system, name, site: name }
  })
  const [focus, ...beside] = names.map((name) => `site:${name}`)
  const view = { ...DEFAULT_VIEW, lens: 'run-by' as const, focus: focus ?? '', beside }
  const renamed = { view, comparison: compare({ ...list, systems }, view) }

  it('is a PDF with the fonts of these scripts inside, the same at every run', async () => {
    const scene = sceneOf('totals', renamed, { width: 1200, height: 675 })
    const drawing = drawScene(scene, { mode: 'light', background: 'paper', fontCss: null, id: 'c' })
    const words = { title: scene.title, subject: '' }
    const first = Buffer.from(await renderPdf(drawing, scene.frame, words))
    const text = first.toString('latin1')
    for (const font of ['NotoSansHans', 'NotoSansKR', 'NotoNaskhArabic', 'NotoSansHebrew'])
      expect(text).toContain(font)
    expect(first.byteLength).toBeLessThan(400_000)
    expect(Buffer.from(await renderPdf(drawing, scene.frame, words)).equals(first)).toBe(true)
  })
})
