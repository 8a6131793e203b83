import { createHash, timingSafeEqual } from 'node:crypto'

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Whether two secrets are equal, in a time that does not tell how far they are. */
export function sameSecret(given: string, wanted: string): boolean {
  return timingSafeEqual(digest(given), digest(wanted))
}

/**
 * A token as it is compared: what a form, a header or a file of settings may change on the way without anybody's doing is
 * left out. That is white space around it, line ends and other control characters, and how an accent is composed.
 */
export function plainToken(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{Cc}/gu, '')
    .trim()
}

function percentDecoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/**
 * What the token of an `Authorization: Bearer …` header may be; none for another scheme. A header carries bytes, which
 * are read as UTF-8 where they are that, and may be written with percent signs by clients that send ASCII only.
 */
export function bearerTokens(authorization: string | null): string[] {
  const given = /^bearer[ \t]+(\S.*)$/is.exec(authorization ?? '')?.[1]
  if (given === undefined) return []
  const utf8 = Buffer.from(given, 'latin1').toString('utf8')
  const all = [given, utf8, percentDecoded(given), percentDecoded(utf8)]
  return [...new Set(all.flatMap((one) => (one === null ? [] : plainToken(one))))]
}
