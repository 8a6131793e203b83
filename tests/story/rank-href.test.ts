import { expect, test } from 'vitest'
import { rankHref } from '@/app/lists/link'

test('a link to a row asks for every system of the list where the first fifty do not hold it', () => {
  expect(rankHref('2021-11', 50, 'system')).toBe('/lists/2021-11#rank-50')
  expect(rankHref('2021-11', 51, 'system')).toBe('/lists/2021-11?rows=all#rank-51')
  expect(rankHref('2021-11', 139, 'dark')).toBe('/lists/2021-11?theme=dark&rows=all#rank-139')
})
