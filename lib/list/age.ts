import type { EditionId } from '../model/edition'

/** An age of the published file: the columns that first came with it tell it. */
export type Age = { from: EditionId | null; label: string; tells: readonly RegExp[] }

/** Newest first; the first age all of whose telling headers stand in the file is its age. */
const AGES: readonly Age[] = [
  { from: null, label: 'CSV of TOP500 Compare', tells: [/^Accelerator Cores$/, /^Power \[kW\]$/] },
  {
    from: '2022-06',
    label: 'published since June 2022',
    tells: [/^energy efficiency/i, /^system id/i],
  },
  {
    from: '2020-06',
    label: 'published June 2020 to November 2021',
    tells: [/^power efficiency/i, /^system id/i],
  },
  { from: '2017-11', label: 'published November 2017 to November 2019', tells: [/^system id/i] },
  { from: '2017-06', label: 'published June 2017', tells: [/^rmax \[tflop/i] },
  { from: '2012-06', label: 'published June 2012 to November 2016', tells: [/^previous rank/i] },
  { from: '2011-11', label: 'published November 2011', tells: [/^total cores/i, /^name$/i] },
  {
    from: '2011-06',
    label: 'published June 2011',
    tells: [/^accelerator$/i, /^proc\. frequency/i],
  },
  { from: '2008-06', label: 'published 2008 to 2010', tells: [/^power$/i, /^proc\. frequency/i] },
  { from: '1993-06', label: 'published 1993 to 2007', tells: [/^processors$/i] },
]

/** The age of a file by its headers as printed; null for a table that somebody made anew. */
export function recogniseAge(headers: readonly string[]): Age | null {
  return (
    AGES.find(({ tells }) => tells.every((tell) => headers.some((header) => tell.test(header)))) ??
    null
  )
}
