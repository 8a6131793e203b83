import { createHash } from 'node:crypto'
import { BYTEWISE } from './bytewise.js'

/** The nonce that a policy grants; the quotes belong to the policy. */
const NONCE = /'nonce-([A-Za-z0-9+/=_-]+)'/

/** Script tags of a page: their attributes and what stands between. */
const SCRIPTS = /<script\b([^>]*)>([\s\S]*?)<\/script>/g

/** A script that loads another file. */
const SOURCE = /\ssrc=/

/** The nonce that a policy grants; undefined for none. @param {string} policy */
export const nonceOf = (policy) => NONCE.exec(policy)?.[1]

const hash = (text) => `'sha256-${createHash('sha256').update(text, BYTEWISE).digest('base64')}'`

/**
 * The policy for a page that is kept: hashes of exactly those inline scripts that carried the nonce of the request for
 * which the page was made, in place of the nonce, which is then worth nothing. Scripts in files come from this server.
 * @param {string} policy the policy that came with the page.
 * @param {string} html the page, see {@link bytewise}.
 * @returns {string | null} null where the policy grants no nonce: such a page is none of ours and is not kept.
 */
export function keptPolicy(policy, html) {
  const nonce = nonceOf(policy)
  if (!nonce) return null
  const hashes = new Set()
  for (const [, attributes = '', text = ''] of html.matchAll(SCRIPTS)) {
    if (SOURCE.test(attributes) || !attributes.includes(` nonce="${nonce}"`)) continue
    hashes.add(hash(text))
  }
  return policy
    .replace(NONCE, [...hashes].join(' '))
    .replace(" 'strict-dynamic'", '')
    .replace(/ {2,}/g, ' ')
}
