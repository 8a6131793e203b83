/**
 * Whether a phone asks, by the hint that browsers send, else by the browser's name. Only what is sent first hangs on
 * it: whoever is taken for the other waits a moment longer.
 * @param {string | null | undefined} hint the header `Sec-CH-UA-Mobile`.
 * @param {string | null | undefined} agent the header `User-Agent`.
 * @returns {'phone' | 'wide'}
 */
export function deviceClass(hint, agent) {
  const phone = hint ? hint === '?1' : /\bMobi/.test(agent ?? '')
  return phone ? 'phone' : 'wide'
}
