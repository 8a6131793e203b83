import { utils, write } from '@e965/xlsx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readSheet } from '@/lib/list/read'

const CONTENTS = '[Content_Types].xml'
const PEOPLE =
  '<Override PartName="/xl/persons/person.xml" ContentType="application/vnd.ms-excel.person+xml"/>'

/** A small workbook, with what a spreadsheet program puts beside its cells. */
function workbook(change: (parts: Record<string, Uint8Array>) => void = () => {}): Uint8Array {
  const book = utils.book_new()
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['Rank', 'Rmax'],
      [1, 442010],
    ]),
    'List',
  )
  const parts = unzipSync(new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' })))
  change(parts)
  return zipSync(parts)
}

const cells = (bytes: Uint8Array) => {
  const sheet = readSheet(bytes, 'list.xlsx')
  return sheet.ok ? sheet.value.rows : sheet.error.map(({ code }) => code)
}

describe('guardArchive', () => {
  it('reads a workbook whose list of parts names metadata, which is not handed on', () => {
    const names: string[] = []
    const bytes = workbook((parts) => names.push(...Object.keys(parts)))
    expect(names).toContain('xl/metadata.xml')
    expect(cells(bytes)).toEqual([
      ['Rank', 'Rmax'],
      [1, 442010],
    ])
  })

  it('reads a workbook with comments, whose people are not handed on', () => {
    const bytes = workbook((parts) => {
      const contents = strFromU8(parts[CONTENTS] ?? new Uint8Array())
      parts[CONTENTS] = strToU8(contents.replace('</Types>', `${PEOPLE}</Types>`))
      parts['xl/persons/person.xml'] = strToU8('<personList/>')
    })
    expect(cells(bytes)).toEqual([
      ['Rank', 'Rmax'],
      [1, 442010],
    ])
  })

  it('still refuses a workbook without its list of parts', () => {
    const bytes = workbook((parts) => {
      delete parts[CONTENTS]
    })
    expect(cells(bytes)).toEqual(['broken-workbook'])
  })
})
