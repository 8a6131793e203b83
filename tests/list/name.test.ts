import { expect, test } from 'vitest'
import { guardFormula, unguardFormula } from '@/lib/list/csv'
import { cleanName } from '@/lib/list/name'

test.each([
  ['Microsoft Research ', 'Microsoft Research'],
  ['NVIDIA A100 80GB\u200b', 'NVIDIA A100 80GB'],
  ['Xeon Platinum 8160  24C', 'Xeon Platinum 8160 24C'],
  ['HOKUSAI BigWaterfall\t', 'HOKUSAI BigWaterfall'],
  ['\ufeffPetróleo\u00a0Brasileiro', 'Petróleo Brasileiro'],
  ['two\r\nlines', 'two lines'],
  ['Intel® Xeon®', 'Intel® Xeon®'],
  ['für Technologie', 'für Technologie'],
  ['a\u0000b\u0008c', 'abc'],
  ['Korea, South', 'Korea, South'],
])('the name “%s” is kept as “%s”', (printed, kept) => {
  expect(cleanName(printed)).toBe(kept)
})

test.each(['', ' ', '\u200b\u00a0\t'])('a name of spaces alone is none', (printed) => {
  expect(cleanName(printed)).toBe(null)
})

test.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ["'=1+1", "''=1+1"],
  ['\tx', "'\tx"],
  ['\r=1', "'\r=1"],
  ['＝1+1', "'＝1+1"],
  // Where a comma is the decimal mark, a spreadsheet splits our commas' file at its semicolons.
  ['Rack;=1+1', "Rack;'=1+1"],
  ["a; -1;'@b", "a; '-1;''@b"],
  ['Rack;"=1+1', `Rack;"'=1+1`],
  ['a;b', 'a;b'],
  ['A=1', 'A=1'],
  ["'quoted'", "'quoted'"],
])('the text “%s” is written as “%s” and comes back', (text, written) => {
  expect(guardFormula(text)).toBe(written)
  expect(unguardFormula(written)).toBe(text)
})
