/**
 * How the bytes of a page are handled as a text: one letter for each byte. What is looked for and put in are letters of
 * ASCII, which no other letter has a byte of, and such a text is read and written many times faster than one of all letters.
 * @type {BufferEncoding}
 */
export const BYTEWISE = 'latin1'

/** Bytes, or a text by its bytes, with one letter for each. @param {Buffer | string} body */
export const bytewise = (body) =>
  (typeof body === 'string' ? Buffer.from(body) : body).toString(BYTEWISE)
