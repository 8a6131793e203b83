import { describe, expect, it } from 'vitest'
import type { PlacedMark, Scene, SceneMark } from '@/lib/scene/scene'
import { markAt, neighbour } from '@/lib/scene/walk'
import { comparisonOf, sceneOf as sceneOfView } from '@/tests/charts/cases'
import { bar, dot, point, sceneOf, tick } from './fixture'

const at = (marks: readonly SceneMark[], x: number, y: number, reach = 24) =>
  markAt({ marks, texts: [] }, { x, y }, reach)?.id ?? null

describe('the mark that a pointer means', () => {
  const marks = [dot('a', 'azure', 10, 10), dot('b', 'rest', 40, 10), dot('c', 'rest', 40, 10)]

  it('is the nearest one', () => {
    expect(at(marks, 18, 10)).toBe('a')
  })

  it('is the one drawn last where several lie on each other', () => {
    expect(at(marks, 40, 12)).toBe('c')
  })

  it('is still meant at the end of its reach and no longer one pixel further', () => {
    expect(at([dot('a', 'azure', 10, 10)], 34, 10)).toBe('a')
    expect(at([dot('a', 'azure', 10, 10)], 35, 10)).toBeNull()
  })

  it('is a bar anywhere along its length', () => {
    const bars = [bar('azure', 0, 200, 20), bar('ibm', 0, 100, 60)]
    expect(at(bars, 150, 22)).toBe('azure')
    expect(at(bars, 20, 58)).toBe('ibm')
  })

  it('is the point of a line that is nearer along it, however far it is to either', () => {
    const line = [point('a', 'azure', 0, 0), point('b', 'azure', 300, 0)]
    expect(at(line, 149, 5)).toBe('a')
    expect(at(line, 151, 5)).toBe('b')
  })

  it('is the one whose name it is on, however near another one lies', () => {
    const box = { left: 20, right: 60, top: 4, bottom: 16 }
    const look = { anchor: 'start', size: 12, weight: 400, colour: 'ink', role: 'label' } as const
    const name = { ...look, text: 'Voyager', x: 20, y: 14, box, mark: 'a' }
    const dots = [dot('a', 'azure', 10, 10), dot('b', 'rest', 50, 20)]
    const over = (x: number, y: number) => markAt({ marks: dots, texts: [name] }, { x, y }, 24)?.id
    expect(over(50, 15)).toBe('a')
    expect(over(50, 18)).toBe('b')
  })

  it('is nothing where a line is broken, as what is in between is not known', () => {
    const line = [point('a', 'azure', 0, 0), { ...point('b', 'azure', 300, 0), gap: true }]
    expect(at(line, 150, 0)).toBeNull()
  })
})

/** The ids of the marks that keys pressed one after the other lead to; null where a key leads nowhere. */
function walk(scene: Scene, keys: readonly string[], from: string | null = null) {
  let mark: PlacedMark | null = scene.marks.find(({ id }) => id === from) ?? null
  return keys.map((key) => {
    const next = neighbour(scene, mark, key)
    mark = next ?? mark
    return next?.id ?? null
  })
}

describe('the mark that a key leads to in a plane of dots', () => {
  const dots = sceneOf([
    dot('rank-1', 'rest', 10, 10),
    dot('rank-2', 'ibm', 20, 20),
    dot('rank-3', 'azure', 30, 30),
    dot('rank-4', 'azure', 40, 40),
  ])

  it('is the first one of the focus when there was none', () => {
    expect(walk(dots, ['ArrowRight'])).toEqual(['rank-3'])
  })

  it('is the next or last one by place, whoever it belongs to, and nothing beyond either end', () => {
    expect(walk(dots, ['ArrowLeft', 'ArrowLeft', 'ArrowLeft'], 'rank-3')).toEqual([
      'rank-2',
      'rank-1',
      null,
    ])
    expect(walk(dots, ['ArrowRight', 'ArrowRight'], 'rank-3')).toEqual(['rank-4', null])
  })

  it('is the first or last of all for Home and End', () => {
    expect(walk(dots, ['Home', 'End'], 'rank-3')).toEqual(['rank-1', 'rank-4'])
  })

  it('is the nearest of the organisation that the legend names next for the arrows up and down', () => {
    expect(walk(dots, ['ArrowDown', 'ArrowDown', 'ArrowDown'], 'rank-4')).toEqual([
      'rank-2',
      'rank-1',
      null,
    ])
    const other = sceneOf(dots.marks, 'plane', ['rest', 'azure', 'ibm'])
    expect(walk(other, ['ArrowDown', 'ArrowUp', 'ArrowUp'], 'rank-4')).toEqual([
      'rank-2',
      'rank-3',
      'rank-1',
    ])
  })

  it('is nothing for any other key', () => {
    expect(walk(dots, ['Tab', 'constructor'], 'rank-1')).toEqual([null, null])
  })
})

describe('the mark that a key leads to on lines', () => {
  const lines = sceneOf([
    point('ibm-1', 'ibm', 10, 10),
    point('ibm-2', 'ibm', 50, 20),
    point('azure-1', 'azure', 12, 30),
    point('azure-2', 'azure', 52, 40),
  ])

  it('stays on the line to the left and right, and changes it up and down at about the same place', () => {
    expect(
      walk(lines, ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowLeft']),
    ).toEqual(['azure-1', 'azure-2', null, 'ibm-2', 'ibm-1'])
  })
})

describe('the mark that a key leads to in bands', () => {
  it('stays in its band to the left and right, and goes to the next band down and up', () => {
    const ticks = sceneOf(
      [
        tick('rest-5', 'rest', 5, 70),
        tick('ibm-12', 'ibm', 12, 10),
        tick('azure-10', 'azure', 10, 40),
        tick('azure-32', 'azure', 32, 40),
      ],
      'bands',
      ['ibm', 'azure', 'rest'],
    )
    expect(
      walk(ticks, ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowDown']),
    ).toEqual(['azure-10', 'azure-32', null, 'rest-5', null])
    expect(walk(ticks, ['ArrowUp'], 'azure-32')).toEqual(['ibm-12'])
  })

  it('goes from band to band where each holds one mark, whichever arrow it is', () => {
    const bars = sceneOf([bar('ibm', 0, 100, 60), bar('azure', 0, 200, 20)], 'bands')
    expect(walk(bars, ['ArrowDown', 'ArrowDown', 'ArrowDown'])).toEqual(['azure', 'ibm', null])
    expect(walk(bars, ['ArrowLeft', 'End', 'Home'], 'ibm')).toEqual(['azure', 'ibm', 'azure'])
  })
})

describe('the mark that a key leads to in charts of November 2021', () => {
  /** Ranks as the list printed them. */
  const FOCUS = 'azure'

  it('follows a legend whose names are shortened as it follows whole ones', () => {
    const scene = sceneOfView(
      'rank-rmax',
      comparisonOf({
        lens: 'run-by',
        focus: 'site:National Supercomputing Center in Wuxi',
        beside: [
          'site:Forschungszentrum Juelich (FZJ)',
          'site:National Super Computer Center in Guangzhou',
          'site:Texas Advanced Computing Center/Univ. of Texas',
          'site:DOE/SC/Oak Ridge National Laboratory',
          "site:Commissariat a l'Energie Atomique (CEA)",
          'site:King Abdullah University of Science and Technology',
          'site:Swiss National Supercomputing Centre (CSCS)',
          'site:NASA/Ames Research Center/NAS',
          'site:GSIC Center, Tokyo Institute of Technology',
        ],
      }),
      { width: 480, height: 320 },
    )
    // Wuxi has rank 4; Juelich 8, 52 and 77; Guangzhou 7; Texas 13, 44 and 279; Oak Ridge 2.
    expect(scene.legend.some(({ texts }) => texts.some(({ text }) => text.includes('…')))).toBe(
      true,
    )
    const down = Array.from({ length: 4 }, () => 'ArrowDown')
    expect(walk(scene, down, 'rank-4')).toEqual(['rank-8', 'rank-7', 'rank-13', 'rank-2'])
    expect(walk(scene, ['ArrowUp'], 'rank-2')).toEqual(['rank-13'])
  })

  it('goes down the best ranks from the best to the last', () => {
    const scene = sceneOfView(
      'totals',
      comparisonOf({ metric: 'best-rank', focus: FOCUS, beside: ['meta', 'ibm', 'fujitsu'] }),
      { width: 720 },
    )
    // Fujitsu 1, IBM 2, Azure 10, Meta 139.
    expect(
      walk(scene, ['ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp']),
    ).toEqual(['azure', 'meta', 'azure', 'ibm', 'fujitsu', null])
    expect(walk(scene, ['Home', 'End'], 'azure')).toEqual(['fujitsu', 'meta'])
  })
})
