import { describe, expect, test } from 'vitest'
import { readList, writeList } from '@/lib/list/csv'
import { importList } from '@/lib/list/import'
import { sumRmax } from '@/lib/list/sum'
import { snapshot, snapshotEditions, snapshotText } from './snapshots'

/** Sum of Rmax and the Rmax of ranks 1 and 500 in TFlop/s, added up from the published workbooks by hand. */
const TOTALS: readonly [edition: string, sum: number, first: number, last: number][] = [
  ['1993-06', 1.122845, 0.0597, 0.000422],
  ['1993-11', 1.46621, 0.124, 0.000472],
  ['1994-06', 2.233882, 0.1434, 0.000822],
  ['1994-11', 2.622338, 0.17, 0.001114],
  ['1995-06', 3.927029, 0.17, 0.001955],
  ['1995-11', 4.784547, 0.17, 0.002489],
  ['1996-06', 5.894544, 0.2204, 0.003306],
  ['1996-11', 7.981229, 0.3682, 0.00462],
  ['1997-06', 12.844358, 1.068, 0.00767],
  ['1997-11', 16.898131, 1.338, 0.009513],
  ['1998-06', 22.625134, 1.338, 0.01339],
  ['1998-11', 29.367614, 1.338, 0.01712],
  ['1999-06', 39.062579, 2.121, 0.0247],
  ['1999-11', 50.938556, 2.379, 0.03309],
  ['2000-06', 64.230106, 2.379, 0.04382],
  ['2000-11', 88.080876, 4.938, 0.0553],
  ['2001-06', 108.275866, 7.226, 0.06778],
  ['2001-11', 134.977506, 7.226, 0.0943],
  ['2002-06', 222.245166, 35.86, 0.1343],
  ['2002-11', 292.71356, 35.86, 0.1958],
  ['2003-06', 373.06356, 35.86, 0.2451],
  ['2003-11', 529.241568, 35.86, 0.4025],
  ['2004-06', 814.895674, 35.86, 0.624258],
  ['2004-11', 1130.916756, 70.72, 0.8506],
  ['2005-06', 1694.71664, 136.8, 1.166],
  ['2005-11', 2298.49669, 280.6, 1.6457],
  ['2006-06', 2790.05402, 280.6, 2.026],
  ['2006-11', 3527.45835, 280.6, 2.7369],
  ['2007-06', 4946.58605, 280.6, 4.005],
  ['2007-11', 6966.16982, 478.2, 5.9296],
  ['2008-06', 11700.01697, 1026, 8.99678],
  ['2008-11', 16927.3258, 1105, 12.5935],
  ['2009-06', 22607.9963, 1105, 17.0888],
  ['2009-11', 27977.5018, 1759, 20.051],
  ['2010-06', 32434.6837, 1759, 24.67],
  ['2010-11', 43673.0925, 2566, 31.1122],
  ['2011-06', 58930.0256, 8162, 40.1873],
  ['2011-11', 74069.63368, 10510, 50.9414],
  ['2012-06', 123417.78671, 16324.751, 60.8244],
  ['2012-11', 162139.38675, 17590, 76.411],
  ['2013-06', 223654.33813, 33862.7, 96.619],
  ['2013-11', 250080.46717, 33862.7, 117.8313],
  ['2014-06', 273763.78109, 33862.7, 133.7],
  ['2014-11', 308850.51209, 33862.7, 153.381],
  ['2015-06', 362652.49036, 33862.7, 164.79072],
  ['2015-11', 417807.0436, 33862.7, 206.304],
  ['2016-06', 567353.03881, 93014.59388, 286.1],
  ['2016-11', 672112.37749, 93014.59388, 349.333],
  ['2017-06', 748371.889, 93014.594, 430.459],
  ['2017-11', 845120.50467, 93014.59388, 548.672],
  ['2018-06', 1210914.86408, 122300, 715.551],
  ['2018-11', 1414955.58178, 143500, 874.8],
  ['2019-06', 1559575.37978, 148600, 1021],
  ['2019-11', 1646887.14278, 148600, 1142],
  ['2020-06', 2206134.4, 415530, 1228],
  ['2020-11', 2428761.85177, 442010, 1316.84],
  ['2021-06', 2786058.79977, 442010, 1511],
  ['2021-11', 3036861.78377, 442010, 1649.11],
  ['2022-06', 4403083.21377, 1102000, 1649.11],
  ['2022-11', 4864384.41577, 1102000, 1729],
  ['2023-06', 5239024.66577, 1194000, 1872],
  ['2023-11', 7031841.46577, 1194000, 2015],
  ['2024-06', 8213336.85577, 1206000, 2129.92],
  ['2024-11', 11723130.43577, 1742000, 2310.23],
  ['2025-06', 13837531.48577, 1742000, 2435],
  ['2025-11', 14993513.26177, 1809000, 2574.02],
  ['2026-06', 18732742.16177, 2198400, 2661.46],
]

const bytes = (text: string) => new TextEncoder().encode(text)

describe('the bundled snapshots', () => {
  test('are all 67 published lists', () => {
    expect(snapshotEditions).toEqual(TOTALS.map(([edition]) => edition))
  })

  test.each(TOTALS)('%s sums to %d TFlop/s over ranks 1 to 500', (edition, sum, first, last) => {
    const systems = snapshot(edition)
    expect(systems.map(({ rank }) => rank)).toEqual(Array.from({ length: 500 }, (_, i) => i + 1))
    expect(sumRmax(systems)).toBe(sum)
    expect(systems[0]?.rmax).toBe(first)
    expect(systems[499]?.rmax).toBe(last)
  })

  test('agree with the announced totals of November 2019: 1.65 Eflop/s, entry level 1.14 Pflop/s, 228 systems in China', () => {
    const systems = snapshot('2019-11')
    expect((sumRmax(systems) / 1e6).toFixed(2)).toBe('1.65')
    expect(((systems[499]?.rmax ?? 0) / 1e3).toFixed(2)).toBe('1.14')
    expect(systems.filter(({ country }) => country === 'China')).toHaveLength(228)
    const share = (wanted: string) =>
      (sumRmax(systems.filter(({ country }) => country === wanted)) / sumRmax(systems)) * 100
    expect(share('United States').toFixed(1)).toBe('37.1')
    expect(share('China').toFixed(1)).toBe('32.3')
  })

  test('agree with the announced counts of November 2018: China 227 systems, United States 109', () => {
    const systems = snapshot('2018-11')
    expect(systems.filter(({ country }) => country === 'China')).toHaveLength(227)
    expect(systems.filter(({ country }) => country === 'United States')).toHaveLength(109)
  })

  test('hold the five Azure systems of November 2021 as printed, the zero-width space gone', () => {
    const azure = snapshot('2021-11').filter(
      ({ manufacturer }) => manufacturer === 'Microsoft Azure',
    )
    expect(
      azure.map((system) => [
        system.rank,
        system.previousRank,
        system.name,
        system.site,
        system.country,
        system.segment,
        system.rmax,
        system.rpeak,
        system.cores,
        system.accelerator,
      ]),
    ).toEqual([
      [
        10,
        null,
        'Voyager-EUS2',
        'Azure East US 2',
        'United States',
        'Vendor',
        30050,
        39531.15,
        253440,
        'NVIDIA A100 80GB',
      ],
      [
        32,
        26,
        'Pioneer-EUS',
        'Azure East US',
        'United States',
        'Vendor',
        16590,
        24557.23,
        157440,
        'NVIDIA A100',
      ],
      [
        33,
        27,
        'Pioneer-SCUS',
        'Azure South Central US',
        'United States',
        'Vendor',
        16590,
        24557.23,
        157440,
        'NVIDIA A100',
      ],
      [
        34,
        28,
        'Pioneer-WEU',
        'Azure West Europe',
        'Netherlands',
        'Vendor',
        16590,
        24557.23,
        157440,
        'NVIDIA A100',
      ],
      [
        35,
        29,
        'Pioneer-WUS2',
        'Azure West US 2',
        'United States',
        'Others',
        16590,
        24557.23,
        157440,
        'NVIDIA A100',
      ],
    ])
    expect(azure.map(({ power }) => power)).toEqual([null, null, null, null, null])
  })

  test('leave missing what November 2021 does not give: power on 321 rows, HPCG on 405', () => {
    const systems = snapshot('2021-11')
    expect(systems.filter(({ power }) => power === null)).toHaveLength(321)
    expect(systems.filter(({ hpcg }) => hpcg === null)).toHaveLength(405)
    expect(systems.filter(({ previousRank }) => previousRank === null)).toHaveLength(70)
  })

  test.each(snapshotEditions)('%s is written again byte for byte', (edition) => {
    expect(writeList(readList(snapshotText(edition)))).toBe(snapshotText(edition))
  })

  test.each(snapshotEditions)(
    '%s, downloaded and brought back, is the same list cell for cell without an error',
    (edition) => {
      const report = importList(bytes(snapshotText(edition)), { fileName: `${edition}.csv` })
      if (!report.ok) throw new Error(JSON.stringify(report.error))
      expect(report.value.issues.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(report.value.unknownColumns).toEqual([])
      expect(report.value.id).toBe(edition)
      expect(report.value.edition?.systems).toEqual(snapshot(edition))
      expect(report.value.age).toBe('CSV of TOP500 Compare')
      expect(report.value.rmaxUnit).toEqual({ label: 'TFlop/s', from: 'header' })
    },
  )
})
