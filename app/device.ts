/**
 * Whether a phone asks, by the hint that browsers send, else by the browser's name. Only the order of what is sent hangs
 * on it, never what is sent: whoever is taken for the other waits a moment longer.
 */
export function isPhone(headers: Pick<Headers, 'get'>): boolean {
  const hint = headers.get('sec-ch-ua-mobile')
  return hint === null ? /\bMobi/.test(headers.get('user-agent') ?? '') : hint === '?1'
}
