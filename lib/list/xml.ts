import { SaxesParser, type SaxesTagNS } from 'saxes'
import type { Issue, Result } from '../model/issue'
import type { Cell } from './cell'
import { readHeader } from './columns'
import { finding, quote } from './finding'
import { LIMITS } from './limits'

/** Elements in one another; the published form has four, a spreadsheet written as XML about ten. */
const DEEPEST = 32
/** Elements of a file; the published form has 500 systems of some twenty each. */
const MOST_ELEMENTS = 1_000_000

/** Why a text is not read; it ends the parser where it was found. */
class Unreadable extends Error {
  constructor(readonly issue: Issue) {
    super(issue.code)
  }
}

/** What is heard of a document. */
type Heard = {
  open?: (tag: SaxesTagNS, depth: number) => void
  text?: (text: string) => void
  close?: (tag: SaxesTagNS, depth: number) => void
}

/**
 * Parses a document strictly and within bounds: no document type, and so no entity but the five of XML; a bounded depth
 * and number of elements.
 * @returns null, or why it is not read.
 */
function parse(text: string, heard: Heard): Issue | null {
  const parser = new SaxesParser({ xmlns: true })
  let depth = 0
  let elements = 0
  const stop = (code: string, message: string, remedy: string): never => {
    throw new Unreadable(finding('error', code, { row: null }, message, remedy))
  }
  parser.on('doctype', () =>
    stop(
      'document-type',
      'The file declares a document type, which the published XML and spreadsheet programs never do.',
      'Use the file that top500.org offers for download.',
    ),
  )
  parser.on('opentag', (tag) => {
    depth++
    if (depth > DEEPEST || ++elements > MOST_ELEMENTS)
      stop(
        'xml-too-large',
        depth > DEEPEST
          ? `The file has more than ${DEEPEST} elements in one another, as line ${parser.line} shows.`
          : `The file has more than ${MOST_ELEMENTS} elements.`,
        'Use the file that top500.org offers for download, or save the list as CSV.',
      )
    heard.open?.(tag, depth)
  })
  parser.on('text', (part) => heard.text?.(part))
  parser.on('cdata', (part) => heard.text?.(part))
  parser.on('closetag', (tag) => {
    heard.close?.(tag, depth)
    depth--
  })
  parser.on('error', (error) =>
    stop(
      'broken-xml',
      `The XML is broken in line ${parser.line}: ${quote(error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, ''), 120)}.`,
      'Download the file again; it may break off before its end.',
    ),
  )
  try {
    parser.write(text).close()
    return null
  } catch (error) {
    if (error instanceof Unreadable) return error.issue
    throw error
  }
}

/** Sees whether a spreadsheet that is written as XML is well-formed and within bounds, before anything else reads it. */
export function guardXml(text: string): Issue | null {
  return parse(text, {})
}

/**
 * How the published XML of a list begins: no declaration is needed, and its prefix may be any. A document type is
 * recognised, to be refused for what it is.
 */
const PUBLISHED =
  /^(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--(?:(?!-->)[\s\S]){0,2000}-->\s*)*(?:<!doctype\b[\s\S]{0,4000}?(?=<(?:[\w.-]{1,40}:)?list\b))?<(?:[\w.-]{1,40}:)?list\b[^>]{0,2000}\btop500\b/i

/** Whether a text is a list in the XML of the TOP500 project. */
export function isPublishedXml(text: string): boolean {
  return PUBLISHED.test(text.slice(0, 8192).trimStart())
}

const DECIMAL = /^\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?$/

/** A value as a cell: figures of XML have a decimal point wherever they were written, so none is ambiguous. */
function cellOf(name: string, text: string): Cell {
  const value = text.trim()
  if (value === '') return null
  const { column } = readHeader(name)
  const figure = column && column !== 'derived' && ['whole', 'number'].includes(column.kind)
  return figure && DECIMAL.test(value) ? Number(value) : value
}

/** The depth at which each system is an element: `list` is the first, `site` the second. */
const SYSTEM_DEPTH = 2

/**
 * Reads the published XML form of a list: one element for each system, which holds one for each figure, some of them in
 * one more (`installation-site`). The first row is what the list says of itself, the second names the elements, without
 * prefixes; each further row is a system in the order of the file.
 */
export function readPublishedXml(text: string): Result<Cell[][]> {
  const names: string[] = []
  const rows: Cell[][] = []
  const title: string[] = []
  let system = new Map<string, string>()
  let value = ''
  let leaf = false
  const refuse = (code: string, message: string, remedy: string): never => {
    throw new Unreadable(finding('error', code, {}, message, remedy))
  }
  const take = (name: string) => {
    if (system.has(name))
      refuse(
        'repeated-element',
        `System ${rows.length + 1} of the XML gives “${quote(name, 60)}” twice.`,
        'Remove the one that is not meant.',
      )
    if (!names.includes(name)) names.push(name)
    if (names.length > LIMITS.columns)
      refuse(
        'too-many-columns',
        `The XML has more than ${LIMITS.columns} kinds of elements; the published one has about twenty.`,
        'Use the file that top500.org offers for download.',
      )
    system.set(name, value)
  }
  const issue = parse(text, {
    open: (tag, depth) => {
      leaf = true
      value = ''
      if (depth === 1)
        for (const { local, value: said } of Object.values(tag.attributes))
          if (local === 'date') title.push(`date ${quote(said, 60)}`)
      if (depth === SYSTEM_DEPTH) system = new Map()
    },
    text: (part) => {
      if (value.length <= LIMITS.cell) value += part
    },
    close: ({ local }, depth) => {
      if (depth > SYSTEM_DEPTH && leaf) take(local)
      leaf = false
      if (depth !== SYSTEM_DEPTH || rows.length > LIMITS.rows) return
      rows.push(names.map((name) => cellOf(name, system.get(name) ?? '')))
    },
  })
  if (issue) return { ok: false, error: [issue] }
  return { ok: true, value: [title, names, ...rows] }
}
