import { describe, expect, it } from 'vitest'
import { told } from '@/app/told'
import { caption } from '@/lib/figure/caption'
import { type Figure, wordsOf } from '@/lib/figure/figure'
import { type Named, type Prose, piecesOf, plain } from '@/lib/model/prose'
import { CASES, comparisonOf, figureOf, VIEWS } from '@/tests/charts/cases'
import { STORIES, storyFigure } from '@/tests/charts/story-cases'

const namesIn = (text: Prose): Named[] =>
  piecesOf(text).flatMap((piece) => (typeof piece === 'string' ? [] : [piece]))

/** Every name in the caption of a chart, with the key of what it names. */
const namesOf = (figure: Figure) => {
  const { title, subtitle, notes } = wordsOf(figure)
  return [title, subtitle, ...notes]
    .flatMap(namesIn)
    .map((named) => [named.name, 'system' in named ? named.system : named.organisation])
}

describe('the names in a caption', () => {
  it('lead to the systems and organisations that they name', () => {
    expect(namesOf(storyFigure('voyager', 'rank-history'))).toEqual([['Voyager-EUS2', '180024']])
    expect(namesOf(storyFigure('azure', 'rank-of'))).toEqual([['Microsoft Azure', 'azure']])
    expect(namesOf(figureOf('rank-rmax', comparisonOf({})))).toEqual([
      ['Microsoft Azure', 'azure'],
      // Those that share systems, pair by pair: 2, 1 and 1.
      ['IBM', 'ibm'],
      ['NVIDIA', 'nvidia'],
      ['Lenovo', 'lenovo'],
      ['Fujitsu', 'fujitsu'],
      ['IBM', 'ibm'],
      ['Lenovo', 'lenovo'],
    ])
    expect(namesOf(storyFigure('claim-true', 'claim-verdict'))).toEqual([
      ['Microsoft Azure', 'azure'],
    ])
  })

  it('of a system that no list numbers are its first list and rank', () => {
    expect(namesOf(storyFigure('of-1993', 'rank-history')).map(([, key]) => key)).toEqual([
      '1993-06-1',
    ])
  })

  it('are words like all others wherever a chart is drawn, copied or saved', () => {
    const figures = [
      ...STORIES.map(({ name, kind }) => storyFigure(name, kind)),
      ...CASES.map(({ kind, view }) => figureOf(kind, comparisonOf(VIEWS[view]))),
    ]
    for (const figure of figures) {
      const { title, subtitle, notes } = wordsOf(figure)
      expect([plain(title), plain(subtitle), notes.map(plain)]).toEqual([
        figure.title,
        figure.subtitle,
        figure.notes,
      ])
      expect(caption(figure)).not.toMatch(/object Object|undefined/)
    }
  })
})

describe('a name on a page', () => {
  const voyager: Named = { name: 'Voyager-EUS2', system: '180024' }
  const ibm: Named = { name: 'IBM', organisation: 'ibm', lens: 'run-by', list: '2023-11' }

  it('is a link to the page of what it names, in the theme of this one', () => {
    expect(told(['From ', voyager, ' to ', ibm], 'dark')).toEqual([
      'From ',
      { label: 'Voyager-EUS2', href: '/systems/180024?theme=dark' },
      ' to ',
      { label: 'IBM', href: '/?list=2023-11&focus=ibm&by=run-by&theme=dark' },
    ])
  })

  it('is a word where the page itself is about it', () => {
    expect(told(['Where ', voyager, ' ranks'], 'system', voyager)).toEqual([
      'Where Voyager-EUS2 ranks',
    ])
  })
})
