import { describe, expect, it } from 'vitest'
import { markAt, neighbour } from '@/components/charts/nearest'
import { bar, dot, legendOf, specOf, strip } from './spec-fixture'

describe('the mark that a pointer means', () => {
  const marks = [dot('a', 'azure', 10, 10), dot('b', 'rest', 40, 10), dot('c', 'rest', 40, 10)]

  it('is the nearest one', () => {
    expect(markAt(marks, 18, 10, 24)?.id).toBe('a')
  })

  it('is the one drawn last where several lie on each other', () => {
    expect(markAt(marks, 40, 12, 24)?.id).toBe('c')
  })

  it('is still meant at the end of its reach and no longer one pixel further', () => {
    expect(markAt([dot('a', 'azure', 10, 10)], 34, 10, 24)?.id).toBe('a')
    expect(markAt([dot('a', 'azure', 10, 10)], 35, 10, 24)).toBeNull()
  })

  it('is a bar anywhere along its length', () => {
    const bars = [bar('azure', 0, 200, 20), bar('ibm', 0, 100, 60)]
    expect(markAt(bars, 150, 22, 24)?.id).toBe('azure')
    expect(markAt(bars, 20, 58, 24)?.id).toBe('ibm')
  })
})

describe('the mark that a key leads to', () => {
  const dots = specOf([
    dot('rank-1', 'rest', 10, 10),
    dot('rank-2', 'ibm', 20, 20),
    dot('rank-3', 'azure', 30, 30),
    dot('rank-4', 'azure', 40, 40),
  ])
  const mark = (id: string) => dots.marks.find((candidate) => candidate.id === id) ?? null

  it('is the first one of the focus when there was none', () => {
    expect(neighbour(dots, null, 'ArrowRight')?.id).toBe('rank-3')
  })

  it('is the next or last one by place, whoever it belongs to', () => {
    expect(neighbour(dots, mark('rank-3'), 'ArrowLeft')?.id).toBe('rank-2')
    expect(neighbour(dots, mark('rank-3'), 'ArrowRight')?.id).toBe('rank-4')
  })

  it('is nothing beyond either end', () => {
    expect(neighbour(dots, mark('rank-1'), 'ArrowLeft')).toBeNull()
    expect(neighbour(dots, mark('rank-4'), 'ArrowRight')).toBeNull()
  })

  it('is the first or last of all for Home and End', () => {
    expect(neighbour(dots, mark('rank-3'), 'Home')?.id).toBe('rank-1')
    expect(neighbour(dots, mark('rank-1'), 'End')?.id).toBe('rank-4')
  })

  it('is the nearest of the next organisation for the arrows up and down', () => {
    expect(neighbour(dots, mark('rank-4'), 'ArrowDown')?.id).toBe('rank-2')
    expect(neighbour(dots, mark('rank-2'), 'ArrowUp')?.id).toBe('rank-3')
  })

  it('is on the line beneath in a strip, in whatever order the lines were drawn', () => {
    const lines = specOf([
      strip('rest-5', 'rest', 5, 70),
      strip('ibm-12', 'ibm', 12, 10),
      strip('azure-10', 'azure', 10, 40),
    ])
    const at = (index: number) => lines.marks[index] ?? null
    expect(neighbour(lines, at(1), 'ArrowDown')?.id).toBe('azure-10')
    expect(neighbour(lines, at(2), 'ArrowDown')?.id).toBe('rest-5')
    expect(neighbour(lines, at(0), 'ArrowDown')).toBeNull()
    expect(neighbour(lines, at(2), 'ArrowUp')?.id).toBe('ibm-12')
  })

  it('follows the legend among dots, in whatever order the series were drawn', () => {
    const drawn = { ...dots, series: dots.series.toReversed(), texts: legendOf(dots) }
    expect(neighbour(drawn, mark('rank-4'), 'ArrowDown')?.id).toBe('rank-2')
    expect(neighbour(drawn, mark('rank-2'), 'ArrowDown')?.id).toBe('rank-1')
    expect(neighbour(drawn, mark('rank-4'), 'ArrowUp')).toBeNull()
  })

  it('is nothing for any other key', () => {
    expect(neighbour(dots, mark('rank-1'), 'Tab')).toBeNull()
    expect(neighbour(dots, mark('rank-1'), 'constructor')).toBeNull()
  })

  it('stays on the line of a strip', () => {
    const lines = specOf([
      strip('azure-10', 'azure', 10, 10),
      strip('ibm-12', 'ibm', 12, 40),
      strip('azure-32', 'azure', 32, 10),
    ])
    expect(neighbour(lines, lines.marks[0] ?? null, 'ArrowRight')?.id).toBe('azure-32')
  })

  it('goes down the bars in the order in which they stand', () => {
    const bars = specOf([bar('ibm', 0, 100, 60), bar('azure', 0, 200, 20)])
    expect(neighbour(bars, bars.marks[1] ?? null, 'ArrowDown')?.id).toBe('ibm')
  })
})
