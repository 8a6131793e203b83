/**
 * How large a file may be. A published list is a workbook of 120 to 300 KB that inflates to under 1 MB and holds 501 rows
 * of at most 40 columns; the limits leave room for what people add, and none for what only costs memory.
 */
export const LIMITS = {
  /** Bytes of a file as it comes. */
  bytes: 8 * 1024 * 1024,
  /** Bytes of all parts of a workbook once inflated. */
  inflated: 40 * 1024 * 1024,
  /** Parts of a workbook. */
  parts: 1000,
  /** Sheets that are read; a published list has one. Many may name the same part, so their bytes do not bound them. */
  sheets: 16,
  /** Lists that are told apart in one file; each is then looked at on its own. */
  lists: 16,
  rows: 5000,
  columns: 300,
  /** Characters of one cell; a spreadsheet holds no more either. */
  cell: 32_767,
} as const
