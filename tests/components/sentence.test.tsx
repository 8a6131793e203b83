import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Choice } from '@/components/sentence'

test('a menu of the sentence holds its options, of which the one of the view is chosen, and no markup of theirs', () => {
  const options = [
    { value: 'azure', label: 'Microsoft Azure' },
    { value: 'site:A&B', label: '<b>A & B</b>' },
  ]
  const menu = renderToStaticMarkup(
    <Choice name="focus" label="In focus" now="site:A&B" options={options} />,
  )
  expect(menu).toMatch(/^<select class="[^"]+" name="focus" aria-label="In focus">/)
  expect(menu.replace(/^<select [^>]+>/, '')).toBe(
    '<option value="azure">Microsoft Azure</option>' +
      '<option value="site:A&amp;B" selected="">&lt;b&gt;A &amp; B&lt;/b&gt;</option></select>',
  )
})
