/**
 * A second reader of the workbooks until 2009, which are BIFF5 and which no other reader at hand takes. It knows only
 * what those files hold: plain numbers and texts in the letters of Windows or of the Mac, in one stream of a compound
 * file with 512-byte sectors.
 */
export function readBiff5(bytes: Uint8Array): (string | number | null)[][] {
  const stream = bookStream(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const data = new DataView(stream.buffer)
  const rows: (string | number | null)[][] = []
  const put = (row: number, column: number, value: string | number) => {
    while (rows.length <= row) rows.push([])
    const cells = rows[row] ?? []
    while (cells.length <= column) cells.push(null)
    cells[column] = value
  }
  let letters = 'windows-1252'
  for (let at = 0; at + 4 <= data.byteLength; ) {
    const kind = data.getUint16(at, true)
    const length = data.getUint16(at + 2, true)
    const body = at + 4
    at = body + length
    const row = () => data.getUint16(body, true)
    const column = () => data.getUint16(body + 2, true)
    if (kind === 0x0042 && data.getUint16(body, true) === 10000) letters = 'macintosh'
    if (kind === 0x0203) put(row(), column(), data.getFloat64(body + 6, true))
    if (kind === 0x0204) {
      const text = stream.subarray(body + 8, body + 8 + data.getUint16(body + 6, true))
      put(row(), column(), new TextDecoder(letters).decode(text))
    }
    if (kind === 0x027e) put(row(), column(), packed(data.getUint32(body + 6, true)))
    if (kind === 0x00bd) {
      const cells = (length - 6) / 6
      for (let i = 0; i < cells; i++)
        put(row(), column() + i, packed(data.getUint32(body + 6 + i * 6, true)))
    }
  }
  return rows
}

/** A number of 30 bits: bit 0 says that it is hundredfold, bit 1 that it is whole. */
function packed(word: number): number {
  const view = new DataView(new ArrayBuffer(8))
  view.setUint32(4, word & 0xfffffffc, true)
  const value = word & 2 ? (word | 0) >> 2 : view.getFloat64(0, true)
  return word & 1 ? value / 100 : value
}

const SECTOR = 512

/** The bytes of the stream `Book` of a compound file. */
function bookStream(file: DataView): Uint8Array {
  const sector = (number: number) => (number + 1) * SECTOR
  const next = (number: number) => {
    const table = file.getUint32(76 + Math.floor(number / 128) * 4, true)
    return file.getUint32(sector(table) + (number % 128) * 4, true)
  }
  const chain = (first: number): Uint8Array => {
    const parts: Uint8Array[] = []
    for (let at = first; at < 0xfffffffa; at = next(at))
      parts.push(new Uint8Array(file.buffer, file.byteOffset + sector(at), SECTOR))
    const whole = new Uint8Array(parts.length * SECTOR)
    for (const [i, part] of parts.entries()) whole.set(part, i * SECTOR)
    return whole
  }
  const directory = chain(file.getUint32(48, true))
  for (let at = 0; at < directory.length; at += 128) {
    const entry = new DataView(directory.buffer, at, 128)
    const name = new TextDecoder('utf-16le').decode(directory.subarray(at, at + 10))
    if (name.startsWith('Book\0'))
      return chain(entry.getUint32(116, true)).slice(0, entry.getUint32(120, true))
  }
  throw new Error('The compound file holds no stream called Book')
}
