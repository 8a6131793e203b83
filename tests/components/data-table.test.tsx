import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { type Cells, DataTable } from '@/components/data-table'
import { Table } from '@/components/table'

const CELLS: Cells = {
  columns: [
    { key: 'rank', label: 'Rank', unit: null, numeric: true },
    { key: 'name', label: 'Name', unit: null, numeric: false },
    { key: 'country', label: 'Country', unit: null, numeric: false },
    { key: 'rmax', label: 'Rmax', unit: 'TFlop/s', numeric: true },
  ],
  rows: [
    ['10', 'Voyager-EUS2 <b>&"', 'United States', '30,050'],
    ['11', null, 'Germany', null],
  ],
  count: 500,
  links: { column: 'name', hrefs: ['/systems/2021-11-10?a=1&b=2', '/systems/2021-11-11'] },
}

test('a chart’s table is what every table of the product is', () => {
  const told = renderToStaticMarkup(<DataTable data={CELLS} caption="Rmax & rank" />)
  const touch = /<a class="([^"]+)"/.exec(told)?.[1]
  const rows = CELLS.rows.map(([rank, name, country, rmax], row) => {
    const link = (text: string | null | undefined) => (
      <a className={touch} href={CELLS.links?.hrefs[row]}>
        {text}
      </a>
    )
    return {
      key: row,
      cells: name
        ? [rank ?? null, link(name), country ?? null, rmax ?? null]
        : [link(rank), null, country ?? null, rmax ?? null],
    }
  })
  const columns = CELLS.columns.map((column) => ({
    ...column,
    look: column.key === 'country' ? 'whitespace-nowrap' : undefined,
  }))
  expect(told).toBe(
    renderToStaticMarkup(
      <Table caption="Rmax & rank" columns={columns} head="rank" parts={[{ key: 'all', rows }]} />,
    ),
  )
})

test('no text of a list becomes markup in it', () => {
  const told = renderToStaticMarkup(<DataTable data={CELLS} caption="<i>Rmax</i>" />)
  expect(told).toContain('>Voyager-EUS2 &lt;b&gt;&amp;&quot;</a>')
  expect(told).not.toMatch(/<[bi]>/)
})

test('the rows that are not shown are one link away', () => {
  const told = renderToStaticMarkup(<DataTable data={CELLS} caption="Rmax" all="/table/totals" />)
  expect(told).toMatch(/<a [^>]*href="\/table\/totals">All 500 rows<\/a>/)
  expect(told).toContain('The first 2 of 500 rows.')
})
