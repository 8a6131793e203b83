const BOMS: readonly { bytes: readonly number[]; encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
]
/** Bytes looked at to tell UTF-16 without a mark: every other one is zero in a text of mostly Latin letters. */
const SAMPLE = 4096
const MOSTLY = 0.4

/** What Windows-1252 has from 0x80 to 0x9F, where Latin-1 has control characters. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Any bytes as Windows-1252; many versions of Node read Latin-1 under that name (nodejs/node#60888). */
function windows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (char) => WINDOWS[char.charCodeAt(0) - 0x80] ?? char)
}

function withoutMark(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE)
  let even = 0
  let odd = 0
  for (const [index, byte] of sample.entries()) if (byte === 0) index % 2 ? odd++ : even++
  const half = sample.length / 2
  if (odd > half * MOSTLY && even < half * 0.1) return 'utf-16le'
  if (even > half * MOSTLY && odd < half * 0.1) return 'utf-16be'
  return null
}

/**
 * The text of a file and the encoding it was in: by its mark, else UTF-16 by its zeros, else UTF-8 where every byte
 * agrees, else Windows-1252, in which every byte means something.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: string } {
  const encoding =
    BOMS.find((bom) => bom.bytes.every((byte, index) => bytes[index] === byte))?.encoding ??
    withoutMark(bytes)
  if (encoding) return { text: new TextDecoder(encoding).decode(bytes), encoding }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return { text: windows1252(bytes), encoding: 'windows-1252' }
  }
}
