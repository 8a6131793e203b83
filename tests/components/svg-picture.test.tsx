import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { SvgPicture } from '@/components/svg-picture'
import type { SvgNode } from '@/lib/scene/svg-node'

it('draws elements with their attributes under the names of SVG', () => {
  const node: SvgNode = {
    tag: 'svg',
    attrs: { viewBox: '0 0 10 10', role: 'img', 'aria-labelledby': 't' },
    children: [
      { tag: 'title', attrs: { id: 't' }, children: ['Ranks'] },
      { tag: 'text', attrs: { 'text-anchor': 'middle', x: 5, class: 'a' }, children: ['1'] },
    ],
  }
  expect(renderToStaticMarkup(<SvgPicture node={node} />)).toBe(
    '<svg viewBox="0 0 10 10" role="img" aria-labelledby="t"><title id="t">Ranks</title>' +
      '<text text-anchor="middle" x="5" class="a">1</text></svg>',
  )
})

it('keeps markup in a name as text', () => {
  const node = { tag: 'text', attrs: {}, children: ['<script>alert(1)</script>'] }
  expect(renderToStaticMarkup(<SvgPicture node={node} />)).toBe(
    '<text>&lt;script&gt;alert(1)&lt;/script&gt;</text>',
  )
})
