import { describe, expect, it, test } from 'vitest'
import { isLoopback, isOurHost, isSameOrigin } from '@/lib/access/place'

describe('loopback', () => {
  it.each([
    'localhost',
    'LOCALHOST',
    '127.0.0.1',
    '127.255.0.9',
    '::1',
    '[::1]',
    '::ffff:127.0.0.1',
  ])('is %s', (host) => expect(isLoopback(host)).toBe(true))
  it.each([
    '0.0.0.0',
    '::',
    '128.0.0.1',
    '127.0.0.256',
    '127.0.0.1.example.org',
    'localhost.example.org',
    'localhost.',
    '',
  ])('is not “%s”', (host) => expect(isLoopback(host)).toBe(false))
})

describe('our own host', () => {
  it.each([
    ['localhost:3000', '3000'],
    ['127.0.0.1:3000', '3000'],
    ['[::1]:3000', '3000'],
    ['localhost', '80'],
  ])('is %s on port %s', (host, port) => expect(isOurHost(host, port)).toBe(true))
  it.each([
    ['localhost:3001', '3000'],
    ['localhost', '3000'],
    ['rebound.example.org:3000', '3000'],
    ['localhost:3000@evil.example', '3000'],
    ['user@localhost:3000', '3000'],
    ['localhost:3000/path', '3000'],
    [null, '3000'],
  ])('is not %s on port %s', (host, port) => expect(isOurHost(host, port)).toBe(false))
})

describe('the same origin', () => {
  test('is the same name and port, with or without the port that the scheme implies', () => {
    expect(isSameOrigin('http://localhost:3000', 'localhost:3000')).toBe(true)
    expect(isSameOrigin('https://lists.example.org', 'lists.example.org')).toBe(true)
    expect(isSameOrigin('https://lists.example.org', 'lists.example.org:443')).toBe(true)
  })
  test('is not another name, another port, no place at all, or no URL', () => {
    expect(isSameOrigin('http://evil.example', 'localhost:3000')).toBe(false)
    expect(isSameOrigin('http://localhost:3001', 'localhost:3000')).toBe(false)
    expect(isSameOrigin('http://127.0.0.1:3000', 'localhost:3000')).toBe(false)
    expect(isSameOrigin('null', 'localhost:3000')).toBe(false)
    expect(isSameOrigin('file:///tmp/page.html', '')).toBe(false)
    expect(isSameOrigin('http://localhost:3000', null)).toBe(false)
  })
})
