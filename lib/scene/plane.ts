import { type Figure, type PlaneLayout, REST, type Series } from '../figure/figure'
import type { Attempt } from './attempt'
import { type LaidAxis, layAxis } from './axis'
import { endNames, endRoom, endsFit } from './end-names'
import { type HeaderFooter, layHeaderFooter } from './header-footer'
import { placeLabels, type Wish } from './label'
import { type LegendItem, layLegend } from './legend'
import { restDot } from './marks/dot'
import { boundsOf } from './marks/marks'
import { layMoments, momentRoom } from './moments'
import { placeMarks, sceneAxis } from './place-marks'
import {
  type Box,
  type LegendEntry,
  looksOf,
  type PlacedText,
  type Rule,
  type SceneMark,
} from './scene'
import { measure, placeText, shorten } from './text'
import { type Frame, NARROW, type TypeSizes } from './type'

/** The least height of the plot in which a curve can be read: in sizes of the type, and as a share of the frame. */
const LEAST_PLOT = { ems: 9, share: 0.36 } as const
/** The share of a picture's height that the legend may take. */
const MOST_LEGEND = 0.2
/** The share of the plot's width that one name may take. */
const LONGEST_LABEL = 0.7
/** Height of a chart without a height of its own, by its width: on a phone, and elsewhere up to so many pixels. */
const NATURAL = { narrow: 1.15, wide: 0.56, most: 560 } as const

/** Everything of a plane that is known before its marks are placed. */
type Geometry = {
  header: HeaderFooter
  height: number
  plot: Box
  legend: readonly LegendEntry[]
  x: LaidAxis
  y: LaidAxis
  yNameAt: number
  atEnds: boolean
}

/** Lays out marks in a plane of two axes: the legend above, or each series named where its line ends. */
export function layPlane(
  figure: Figure,
  layout: PlaneLayout,
  frame: Frame,
  sizes: TypeSizes,
): Attempt {
  const geometry = layGeometry(figure, layout, frame, sizes)
  const { plot, height, header, x, y } = geometry
  const { base } = sizes
  const least = Math.max(base * LEAST_PLOT.ems, height * LEAST_PLOT.share)
  return {
    fits: plot.bottom - plot.top >= least,
    ample: false,
    cut: false,
    height,
    finish: () => {
      const marks = placeMarks(figure, { x, y, base, band: null })
      const labels = labelMarks(figure, geometry, frame, sizes, marks)
      const axes = axisTexts(figure, geometry, sizes)
      const moments = layMoments(figure, x, plot, sizes.small)
      return {
        kind: figure.kind,
        title: figure.title,
        description: figure.description,
        frame: { width: frame.width, height },
        plot,
        x: sceneAxis(figure.x, x, axes.xTicks, axes.xName),
        y: sceneAxis(figure.y, y, axes.yTicks, axes.yName),
        layout: 'plane',
        series: figure.series,
        legend: geometry.atEnds
          ? endNames(figure.series, marks, plot, frame.width - sizes.margin, base)
          : geometry.legend,
        marks,
        rules: [...rulesOf(geometry, sizes), ...moments.rules, ...labels.leaders],
        texts: [...header.texts(height), ...moments.texts, ...labels.texts],
      }
    },
  }
}

function legendItems({ series }: Figure, { legend }: PlaneLayout): LegendItem[] {
  return legend.flatMap(({ series: key, absent }) => {
    const own = series.find((one) => one.key === key)
    return own ? [{ series: own, absent }] : []
  })
}

function layGeometry(
  figure: Figure,
  layout: PlaneLayout,
  frame: Frame,
  sizes: TypeSizes,
  mayEnd = layout.legendAt === 'ends',
): Geometry {
  const { width } = frame
  const { base, small, margin: side } = sizes
  const header = layHeaderFooter(figure, frame, sizes)
  const natural = Math.round(
    width < NARROW ? width * NATURAL.narrow : Math.min(NATURAL.most, width * NATURAL.wide),
  )
  const height =
    frame.height ?? (frame.words ? Math.ceil(header.top + natural + header.under) : natural)
  const named: readonly Series[] = figure.series.filter(({ key }) => key !== REST)
  const ends = mayEnd ? endRoom(named, frame, sizes) : null
  const top = { left: side, right: width - side, top: header.top }
  const legend =
    ends === null
      ? layLegend(legendItems(figure, layout), top, base, (frame.height ?? natural) * MOST_LEGEND)
      : { entries: [], bottom: header.top }
  const yNameAt = legend.bottom + small * 1.5
  const upright = {
    range: [
      Math.floor(height - header.under - small * 3.4),
      Math.ceil(yNameAt + small * 0.9 + momentRoom(figure, small)),
    ],
    upright: true,
    size: small,
  } as const
  const [bottom, high] = upright.range
  const y = layAxis(figure.y, figure.y.reversed ? { ...upright, range: [high, bottom] } : upright)
  const tickWidth = Math.max(0, ...y.ticks.map(({ label }) => measure(label, small)))
  const plot = {
    left: Math.ceil(side + tickWidth + small * 0.7),
    right: width - side - Math.ceil(ends ?? Math.max(small * 1.2, lastTickRoom(figure, small))),
    top: high,
    bottom,
  }
  // Where so many names have no line each, they stand above.
  if (ends !== null && !endsFit(named.length, plot, base))
    return layGeometry(figure, layout, frame, sizes, false)
  // Dots at the first value stand clear of the axis; a line begins at it.
  const joined = figure.marks.some(({ type }) => type === 'line' || type === 'area')
  const inset = joined ? 0 : restDot(base) * 2
  const level = (from: number) =>
    layAxis(figure.x, { range: [plot.left + from, plot.right], upright: false, size: small })
  const first = measure(level(inset).ticks[0]?.label ?? '', small) / 2
  // The words of a list at which the axis begins stand clear of those of the upright axis.
  const begins = figure.x.type === 'time' && (level(0).ticks[0]?.at ?? 0) - first < plot.left
  const x = level(begins ? first : inset)
  return { header, height, plot, legend: legend.entries, x, y, yNameAt, atEnds: ends !== null }
}

/** Half of the words that may stand beneath the last list of an axis of time. */
const lastTickRoom = ({ x }: Figure, size: number) =>
  x.type === 'time' ? measure('June 2026', size) / 2 : 0

/** The names that marks should have, where there is room for them. */
function labelMarks(
  figure: Figure,
  { plot }: Geometry,
  { width }: Frame,
  { base, margin }: TypeSizes,
  marks: readonly SceneMark[],
): ReturnType<typeof placeLabels> {
  const looks = looksOf(figure)
  const bounds = marks.flatMap((mark) => {
    const look = looks.get(mark.series)
    return look ? [{ mark, box: boundsOf(mark, look) }] : []
  })
  const byId = new Map(bounds.map((one) => [one.mark.id, one]))
  const wishes = figure.labels.flatMap(({ mark: id, name, suffix }): Wish[] => {
    const found = byId.get(id)
    if (!found) return []
    const { mark, box } = found
    const longest = (plot.right - plot.left) * LONGEST_LABEL - measure(suffix, base, 600)
    return [
      {
        mark: { id, x: mark.x, y: mark.y, size: mark.size, reach: mark.y - box.top },
        text: `${shorten(name, longest, base, 600)}${suffix}`,
        size: base,
        weight: 600,
      },
    ]
  })
  const within = { left: plot.left, right: width - margin, top: plot.top, bottom: plot.bottom }
  return placeLabels(wishes, within, [...bounds.map(({ box }) => box), ...lineBoxes(marks)])
}

/** What lines cover between their points, in boxes as large as they are wide, so that no name stands on a line. */
function lineBoxes(marks: readonly SceneMark[]): Box[] {
  return marks.flatMap((mark, at) => {
    const before = marks[at - 1]
    if (mark.type !== 'line' || mark.gap || before?.series !== mark.series) return []
    const [dx, dy] = [mark.x - before.x, mark.y - before.y]
    const half = mark.size / 2 + 1
    const pieces = Math.floor(Math.hypot(dx, dy) / (mark.size + 4))
    return Array.from({ length: Math.max(0, pieces - 1) }, (_, piece) => {
      const part = (piece + 1) / pieces
      const [x, y] = [before.x + dx * part, before.y + dy * part]
      return { left: x - half, right: x + half, top: y - half, bottom: y + half }
    })
  })
}

function rulesOf({ plot, x, y }: Geometry, { small }: TypeSizes): Rule[] {
  const across = { x1: plot.left, x2: plot.right, width: 1 } as const
  return [
    ...y.ticks.map(({ at }): Rule => ({ ...across, y1: at, y2: at, colour: 'grid', role: 'grid' })),
    { ...across, y1: plot.bottom, y2: plot.bottom, colour: 'faint', role: 'axis' },
    ...x.ticks.map(
      ({ at }): Rule => ({
        x1: at,
        x2: at,
        y1: plot.bottom,
        y2: plot.bottom + small * 0.4,
        colour: 'faint',
        width: 1,
        role: 'axis',
      }),
    ),
  ]
}

function axisTexts(figure: Figure, { plot, x, y, yNameAt }: Geometry, sizes: TypeSizes) {
  const { small, margin } = sizes
  const say = (text: string, at: Pick<PlacedText, 'x' | 'y' | 'anchor' | 'role'>) =>
    placeText({ ...at, text, size: small, weight: 400, colour: 'muted' })
  return {
    yName: say(figure.y.label, { x: margin, y: yNameAt, anchor: 'start', role: 'axis' }),
    xName: say(figure.x.label, {
      x: plot.right,
      y: plot.bottom + small * 2.9,
      anchor: 'end',
      role: 'axis',
    }),
    yTicks: y.ticks.map(({ label, at }) =>
      say(label, {
        x: plot.left - small * 0.6,
        y: at + small * 0.36,
        anchor: 'end',
        role: 'tick',
      }),
    ),
    xTicks: x.ticks.map(({ label, at }) => {
      // The first list of few begins at the axis, so as not to stand beneath its figures.
      const begins = figure.x.type === 'time' && at - measure(label, small) / 2 < plot.left
      return say(label, {
        x: begins ? plot.left : at,
        y: plot.bottom + small * 1.55,
        anchor: begins ? 'start' : 'middle',
        role: 'tick',
      })
    }),
  }
}
