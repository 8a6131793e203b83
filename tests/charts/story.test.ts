import { describe, expect, it } from 'vitest'
import { altText, caption } from '@/lib/figure/caption'
import { KINDS } from '@/lib/figure/kinds'
import { layScene } from '@/lib/scene/lay'
import { type Scene, textsOf } from '@/lib/scene/scene'
import { inside, overlaps } from '@/lib/scene/text'
import { snapshotOf } from './cases'
import { STORIES, storyFigure } from './story-cases'

/** The presets that are most unlike, the smallest frame, and those of the page. */
const FRAMES = [
  { width: 1200, height: 675, words: true },
  { width: 1080, height: 1350, words: true },
  { width: 480, height: 320, words: true },
  { width: 4096, height: 320, words: true },
  { width: 358, words: false },
  { width: 720, words: false },
  { width: 1120, words: false },
]

/** Words that leave the frame or cover one another. */
function faults(scene: Scene): string[] {
  const whole = {
    left: -0.01,
    top: -0.01,
    right: scene.frame.width + 0.01,
    bottom: scene.frame.height + 0.01,
  }
  const texts = textsOf(scene)
  return texts.flatMap((one, at) => [
    ...(inside(one.box, whole) ? [] : [`“${one.text}” leaves the frame`]),
    ...texts
      .slice(at + 1)
      .flatMap((other) =>
        overlaps(one.box, other.box, 0) ? [`“${one.text}” covers “${other.text}”`] : [],
      ),
  ])
}

describe('the charts of systems, ranks, changes and claims', () => {
  it('are all looked at here', () => {
    const own = KINDS.filter(({ page }) => ['system', 'rank', 'changes', 'claim'].includes(page))
    expect(new Set(STORIES.map(({ kind }) => kind))).toEqual(new Set(own.map(({ key }) => key)))
  })

  // After a change that is meant: npx vitest run -u tests/charts/story.test.ts, and look at what it changed.
  it.each(STORIES)('are drawn as they are kept: $kind of $name', async ({ name, kind }) => {
    const figure = storyFigure(name, kind)
    for (const [frame, mode] of [
      [{ width: 1200, height: 675, words: true }, 'light'],
      [{ width: 1080, height: 1350, words: true }, 'dark'],
    ] as const)
      await expect(snapshotOf(layScene(figure, frame), mode)).toMatchFileSnapshot(
        `story/${name}/${kind}.${frame.width}x${frame.height}.${mode}.svg`,
      )
  })

  it.each(STORIES)('have every word inside and apart: $kind of $name', ({ name, kind }) => {
    const figure = storyFigure(name, kind)
    for (const frame of FRAMES)
      expect({ ...frame, faults: faults(layScene(figure, frame)) }).toEqual({
        ...frame,
        faults: [],
      })
  })

  it.each(STORIES)(
    'have marks inside the plot, each with its row: $kind of $name',
    ({ name, kind }) => {
      const figure = storyFigure(name, kind)
      const ids = figure.marks.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const { row } of figure.marks) expect(figure.rows.byKey[row]).toBeDefined()
      for (const frame of FRAMES) {
        const { marks, plot } = layScene(figure, frame)
        const out = marks.filter(
          ({ x, y }) =>
            !(x >= plot.left - 0.01 && x <= plot.right + 0.01) ||
            !(y >= plot.top - 0.01 && y <= plot.bottom + 0.01),
        )
        expect(out.map(({ id }) => id)).toEqual([])
      }
    },
  )

  it.each(STORIES)('say themselves in whole sentences: $kind of $name', ({ name, kind }) => {
    const figure = storyFigure(name, kind)
    expect(figure.table.rows.every((row) => row.length === figure.table.columns.length)).toBe(true)
    for (const words of [caption(figure), altText(figure)]) expect(words).toMatch(/^[^\s].*[.!?]$/)
    expect(caption(figure)).not.toMatch(/undefined|null|NaN|\.\./)
  })

  it('says the figures of Voyager-EUS2 in its table', () => {
    const { rows } = storyFigure('voyager', 'rank-history').table
    expect(rows[0]?.slice(0, 4)).toEqual(['2021-11', '10', 30050, 39531.15])
    expect(rows.at(-1)?.slice(0, 2)).toEqual(['2026-06', '78'])
  })

  it('says what is added up that it is no valid HPL run', () => {
    expect(caption(storyFigure('fleet', 'rank-of'))).toContain('no valid HPL run')
    expect(caption(storyFigure('fleet', 'rank-takes'))).toContain('no valid HPL run')
  })

  it('say of an organisation as one machine what it is, in picture, caption and table', () => {
    const figure = storyFigure('azure', 'rank-of')
    expect(figure.title).toBe('Where the systems run by Microsoft Azure as one machine would rank')
    expect(figure.subtitle).toContain(
      'The sum of their Rmax on every TOP500 list, which is not a valid HPL run',
    )
    expect(caption(figure)).toContain('no valid HPL run')
    expect(figure.permalink).toBe('https://top500.example/rank?of=azure&by=run-by')
    // November 2021: 5 systems, 96,410 TFlop/s, below Fugaku and Summit.
    const row = figure.table.rows.find(([list]) => list === '2021-11')
    expect(row?.slice(0, 5)).toEqual(['2021-11', 5, 96410, '3', 0])
    const takes = storyFigure('azure', 'rank-takes').table
    expect(takes.columns.at(-1)).toMatchObject({ key: 'sum', unit: 'TFlop/s' })
    expect(takes.rows.find(([list]) => list === '2021-11')?.at(-1)).toBe(96410)
    expect(takes.rows[0]?.at(-1)).toBe(null)
  })
})
