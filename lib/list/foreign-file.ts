import type { Issue } from '../model/issue'
import { finding } from './finding'

/** A kind of file that is no table: how it begins, what it is, and what to do. */
type Kind = { code: string; begins: readonly number[] | RegExp; what: string; remedy: string }

const DROP_LIST = 'Drop the list itself, as .xls, .xlsx or CSV.'
const bytes = (text: string) => [...text].map((char) => char.charCodeAt(0))

/** Files told by their first bytes. */
const BINARIES: readonly Kind[] = [
  { code: 'picture', begins: [0x89, ...bytes('PNG')], what: 'a picture (PNG)', remedy: DROP_LIST },
  { code: 'picture', begins: [0xff, 0xd8, 0xff], what: 'a picture (JPEG)', remedy: DROP_LIST },
  { code: 'picture', begins: bytes('GIF8'), what: 'a picture (GIF)', remedy: DROP_LIST },
  {
    code: 'picture',
    begins: bytes('RIFF'),
    what: 'a picture, sound or film (RIFF)',
    remedy: DROP_LIST,
  },
  { code: 'picture', begins: [0x42, 0x4d, 0, 0], what: 'a picture (BMP)', remedy: DROP_LIST },
  {
    code: 'pdf',
    begins: bytes('%PDF'),
    what: 'a PDF',
    remedy: 'A PDF holds no cells. Download the list as a workbook.',
  },
  {
    code: 'gzip',
    begins: [0x1f, 0x8b],
    what: 'a compressed file (gzip)',
    remedy: 'Unpack it and drop what it holds.',
  },
  {
    code: 'archive',
    begins: bytes('Rar!'),
    what: 'an archive (RAR)',
    remedy: 'Unpack it and drop what it holds.',
  },
  {
    code: 'archive',
    begins: [0x37, 0x7a, 0xbc, 0xaf],
    what: 'an archive (7z)',
    remedy: 'Unpack it and drop what it holds.',
  },
  { code: 'program', begins: [0x7f, ...bytes('ELF')], what: 'a program', remedy: DROP_LIST },
  { code: 'program', begins: bytes('MZ'), what: 'a program', remedy: DROP_LIST },
]

/** How an HTML page or a table in HTML begins. */
const HTML =
  /^(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype html|html|head|body|table|div|meta|script|style|title|p|center)\b/i

/** Texts told by how they begin, spaces aside. */
const TEXTS: readonly Kind[] = [
  {
    code: 'html-page',
    begins: HTML,
    what: 'an HTML page without a table of the list, whatever its name says',
    remedy:
      'The site may have asked you to sign in: sign in, download the workbook again and drop it here.',
  },
  {
    code: 'picture',
    begins: /^(?:<\?xml[^>]*>\s*)?<svg\b/i,
    what: 'a picture (SVG)',
    remedy: DROP_LIST,
  },
  {
    code: 'xml-file',
    begins: /^<(?:\?xml|!doctype|!--|[a-z_][\w.-]{0,80}(?::[\w.-]{1,80})?[\s/>])/i,
    what: 'an XML file, but not the XML of a TOP500 list',
    remedy: DROP_LIST,
  },
  { code: 'json-file', begins: /^[[{]\s*["{[\]}]/, what: 'a JSON file', remedy: DROP_LIST },
  { code: 'text-document', begins: /^\{\\rtf/, what: 'a text document (RTF)', remedy: DROP_LIST },
  { code: 'text-document', begins: /^%!PS/, what: 'a PostScript document', remedy: DROP_LIST },
]

const refuse = ({ code, what, remedy }: Kind): Issue =>
  finding(
    'error',
    code,
    {},
    `This is ${what}${what.includes('list') ? '' : ', not a list'}.`,
    remedy,
  )

/** Names a file that is no table by its first bytes; null where it may be one. */
export function foreignBytes(file: Uint8Array): Issue | null {
  const kind = BINARIES.find(
    ({ begins }) =>
      Array.isArray(begins) && begins.every((byte, index) => byte === 0 || file[index] === byte),
  )
  return kind ? refuse(kind) : null
}

/** Whether a text is an HTML page, which may hold a table. */
export function isHtml(text: string): boolean {
  return HTML.test(text.slice(0, 8192).trimStart())
}

/** Names a text that is no table by how it begins; null where it may be one. */
export function foreignText(text: string): Issue | null {
  const start = text.slice(0, 8192).trimStart()
  const kind = TEXTS.find(({ begins }) => begins instanceof RegExp && begins.test(start))
  if (kind) return refuse(kind)
  if (text.includes('\0'))
    return finding(
      'error',
      'binary-file',
      {},
      'The file holds bytes that no text and no workbook has.',
      DROP_LIST,
    )
  return null
}
