import { describe, expect, it } from 'vitest'
import { askStory } from '@/app/azure-2021/ask'
import { shapeStory } from '@/app/azure-2021/shape'
import type { Told } from '@/components/told'

async function story() {
  const asked = await askStory({})
  if (!asked) throw new Error('The list of November 2021 is not there.')
  return shapeStory(asked, { phone: false })
}

const plain = (told: Told) =>
  told.map((piece) => (typeof piece === 'string' ? piece : piece.label)).join('')

describe('the story of Azure’s five places', () => {
  it('asks and answers the question with the figures of the lists', async () => {
    const { title, lead, chapters } = await story()
    expect(title).toBe(
      'Azure took five places on the list of November 2021. How true is that, how big is it, and who else is there?',
    )
    expect(plain(lead)).toMatch(/built 5 of the 500 systems.*96\.4 Pflop\/s, 3\.17 % of the list\./)
    expect(plain(lead)).toMatch(/five are true and two are beyond what a list can say\.$/)
    expect(chapters.map(({ title: one }) => one)).toEqual([
      'Where they stand',
      'What they are made of',
      'Beside Meta, IBM and NVIDIA',
      'Until June 2026',
      'What happened beside the lists, 2016 to 2021',
    ])
  })

  // By facts.md and the rows of data/lists/2021-11.csv and 2026-06.csv.
  it('tells where they stood and stand, and of which cores they are made', async () => {
    const { chapters } = await story()
    const cells = (id: string) =>
      chapters
        .find((chapter) => chapter.id === id)
        ?.table?.rows.map(({ cells: all }) =>
          all.map((cell) => (cell !== null && typeof cell === 'object' ? cell.label : cell)),
        )
    expect(cells('where')?.[0]).toEqual([
      'Voyager-EUS2',
      '10',
      '30.05 Pflop/s',
      'Azure East US 2',
      'United States',
    ])
    expect(cells('where')?.map((row) => row[1])).toEqual(['10', '=32', '=32', '=32', '=32'])
    expect(cells('made-of')?.[0]?.slice(2)).toEqual([
      'NVIDIA A100 80GB',
      '253,440',
      '228,096',
      '25,344',
    ])
    expect(cells('since')?.map((row) => row.slice(1))).toEqual([
      ['10', 'June 2026', '78'],
      ['=32', 'June 2026', '=129'],
      ['=32', 'June 2026', '=129'],
      ['=32', 'June 2026', '=129'],
      ['=32', 'June 2026', '=129'],
    ])
    expect(cells('milestones')?.map(([when]) => when)).toEqual([
      '2016',
      '2019',
      '2020',
      'September 2020',
      'April 2021',
      'May 2021',
      'November 2021',
    ])
  })

  it('leads from every system to its page or its row, and from every verdict to its own', async () => {
    const { chapters } = await story()
    const hrefs = chapters.flatMap(({ paragraphs, table }) =>
      [...paragraphs.flat(), ...(table?.rows.flatMap(({ cells }) => cells) ?? [])].flatMap(
        (piece) => (piece !== null && typeof piece === 'object' ? [piece.href] : []),
      ),
    )
    expect(hrefs.length).toBeGreaterThan(25)
    for (const href of hrefs)
      expect(href).toMatch(
        /^\/(?:$|systems\/\d+|lists\/\d{4}-\d{2}(?:\?rows=all)?#rank-\d+|claims\/[a-z0-9-]+|\?list=.*|\?focus=\w+|.*list=2026-06.*)$/,
      )
  })
})
