import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ScrollRegion } from '@/components/scroll-region'

/** A region around a table of so many rows. */
const region = (rows: number) =>
  renderToStaticMarkup(
    <ScrollRegion label="The systems shown" rows={rows}>
      <table />
    </ScrollRegion>,
  )

test.each([0, 1, 9])('a table of %s rows is laid out with the page', (rows) => {
  expect(region(rows)).not.toMatch(/content-visibility|data-waits/)
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
])(
  'a table of %s rows waits, in a room of %s pixels, but not on paper nor without script',
  (rows, room) => {
    const markup = region(rows)
    const [, looks = ''] = /class="([^"]*)"/.exec(markup) ?? []
    expect(markup).toContain('data-waits=""')
    expect(looks.split(' ')).toEqual(
      expect.arrayContaining([
        'scripting:not-print:data-waits:[content-visibility:auto]',
        `[contain-intrinsic-block-size:auto_${room}px]`,
      ]),
    )
  },
)
