import { describe, expect, it } from 'vitest'
import { mend } from '@/lib/names/mend'
import { allLists } from '@/tests/fixtures/all-lists'

describe('a text whose UTF-8 was read as Windows-1252', () => {
  it.each([
    ['SupercomputaciÃ³n', 'Supercomputación'],
    ['Bundesamt fÃ¼r Seeschiffahrt', 'Bundesamt für Seeschiffahrt'],
    ['Ã‰cole Polytechnique', 'École Polytechnique'],
    ['IntelÂ® XeonÂ®', 'Intel® Xeon®'],
    ['Alps â€“ CSCS', 'Alps – CSCS'],
    ['ä¸­å›½', '中国'],
    ['SupercomputaciÃƒÂ³n', 'Supercomputación'],
  ])('“%s” is “%s”', (garbled, meant) => {
    expect(mend(garbled)).toBe(meant)
  })

  it.each([
    'Petróleo Brasileiro S.A',
    'Universität Göttingen',
    'Âge de Fer',
    'SÃO PAULO',
    'Ã³ and € and 中',
    'Ã³ beside \ufffd',
    '',
  ])('“%s” is not such a text and stays', (text) => {
    expect(mend(text)).toBe(text)
  })

  it('stands at two sites of all lists, on nine rows, and nowhere else', () => {
    const known = new Map<string, string>()
    const rows = allLists().flatMap(({ systems }) =>
      systems.flatMap((system) =>
        Object.values(system).flatMap((value) => {
          if (typeof value !== 'string') return []
          const mended = known.get(value) ?? mend(value)
          known.set(value, mended)
          return mended === value ? [] : [mended]
        }),
      ),
    )
    expect(rows).toHaveLength(9)
    expect(new Set(rows)).toEqual(
      new Set([
        'Centro de Supercomputación de Galicia',
        'Bundesamt für Seeschiffahrt und Hydrographie (BSH)',
      ]),
    )
  })
})
