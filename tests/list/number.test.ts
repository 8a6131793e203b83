import { describe, expect, test } from 'vitest'
import { parseNumber, provenMark, shiftDecimal } from '@/lib/list/number'

describe('a number in text', () => {
  test.each([
    ['442010', 442010],
    ['442,010.00', 442010],
    ['1,234,567', 1234567],
    ['1 234 567.5', 1234567.5],
    ['1\u00a0234\u202f567.5', 1234567.5],
    ["1'234'567.5", 1234567.5],
    ['1’234.5', 1234.5],
    ['12,34,567.8', 1234567.8],
    ['0.472', 0.472],
    ['.5', 0.5],
    ['1.5E+06', 1500000],
    [' 1649.11 ', 1649.11],
    ["'30050", 30050],
  ])('“%s” with a decimal point is %d', (text, value) => {
    expect(parseNumber(text, '.')).toBe(value)
  })

  test.each([
    ['442.010,00', 442010],
    ['1.234.567', 1234567],
    ['1 234 567,5', 1234567.5],
    ["1'234'567,5", 1234567.5],
    ['0,472', 0.472],
    ['1,5E+06', 1500000],
    ['30.050', 30050],
  ])('“%s” with a decimal comma is %d', (text, value) => {
    expect(parseNumber(text, ',')).toBe(value)
  })

  test.each([
    '',
    '-',
    'abc',
    '-5',
    '+5',
    '1.2.3',
    '1,23,4',
    '12 34',
    '1 23',
    '1e999',
    '1e16',
    'Infinity',
    'NaN',
    '0x10',
    '1_000',
    '５',
    '9'.repeat(61),
  ])('“%s” is none', (text) => {
    expect(parseNumber(text, '.')).toBe(null)
    expect(parseNumber(text, ',')).toBe(null)
  })

  test('up to 10¹⁵ can be a figure of a list, and nothing beyond', () => {
    expect(parseNumber('1e15', '.')).toBe(1e15)
    expect(parseNumber('1000000000000001', '.')).toBe(null)
  })

  test.each([
    ['1.234,5', ','],
    ['1,234,567', '.'],
    ['1649.11', '.'],
    ['0.472', '.'],
    ['0,472', ','],
    ['1234.567', '.'],
    ['442.010', null],
    ['1,234', null],
    ['442010', null],
    ['1 234', null],
  ])('“%s” proves the decimal mark %s', (text, mark) => {
    expect(provenMark(text)).toBe(mark)
  })
})

describe('a change of unit', () => {
  test.each([
    [93014593.88, -3, 93014.59388],
    [0.472, -3, 0.000472],
    [59.7, -3, 0.0597],
    [6051.3, -3, 6.0513],
    [1.1, 6, 1100000],
    [1e-7, -3, 1e-10],
    [0, -3, 0],
  ])('moves the digits of %d by %d places to %d', (value, power, shifted) => {
    expect(shiftDecimal(value, power)).toBe(shifted)
  })
})
