import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { FigureList } from '@/components/figure-list'
import { OtherViews } from '@/components/other-views'
import { still } from '@/components/still'

const Name = ({ children }: { children: ReactNode }) => (
  <>
    <b>{children}</b>,
  </>
)
const Names = ({ of }: { of: readonly string[] }) => of.map((one) => <Name key={one}>{one}</Name>)

test('a part that stays is its outermost element for React, and all that stands in it is one text', () => {
  expect(
    still(
      <nav aria-label="Pages">
        <Names of={['a', 'b']} /> and {3}
      </nav>,
    )?.props,
  ).toEqual({
    'aria-label': 'Pages',
    dangerouslySetInnerHTML: { __html: '<b>a</b>,<b>b</b>, and 3' },
  })
})

test('what a reader gets of it is what React would write', () => {
  const items = [
    { label: 'Systems <all>', value: '5', place: 'rank & share' },
    { label: 'Rmax', value: '96.4', place: ['of ', { label: 'HPE "Cray"', href: '/a?b=1&c=2' }] },
    { label: 'Power', value: 'not given', place: null },
  ]
  const views = [
    { label: 'Azure’s five', href: '/azure-2021' },
    { label: 'By maker', href: '/time?of=manufacturer&since=2021-11' },
  ]
  const parts = [
    <FigureList key="figures" items={items} look="mt-7" />,
    <OtherViews key="views" links={views} />,
  ]
  for (const part of parts)
    expect(renderToStaticMarkup(still(part))).toBe(renderToStaticMarkup(part))
})

test('its attributes are those of HTML; what React leaves out is left out', () => {
  const part = (
    <div>
      <time dateTime="2022-01-24">24 January</time>
      <label htmlFor="y">{false}</label>
      <a tabIndex={-1} href="/" hidden aria-hidden={false} data-view className={undefined}>
        x
      </a>
      {null}
      <input name="with" value="" disabled={false} />
    </div>
  )
  expect(renderToStaticMarkup(still(part))).toBe(
    [
      '<div><time datetime="2022-01-24">24 January</time><label for="y"></label>',
      '<a tabindex="-1" href="/" hidden="" aria-hidden="false" data-view="true">x</a>',
      '<input name="with" value=""/></div>',
    ].join(''),
  )
})

test('nothing stays nothing, and a key stays with its element', () => {
  expect(still(null)).toBe(null)
  expect(still(<OtherViews links={[]} key="views" />)?.key).toBe('views')
  const None = () => null
  expect(still(<None />)).toBe(null)
})

describe('what cannot stay is a fault of the program', () => {
  const cases: readonly [string, ReactNode, RegExp][] = [
    [
      'what answers events',
      <button key="a" type="button">
        <input onFocus={() => 1} />
      </button>,
      /“onFocus” is a function/,
    ],
    ['a text of markup', <p key="b">{still(<i>a</i>)}</p>, /<i> is a text already/],
    [
      'what comes later',
      <p key="c">{Promise.resolve('later')}</p>,
      /elements, texts and numbers only/,
    ],
    ['several elements', ['a', 'b'], /is one element/],
  ]
  test.each(cases)('%s', (_, part, message) => {
    expect(() => still(part)).toThrow(message)
  })
})
