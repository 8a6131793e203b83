import { describe, expect, test } from 'vitest'
import { laterAddress, readLater, setAside } from '@/scripts/front/later'

const page = { nonce: 'abc', address: '/later?of=%2F' }

/** A page as Next writes it: chunks and what announces them, a script that waits, words, and what React wakes it from. */
const HTML = [
  '<!DOCTYPE html><html><head><link rel="preload" as="script" href="/_next/a.js"/>',
  '<link rel="icon" href="/icon.svg"/>',
  '<script src="/_next/a.js" async="" nonce="abc"></script>',
  '<script src="/_next/old.js" noModule="" nonce="abc"></script></head><body>',
  '<script nonce="abc">self.__next_s={}</script><h1>Voyager-EUS2</h1>',
  '<script src="/_next/b.js" nonce="abc" async=""></script>',
  '<script nonce="abc">(self.__next_f=self.__next_f||[]).push([0])</script>',
  '<script nonce="abc">self.__next_f.push([1,"Voyager \\u003c/script> EUS2"])</script>',
  '</body></html>',
].join('')

describe('a page that is relieved of what it needs later', () => {
  const { html, flight } = setAside(HTML, page)

  test('keeps its words, what waits, its icon, and the script of old browsers', () => {
    for (const part of [
      '<h1>Voyager-EUS2</h1>',
      '<script nonce="abc">self.__next_s={}</script>',
      '<link rel="icon" href="/icon.svg"/>',
      '<script src="/_next/old.js" noModule="" nonce="abc"></script>',
    ])
      expect(html).toContain(part)
  })

  test('holds neither what React wakes it from nor Next’s scripts, and says where they are, in their order', () => {
    expect(html).not.toContain('__next_f')
    expect(html).not.toMatch(/<(?:script|link)[^>]*(?:src|href)="\/_next\/[ab]\.js"/)
    expect(html).toContain(
      '<script nonce="abc">self.later=["/later?of=%2F","/_next/a.js","/_next/b.js"]</script></body></html>',
    )
    expect(flight).toBe(
      '(self.__next_f=self.__next_f||[]).push([0]);\nself.__next_f.push([1,"Voyager \\u003c/script> EUS2"])',
    )
  })
})

test('a page that is kept for nobody holds what React wakes it from, and only Next’s scripts wait', () => {
  const { html, flight } = setAside(HTML, { nonce: 'abc', address: null })
  expect(flight).toBeNull()
  expect(html).toContain('<script nonce="abc">(self.__next_f=self.__next_f||[]).push([0])</script>')
  expect(html).not.toMatch(/<(?:script|link)[^>]*(?:src|href)="\/_next\/[ab]\.js"/)
  expect(html).toContain(
    '<script nonce="abc">self.later=["/_next/a.js","/_next/b.js"]</script></body></html>',
  )
})

test.each([
  ['that nothing lets wait', HTML.replace('__next_s', '__other')],
  ['without what React wakes it from', HTML.replaceAll('__next_f', '__other')],
  ['without Next’s scripts', HTML.replaceAll(/src="\/_next\/[ab]/g, 'src="/other')],
  ['that has no end', HTML.replace('</body>', '')],
])('a page %s stays as it is', (_, html) => {
  expect(setAside(html, page)).toEqual({ html, flight: null })
})

test('an address cannot end the script in which it stands', () => {
  const { html } = setAside(HTML, {
    ...page,
    address: '/later?of=</script><script>alert(1)',
  })
  expect(html).not.toContain('</script><script>alert')
})

describe('the address of what a page needs later', () => {
  const asked = { url: '/?focus=meta&with=ibm', device: 'phone', lists: 'lists 1', page: 'p' }

  test('says the page, the device and the lists for which it was made', () => {
    const read = readLater(laterAddress(asked))
    expect(read).toMatchObject({ url: '/?focus=meta&with=ibm', device: 'phone' })
    expect(read?.isCurrent('lists 1')).toBe(true)
    expect(read?.isCurrent('lists 2')).toBe(false)
  })

  test('is none of any other page', () => {
    expect(readLater('/later')).toBeNull()
    expect(readLater('/?of=%2F')).toBeNull()
  })
})
