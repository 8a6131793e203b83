import type { Figure, LinesLayout } from '../figure/figure'
import type { Attempt } from './attempt'
import { layHeaderFooter } from './header-footer'
import { MARKS } from './marks/marks'
import type { PlacedText, Rule, SceneMark } from './scene'
import { measure, placeText, shorten, wrapTo } from './text'
import { type Frame, NARROW, type TypeSizes } from './type'

/** Height of a line of a row in ems; a finger needs more on a phone. */
const ROW = { narrow: 2.6, wide: 1.9 } as const
/** Sentences take no more lines than these each. */
const MOST_LINES = 4
/** A picture in which fewer rows have room is drawn in smaller type first. */
const LEAST_ROWS = 4
/** A row is no wider, in ems, so that its figure stands near its name. */
const WIDEST = 46

/** What a picture of lines has room for. */
type Geometry = {
  sentences: readonly string[]
  /** Rows that are drawn, and how many are only counted. */
  shown: LinesLayout['lines']
  more: number
  top: number
  rowsTop: number
  rowHeight: number
  height: number
  fits: boolean
  ample: boolean
}

type Header = ReturnType<typeof layHeaderFooter>

const linesHigh = (count: number, { base, line }: TypeSizes) => count * Math.ceil(base * line)

function divide(
  figure: Figure,
  { lines, more }: LinesLayout,
  { width, height: given, words }: Frame,
  sizes: TypeSizes,
  header: Header,
): Geometry {
  const { base, small, margin } = sizes
  const room = width - 2 * margin
  // Beside a chart of the page its sentences stand already; without rows they are all that there is to show.
  const all =
    words || lines.length === 0
      ? figure.notes.flatMap((note) => wrapTo(note, MOST_LINES, room, base))
      : []
  const rowHeight = Math.ceil(base * (width < NARROW && !words ? ROW.narrow : ROW.wide))
  const heading = lines.length > 0 ? small * 2 : 0
  const gap = all.length > 0 && lines.length > 0 ? base : 0
  const rows = lines.length + (more > 0 ? 1 : 0)
  const natural =
    header.top + linesHigh(all.length, sizes) + gap + heading + rows * rowHeight + base * 0.4
  const height = given ?? Math.ceil(natural + header.under)
  const bottom = height - header.under
  const most = Math.max(0, Math.floor((bottom - header.top) / Math.ceil(base * sizes.line)))
  const sentences = all.slice(0, most)
  const rowsTop = header.top + linesHigh(sentences.length, sizes) + gap + heading
  const places = Math.max(0, Math.floor((bottom - rowsTop) / rowHeight))
  const count = rows <= places ? lines.length : Math.max(0, places - 1)
  const left = lines.length - count + more
  return {
    sentences,
    shown: lines.slice(0, count),
    // A line for what is left needs its place, too.
    more: places === 0 ? 0 : left,
    top: header.top,
    rowsTop,
    rowHeight,
    height,
    fits: sentences.length === all.length && count >= Math.min(LEAST_ROWS, lines.length),
    ample: rows <= places,
  }
}

const text = (
  words: string,
  x: number,
  y: number,
  size: number,
  style: Partial<PlacedText> = {},
): PlacedText =>
  placeText({
    text: words,
    x,
    y,
    size,
    anchor: 'start',
    weight: 400,
    colour: 'ink',
    role: 'label',
    ...style,
  })

/** The words of the rows: where each stands, what it is called, and its figure. */
function rowTexts(
  { marks }: Pick<Figure, 'marks'>,
  layout: LinesLayout,
  { shown, more, rowsTop, rowHeight }: Geometry,
  width: number,
  { base, small, margin }: TypeSizes,
): PlacedText[] {
  const left = margin + base * 1.2
  const right = Math.min(width - margin, margin + base * WIDEST)
  const widest = (of: (line: LinesLayout['lines'][number]) => string) =>
    Math.max(0, ...shown.map((line) => measure(of(line), base)))
  const namesAt = left + widest(({ place }) => place) + base
  const room = right - namesAt - widest(({ value }) => value) - base
  const heading =
    layout.lines.length > 0 && shown.length > 0
      ? [text(layout.heading, margin, rowsTop - small * 0.6, small, { colour: 'muted' })]
      : []
  const lines = shown.flatMap(({ series, place, name, value }, at) => {
    const y = rowsTop + rowHeight * (at + 0.5) + base * 0.36
    const mark = marks.find((one) => one.series === series)?.id
    return [
      text(place, left, y, base, { colour: 'muted' }),
      text(shorten(name, room, base), namesAt, y, base, mark === undefined ? {} : { mark }),
      text(value, right, y, base, { anchor: 'end' }),
    ]
  })
  const rest =
    more > 0
      ? [
          text(
            `${shown.length > 0 ? 'and ' : ''}${more} ${shown.length > 0 ? 'more ' : ''}${more === 1 ? 'row' : 'rows'}`,
            left,
            rowsTop + rowHeight * (shown.length + 0.5) + base * 0.36,
            base,
            { colour: 'muted' },
          ),
        ]
      : []
  return [...heading, ...lines, ...rest]
}

function marksOf(
  figure: Figure,
  { shown, rowsTop, rowHeight }: Geometry,
  { base, margin }: TypeSizes,
): SceneMark[] {
  return shown.flatMap(({ series }, at): SceneMark[] => {
    const mark = figure.marks.find((one) => one.series === series)
    const own = figure.series.find(({ key }) => key === series)
    if (!mark || !own) return []
    const { type, id, row, x, y } = mark
    return [
      {
        type,
        id,
        series,
        row,
        x: margin + base * 0.45,
        y: rowsTop + rowHeight * (at + 0.5),
        size: MARKS[type].size(own, base, null),
        values: { x, y },
      },
    ]
  })
}

/** Lays out sentences, and beneath them a line for each row with its mark; rows without room are counted. */
export function layLines(
  figure: Figure,
  layout: LinesLayout,
  frame: Frame,
  sizes: TypeSizes,
): Attempt {
  // The sentences are the notes, in the middle of the picture in place of its foot.
  const header = layHeaderFooter({ ...figure, notes: [] }, frame, sizes)
  const { base, margin, line } = sizes
  const geometry = divide(figure, layout, frame, sizes, header)
  const { sentences, shown, top, rowsTop, rowHeight, height } = geometry
  // The statement is the title; a part of it would say another thing.
  const whole = !header.texts(height).some((one) => one.role === 'title' && one.text.endsWith('…'))
  return {
    fits: geometry.fits && whole,
    ample: geometry.ample,
    cut: false,
    height,
    finish: () => {
      const marks = marksOf(figure, geometry, sizes)
      const left = margin + base * 0.45
      const bottom = Math.min(height, rowsTop + Math.max(1, shown.length) * rowHeight)
      const rules = shown.map(
        (_, at): Rule => ({
          x1: margin,
          x2: Math.min(frame.width - margin, margin + base * WIDEST),
          y1: rowsTop + rowHeight * at,
          y2: rowsTop + rowHeight * at,
          colour: 'grid',
          width: 1,
          role: 'grid',
        }),
      )
      return {
        kind: figure.kind,
        title: figure.title,
        description: figure.description,
        frame: { width: frame.width, height },
        plot: { left, right: frame.width - margin, top: Math.min(rowsTop, bottom - 1), bottom },
        x: {
          type: 'linear',
          domain: [0, 1],
          range: [left, frame.width - margin],
          ticks: [],
          name: null,
        },
        y: {
          type: 'band',
          domain: shown.map(({ series }) => series),
          range: [rowsTop, rowsTop + Math.max(1, shown.length) * rowHeight],
          ticks: marks.map(({ values, y }) => ({ value: values.y, at: y, text: null })),
          name: null,
        },
        layout: 'bands',
        series: figure.series,
        legend: [],
        marks,
        rules,
        texts: [
          ...header.texts(height),
          ...sentences.map((words, at) =>
            text(words, margin, top + at * Math.ceil(base * line) + base, base),
          ),
          ...rowTexts(figure, layout, geometry, frame.width, sizes),
        ],
      }
    },
  }
}
