import Papa from 'papaparse'
import type { Result } from '../model/issue'
import type { Sheet } from './cell'
import { readWorkbook } from './workbook'

const starts = (bytes: Uint8Array, ...signature: number[]) =>
  signature.every((byte, index) => bytes[index] === byte)

/**
 * Turns the bytes of a file into its table of cells; what kind of file it is, its first bytes say, not its name.
 * @returns issues where it is no table.
 */
export function readSheet(bytes: Uint8Array, fileName: string | null): Result<Sheet> {
  const format = starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)
    ? 'xls'
    : starts(bytes, 0x50, 0x4b, 0x03, 0x04)
      ? 'xlsx'
      : 'csv'
  if (format === 'csv') {
    const parsed = Papa.parse<string[]>(new TextDecoder().decode(bytes))
    return {
      ok: true,
      value: {
        format,
        sheetName: null,
        fileName,
        encoding: 'utf-8',
        delimiter: parsed.meta.delimiter,
        rows: parsed.data,
        issues: [],
      },
    }
  }
  const workbook = readWorkbook(bytes)
  if (workbook)
    return {
      ok: true,
      value: { format, fileName, encoding: null, delimiter: null, issues: [], ...workbook },
    }
  return {
    ok: false,
    error: [
      {
        severity: 'error',
        code: 'empty-workbook',
        row: null,
        column: null,
        value: fileName,
        message: 'The workbook’s first sheet is empty.',
        remedy: 'Choose the workbook that top500.org offers for download.',
      },
    ],
  }
}
