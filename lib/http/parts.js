/**
 * The mark between the parts of a multipart body.
 * @param {string | undefined} contentType
 * @returns {string | null} null where the type names none.
 */
export function boundaryOf(contentType) {
  const found = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType ?? '')
  return found?.[1] ?? found?.[2] ?? null
}

/**
 * Whether a multipart body has more parts than a parser should be troubled with, without reading any of them.
 * @param {Uint8Array} bytes
 * @param {string} boundary
 * @param {number} most
 */
export function hasTooManyParts(bytes, boundary, most) {
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  let at = -1
  // The last mark ends the body and begins no part.
  for (let marks = 0; marks <= most + 1; marks++) {
    at = body.indexOf(`--${boundary}`, at + 1)
    if (at < 0) return false
  }
  return true
}
