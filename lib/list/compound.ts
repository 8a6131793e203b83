import type { Result } from '../model/issue'
import { finding } from './finding'

/** Streams of a compound file (OLE) that give away what it is, as its directory writes their names. */
const STREAMS: readonly { name: string; code: string; what: string; remedy: string }[] = [
  {
    name: 'EncryptedPackage',
    code: 'password-protected',
    what: 'a password-protected workbook',
    remedy: 'Open it with its password, save it without one, and drop that file.',
  },
  {
    name: 'WordDocument',
    code: 'text-document',
    what: 'a Word document',
    remedy: 'Drop the list itself, as .xls, .xlsx or CSV.',
  },
  {
    name: 'PowerPoint Document',
    code: 'presentation',
    what: 'a presentation',
    remedy: 'Drop the list itself, as .xls, .xlsx or CSV.',
  },
  {
    name: '__properties_version1.0',
    code: 'mail-message',
    what: 'a mail message',
    remedy: 'Save the attachment and drop that file.',
  },
]

const HEADER = 512
/** In a table of sectors, greater numbers stand for the end of a chain and the like. */
const LAST_SECTOR = 0xfffffffa
/** Tables that stand in the header; a file with more than these has over 7 MB. */
const TABLES_IN_HEADER = 109
const utf16 = (text: string) => Buffer.from(text, 'utf16le')

/** Whether the tables of sectors, which chain the content together, name a sector beyond the end of the file. */
function namesMissingSector(view: DataView, shift: number, present: number): boolean {
  const tables = view.getUint32(44, true)
  const entries = 1 << (shift - 2)
  for (let index = 0; index < Math.min(tables, TABLES_IN_HEADER); index++) {
    const table = view.getUint32(76 + 4 * index, true)
    if (table >= present) return true
    const begins = HEADER + table * (1 << shift)
    const last = Math.min(entries, present - index * entries)
    for (let entry = 0; entry < last && begins + 4 * entry + 4 <= view.byteLength; entry++) {
      const next = view.getUint32(begins + 4 * entry, true)
      if (next >= present && next <= LAST_SECTOR) return true
    }
  }
  return false
}

/**
 * Looks at a compound file's header and names before the workbook reader sees it: a file that is shorter than its own
 * tables of sectors say was not downloaded to its end.
 */
export function guardCompound(bytes: Uint8Array): Result<Uint8Array> {
  const refuse = (code: string, message: string, remedy: string): Result<never> => ({
    ok: false,
    error: [finding('error', code, {}, message, remedy)],
  })
  const broken = () =>
    refuse(
      'truncated-workbook',
      'The workbook breaks off before its end; it was probably not downloaded to the end.',
      'Download the file again and drop it here once it is complete.',
    )
  if (bytes.length < HEADER) return broken()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shift = view.getUint16(30, true)
  if (shift !== 9 && shift !== 12) return broken()
  const sector = 1 << shift
  const present = Math.ceil((bytes.length - HEADER) / sector)
  const tables = view.getUint32(44, true)
  if (view.getUint32(48, true) >= present || tables > present) return broken()
  if (namesMissingSector(view, shift, present)) return broken()
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const stream = STREAMS.find(({ name }) => file.includes(utf16(name)))
  if (stream)
    return refuse(stream.code, `This is ${stream.what}, which is not read.`, stream.remedy)
  return { ok: true, value: bytes }
}
