import { isUtf8 } from 'node:buffer'
import { decodeAs, type Guessed, readCodePage } from './code-page'

const BOMS: readonly { bytes: readonly number[]; encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
]
/** Bytes looked at to tell UTF-16 without a mark: every other one is zero in a text of mostly Latin letters. */
const SAMPLE = 4096
const MOSTLY = 0.4

function withoutMark(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE)
  let even = 0
  let odd = 0
  for (let index = 0; index < sample.length; index++)
    if (sample[index] === 0) index % 2 ? odd++ : even++
  const half = sample.length / 2
  if (odd > half * MOSTLY && even < half * 0.1) return 'utf-16le'
  if (even > half * MOSTLY && odd < half * 0.1) return 'utf-16be'
  return null
}

/** What XML and HTML say of their own encoding. */
const DECLARED =
  /^\s*<\?xml[^>]{0,200}\bencoding\s*=\s*["']([\w.:-]{1,40})["']|<meta[^>]{0,200}\bcharset\s*=\s*["']?([\w.:-]{1,40})/i

function declared(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, SAMPLE)).toString('latin1')
  if (!start.trimStart().startsWith('<')) return null
  const [, xml, html] = DECLARED.exec(start) ?? []
  return xml ?? html ?? null
}

/**
 * The text of a file and the encoding it was in: by its mark, else UTF-16 by its zeros, else UTF-8 where every byte
 * agrees, else what markup declares, else the code page under which its letters are likeliest.
 */
export function decodeText(bytes: Uint8Array): Guessed {
  const encoding =
    BOMS.find((bom) => bom.bytes.every((byte, index) => bytes[index] === byte))?.encoding ??
    withoutMark(bytes)
  if (encoding) return { text: new TextDecoder(encoding).decode(bytes), encoding, doubt: null }
  if (isUtf8(bytes)) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
    return { text, encoding: 'utf-8', doubt: null }
  }
  const name = declared(bytes)
  const said = name === null ? null : decodeAs(bytes, name)
  return said ? { ...said, doubt: null } : readCodePage(bytes)
}
