import { describe, expect, it } from 'vitest'
import { chartFileName, comparisonStem } from '@/lib/picture/file-name'

const view = {
  list: '2021-11',
  lens: 'built-by',
  focus: 'azure',
  beside: ['meta', 'ibm'],
  metric: 'share',
} as const
const png = {
  kind: 'rank-rmax',
  format: 'png',
  width: 1200,
  height: 675,
  scale: 2,
  data: 'chart',
} as const

const nameOf = (
  shown: Parameters<typeof comparisonStem>[0],
  picture: Parameters<typeof chartFileName>[1] & { kind: string },
) => chartFileName(comparisonStem(shown, picture.kind), picture)

describe('the file name of a chart', () => {
  it('says list, organisations, lens, chart, size and scale', () => {
    expect(nameOf(view, png)).toBe(
      'top500_2021-11_azure-meta-ibm_built-by_rank-rmax_1200x675@2x.png',
    )
  })

  it('names no scale where there is none, and no size for data', () => {
    expect(nameOf(view, { ...png, format: 'svg' })).toBe(
      'top500_2021-11_azure-meta-ibm_built-by_rank-rmax_1200x675.svg',
    )
    expect(nameOf(view, { ...png, format: 'csv' })).toBe(
      'top500_2021-11_azure-meta-ibm_built-by_rank-rmax.csv',
    )
  })

  it('names the metric where the chart shows one, and the rows where they are in it', () => {
    expect(nameOf(view, { ...png, kind: 'totals', scale: 1 })).toBe(
      'top500_2021-11_azure-meta-ibm_built-by_totals-share_1200x675.png',
    )
    expect(nameOf(view, { ...png, format: 'json', data: 'rows' })).toBe(
      'top500_2021-11_azure-meta-ibm_built-by_rank-rmax_rows.json',
    )
  })

  it('keeps letters of any name that a path or a shell could misread', () => {
    expect(nameOf({ ...view, focus: 'site:../../Petróleo “Brasil” $(rm)', beside: [] }, png)).toBe(
      'top500_2021-11_site-petroleo-brasil-rm_built-by_rank-rmax_1200x675@2x.png',
    )
  })

  it('counts the organisations that do not fit', () => {
    const beside = Array.from({ length: 11 }, (_, index) => `manufacturer:Company number ${index}`)
    expect(nameOf({ ...view, beside }, png)).toBe(
      'top500_2021-11_azure-manufacturer-company-number-0-manufacturer-company-number-1-and-9-more_built-by_rank-rmax_1200x675@2x.png',
    )
  })
})
