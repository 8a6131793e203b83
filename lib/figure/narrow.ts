import { roundOut } from './axis'
import type { Axis, Figure, Mark, Series, Value } from './figure'

/** What a reader may change of a chart without another view: which series it shows, which span, and how it scales. */
export type Narrowing = {
  /** Keys of the series that are left out. */
  hidden: readonly string[]
  /** The first and the last value of the level axis that is shown; null for its end. */
  from: Value | null
  to: Value | null
  /** The type of each axis, where it is another than the view's. */
  scale: Readonly<Partial<Record<AxisName, 'log' | 'linear'>>>
}

export type AxisName = 'x' | 'y'

/** What can be changed of a chart. */
export type Narrowable = {
  /** The series that can be left out, in the order of the legend; none where there is but one. */
  series: readonly Series[]
  /** The values between which a span can begin and end, in their order; none where the level axis is no span. */
  stops: readonly Value[]
  /** The axes that can be logarithmic or linear. */
  scales: readonly AxisName[]
}

export const WHOLE: Narrowing = { hidden: [], from: null, to: null, scale: {} }

const LOGARITHMIC = ', logarithmic'

/** An axis of ranks, which begins at the first and ends at the last. */
const isRanks = (axis: Axis) => axis.ends === true

const valueOn = (axis: AxisName) => (mark: Mark) => mark[axis]

/** Whether a mark is drawn from a foot on an axis, as a bar is, so that its length is what is read. */
const hasFoot = (marks: readonly Mark[]) => marks.some(({ from }) => from !== undefined)

const isScale = (axis: Axis): axis is Axis & { type: 'log' | 'linear' } =>
  axis.type === 'log' || axis.type === 'linear'

function canScale({ marks, layout, ...axes }: Figure, name: AxisName): boolean {
  if (!isScale(axes[name]) || layout.type === 'tiles' || layout.type === 'lines') return false
  return !hasFoot(marks) && marks.every((mark) => Number(valueOn(name)(mark)) > 0)
}

/** Values in the order of their axis. */
const inOrder = (a: Value, b: Value) =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1

/** What can be changed of a chart, which follows from what it shows. */
export function narrowable(figure: Figure): Narrowable {
  const { marks, series, layout, x } = figure
  const none = layout.type === 'lines' || marks.length === 0
  const shown = series.filter(({ key }) => marks.some((mark) => mark.series === key))
  const named = order(figure)
  const spans = x.type === 'time' || isRanks(x)
  const stops = spans ? [...new Set(marks.map(valueOn('x')))].sort(inOrder) : []
  return {
    series:
      none || shown.length < 2
        ? []
        : [...shown].sort((a, b) => named.indexOf(a.key) - named.indexOf(b.key)),
    stops: none || stops.length < 3 ? [] : stops,
    scales: none ? [] : (['x', 'y'] as const).filter((name) => canScale(figure, name)),
  }
}

/** The keys of the series in the order in which a reader meets them. */
function order({ layout, series }: Figure): string[] {
  const parts = {
    plane: () => (layout.type === 'plane' ? layout.legend : []),
    bands: () => (layout.type === 'bands' ? layout.bands : []),
    panels: () => (layout.type === 'panels' ? layout.panels : []),
    tiles: () => (layout.type === 'tiles' ? layout.tiles : []),
    lines: () => (layout.type === 'lines' ? layout.lines : []),
  }
  const named = parts[layout.type]().map((part) => part.series)
  return [...named, ...series.map(({ key }) => key).filter((key) => !named.includes(key))]
}

/** Areas that lie on one another, without those that are left out: each sinks onto the next beneath it. */
function restack(marks: readonly Mark[]): Mark[] {
  const heights = new Map<Value, number>()
  return marks.map((mark) => {
    if (mark.type !== 'area') return mark
    const from = heights.get(mark.x) ?? 0
    const y = from + Number(mark.y) - (mark.from ?? 0)
    heights.set(mark.x, y)
    return { ...mark, from, y }
  })
}

/** An axis of amounts for the values that are left: from 0 where it began there, else around them. */
function fitted(axis: Axis, type: 'log' | 'linear', values: readonly number[]): Axis {
  const known = values.filter((value) => type === 'linear' || value > 0)
  if (!isScale(axis) || known.length === 0) return axis
  const label = axis.label.replace(LOGARITHMIC, '') + (type === 'log' ? LOGARITHMIC : '')
  if (isRanks(axis)) return { ...axis, type, label }
  const low = Math.min(...known)
  const high = Math.max(...known)
  if (type === 'log')
    return { ...axis, type, label, domain: [roundOut(low, 'down'), roundOut(high * 1.02, 'up')] }
  return { ...axis, type, label, domain: [Math.min(0, low * 1.05), high * 1.02 || 1] }
}

/** An axis without what is left out. */
function narrowAxis(
  figure: Figure,
  name: AxisName,
  marks: readonly Mark[],
  asked: Narrowing,
): Axis {
  const axis = figure[name]
  if (axis.type === 'band')
    return { ...axis, domain: axis.domain.filter((key) => !asked.hidden.includes(key)) }
  if (name === 'x' && (asked.from !== null || asked.to !== null)) {
    const from = asked.from ?? axis.domain[0]
    const to = asked.to ?? axis.domain[1]
    if (axis.type === 'time') return { ...axis, domain: [String(from), String(to)] }
    if (isRanks(axis)) {
      const scaled = fitted(
        axis,
        asked.scale[name] ?? axis.type,
        marks.map((mark) => Number(mark.x)),
      )
      return isScale(scaled) ? { ...scaled, domain: [Number(from), Number(to)] } : scaled
    }
  }
  if (axis.type === 'time') return axis
  const type = asked.scale[name] ?? axis.type
  const changed = type !== axis.type || marks.length < figure.marks.length
  const feet = marks.flatMap(({ from }) => (from === undefined ? [] : [from]))
  return changed ? fitted(axis, type, [...marks.map((mark) => Number(mark[name])), ...feet]) : axis
}

function narrowLayout(layout: Figure['layout'], isShown: (key: string) => boolean) {
  const shown = <T extends { series: string }>(parts: readonly T[]) =>
    parts.filter(({ series }) => isShown(series))
  switch (layout.type) {
    case 'plane':
      return { ...layout, legend: shown(layout.legend) }
    case 'bands':
      return { ...layout, bands: shown(layout.bands) }
    case 'panels':
      return { ...layout, panels: shown(layout.panels) }
    case 'tiles':
      return { ...layout, tiles: shown(layout.tiles) }
    case 'lines':
      return layout
  }
}

/**
 * A chart with what a reader left of it: series that are hidden are gone from its legend too, a span is all that its
 * level axis shows, and the other axis fits what is left. What is said of a series is of the whole view still.
 */
export function narrow(figure: Figure, asked: Narrowing): Figure {
  const hidden = new Set(asked.hidden)
  const isShown = (key: string) => !hidden.has(key)
  const within = (value: Value) =>
    (asked.from === null || inOrder(value, asked.from) >= 0 || value === asked.from) &&
    (asked.to === null || inOrder(value, asked.to) <= 0 || value === asked.to)
  const left = figure.marks.filter(({ series, x }) => isShown(series) && within(x))
  const marks = hidden.size > 0 ? restack(left) : left
  const ids = new Set(marks.map(({ id }) => id))
  return {
    ...figure,
    layout: narrowLayout(figure.layout, isShown),
    x: narrowAxis(figure, 'x', marks, asked),
    y: narrowAxis(figure, 'y', marks, asked),
    series: figure.series.filter(({ key }) => isShown(key)),
    marks,
    labels: figure.labels.filter(({ mark }) => ids.has(mark)),
    ...(figure.moments ? { moments: figure.moments.filter(({ at }) => within(at)) } : {}),
  }
}
