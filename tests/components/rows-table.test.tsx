import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { TOUCH } from '@/components/look'
import { type Rows, RowsTable } from '@/components/rows-table'

const ROWS: Rows = {
  columns: [
    { key: 'rank', label: 'Rank', numeric: true },
    { key: 'name', label: 'Name' },
    { key: 'organisation', label: 'Counts for, matched by' },
    { key: 'country', label: 'Country', look: 'whitespace-nowrap' },
    { key: 'power', label: 'Power', numeric: true },
  ],
  lines: [
    {
      key: 10,
      href: '/systems/2021-11-10?a=1&b=2',
      cells: [
        '10',
        'Voyager <b>&"',
        [
          { key: 'azure', label: 'Azure', reason: 'site <i>' },
          { key: 'meta', label: 'Meta', reason: 'site “Meta”' },
        ],
        { name: 'Germany', printed: 'Germny', mended: false },
        null,
      ],
    },
    {
      key: 11,
      href: '/systems/2021-11-11',
      cells: ['=11', 'X', [], { name: 'Japan', printed: null, mended: false }, '29,899.23'],
    },
  ],
  total: 2,
  more: null,
}

test('each line of the systems is a row, named by the link to its system; what is not given is said', () => {
  const muted = 'class="block font-normal text-muted"'
  expect(renderToStaticMarkup(<RowsTable rows={ROWS} />)).toContain(
    [
      '<tbody><tr><td class="num">10</td>',
      `<th scope="row"><a class="${TOUCH}" href="/systems/2021-11-10?a=1&amp;b=2">Voyager &lt;b&gt;&amp;&quot;</a></th>`,
      `<td><span class="block">Azure<span ${muted}>site &lt;i&gt;</span></span>`,
      `<span class="block">Meta<span ${muted}>site “Meta”</span></span></td>`,
      `<td class="whitespace-nowrap">Germany<span ${muted}>printed as “Germny”</span></td>`,
      '<td class="num"><span class="font-normal text-muted">not given</span></td></tr>',
      `<tr><td class="num">=11</td><th scope="row"><a class="${TOUCH}" href="/systems/2021-11-11">X</a></th>`,
      '<td></td><td class="whitespace-nowrap">Japan</td><td class="num">29,899.23</td></tr></tbody>',
    ].join(''),
  )
})
