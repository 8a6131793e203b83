import { describe, expect, test } from 'vitest'
import { bytewise } from '@/scripts/front/bytewise'
import { keptPolicy } from '@/scripts/front/policy'

const POLICY =
  "default-src 'self'; script-src 'self' 'nonce-c2VjcmV0' 'strict-dynamic'; object-src 'none'"

// echo -n 'go()' | openssl dgst -sha256 -binary | base64
const GO = 'sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw='

describe('the policy of a page that is kept', () => {
  test('has the hash of a script that carried the nonce, and neither the nonce nor strict-dynamic', () => {
    const policy = keptPolicy(POLICY, '<p>x</p><script nonce="c2VjcmV0">go()</script>')
    expect(policy).toBe(`default-src 'self'; script-src 'self' '${GO}'; object-src 'none'`)
  })

  test.each([
    '<script>go()</script>',
    '<script nonce="">go()</script>',
    '<script nonce="another">go()</script>',
    '<script data-nonce="c2VjcmV0">go()</script>',
  ])('never allows %s', (html) => {
    expect(keptPolicy(POLICY, html)).toBe(
      "default-src 'self'; script-src 'self' ; object-src 'none'",
    )
  })

  test('has no hash for a script in a file, which comes from this server', () => {
    const html = '<script src="/_next/static/a.js" nonce="c2VjcmV0" async=""></script>'
    expect(keptPolicy(POLICY, html)).not.toContain('sha256')
  })

  test('hashes the bytes of a script, whatever letters it holds', () => {
    const script = '<script nonce="c2VjcmV0">say("“5 % – é”")</script>'
    // `printf %s 'say("“5 % – é”")' | openssl dgst -sha256 -binary | base64`.
    expect(keptPolicy(POLICY, bytewise(script))).toContain(
      `'sha256-Kf13EA5jChFOqZxjk5tAkQGpheTwbBvtJ+C1Q4EmQ4w='`,
    )
  })

  test('has each hash once', () => {
    const script = '<script nonce="c2VjcmV0">go()</script>'
    expect(keptPolicy(POLICY, script + script)?.match(/sha256/g)).toHaveLength(1)
  })

  test('is none where no nonce was granted: such a page is not kept', () => {
    expect(keptPolicy("default-src 'self'; script-src 'self'", '<p>x</p>')).toBe(null)
    expect(keptPolicy('', '<p>x</p>')).toBe(null)
  })
})
