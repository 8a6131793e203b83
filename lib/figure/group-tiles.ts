import type { Figure } from './figure'
import { groupsOnList } from './groups-on-list'
import type { KindOf } from './kind'
import type { TimeAsked } from './time-answer'

/** A tile for each group on one list, as large as its share of the whole: many small ones beside few large. */
export const groupTiles: KindOf<'time'> = {
  key: 'group-tiles',
  page: 'time',
  figure,
  rowName: ['list', 'group'],
  byMetric: true,
}

function figure(asked: TimeAsked): Figure {
  const bars = groupsOnList.figure(asked)
  const words = new Map(
    bars.layout.type === 'bands' ? bars.layout.bands.map((band) => [band.series, band.short]) : [],
  )
  // The largest first, whatever it is: the others together are often the largest.
  const marks = bars.marks
    .filter(({ x }) => Number(x) > 0)
    .sort((a, b) => Number(b.x) - Number(a.x))
    .map((mark) => ({ ...mark, type: 'tile' as const }))
  return {
    ...bars,
    kind: groupTiles.key,
    title: `${bars.title}, as parts of the whole`,
    notes: [...bars.notes, 'Tiles too small for their name are named in the table of the chart.'],
    layout: {
      type: 'tiles',
      tiles: marks.map(({ series }) => ({ series, text: words.get(series) ?? '' })),
    },
    marks,
  }
}
