import { describe, expect, test } from 'vitest'
import { readList, writeList } from '@/lib/list/csv'
import { importList } from '@/lib/list/import'
import { caseFile, caseFolder } from './cases'

describe.runIf(caseFolder)('nasty of ../shared/cases', () => {
  const read = () => {
    const { bytes, fileName } = caseFile('nasty')
    const outcome = importList(bytes, { fileName })
    if (!outcome.ok || !outcome.value.edition) throw new Error('The list was refused')
    return outcome.value.edition.systems
  }

  test.each([
    [1, '<script>window.__xss=1</script>'],
    [3, "' onmouseover='window.__xss=3"],
    // Direction marks and characters of no width are taken off, and nothing else.
    [7, 'gpj.exe end'],
    [8, 'zerowidthjoin'],
    [10, 'W'.repeat(500)],
    [11, "=cmd|'/c calc'!A1"],
    [20, 'A, B; C "D"'],
    [21, '日本語の名前'],
    [26, 'line sep para x'],
  ])('rank %d keeps its name as printed, as text', (rank, name) => {
    expect(read()[rank - 1]?.name).toBe(name)
  })

  test('comes back from our own CSV, where no name begins a formula', () => {
    const systems = read()
    const text = writeList(systems)
    expect(readList(text)).toEqual(systems)
    expect(text).toContain("'=cmd|'/c calc'!A1")
    expect(text).not.toMatch(/(?:^|,)"?[=+@-]/m)
  })
})
