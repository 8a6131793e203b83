import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ScrollRegion } from '@/components/scroll-region'

/** The classes of a region around a table of so many rows. */
const looks = (rows: number) =>
  /class="([^"]*)"/.exec(
    renderToStaticMarkup(
      <ScrollRegion label="The systems shown" rows={rows}>
        <table />
      </ScrollRegion>,
    ),
  )?.[1] ?? ''

test.each([0, 1, 9])('a table of %s rows is laid out with the page', (rows) => {
  expect(looks(rows)).not.toContain('content-visibility')
})

test.each([
  [10, 600],
  [19, 600],
  [20, 1200],
  [39, 1200],
  [40, 2400],
  [99, 2400],
  [100, 6000],
  [399, 6000],
  [400, 20000],
  [1000, 20000],
])('a table of %s rows waits, in a room of %s pixels, but on paper', (rows, room) => {
  expect(looks(rows).split(' ')).toEqual(
    expect.arrayContaining([
      'not-print:[content-visibility:auto]',
      `[contain-intrinsic-block-size:auto_${room}px]`,
    ]),
  )
})
