import type { Comparison, Group } from '../compare/comparison'
import { formatPrinted } from '../compare/figure'
import { type Metric, metricOf } from '../compare/metric'
import { linearAxis, rankAxis, roundOut } from './axis'
import { layoutBlock, pictureBase, typeSizes } from './block'
import { commonNotes, type Layout, lensWords, listWords, REST, specHead } from './draft'
import type { Axis, ChartSpec, DataTable, Mark, PlacedText, Rule } from './spec'
import { measure, placeText, shorten } from './text'

/** Values are drawn in the unit in which they read best; a power of ten from the metric's own unit. */
type Display = { unit: string; factor: number }

const DISPLAYS: Readonly<Record<string, readonly (Display & { from: number })[]>> = {
  'TFlop/s': [
    { from: 1e6, unit: 'Eflop/s', factor: 1e6 },
    { from: 1e3, unit: 'Pflop/s', factor: 1e3 },
    { from: 1, unit: 'Tflop/s', factor: 1 },
    { from: 0, unit: 'Gflop/s', factor: 1e-3 },
  ],
  cores: [
    { from: 1e6, unit: 'million', factor: 1e6 },
    { from: 0, unit: '', factor: 1 },
  ],
  kW: [
    { from: 1e4, unit: 'MW', factor: 1e3 },
    { from: 0, unit: 'kW', factor: 1 },
  ],
}

function displayOf(metric: Metric, highest: number): Display {
  const choices = DISPLAYS[metric.unit ?? '']
  return choices?.find(({ from }) => highest >= from) ?? { unit: metric.unit ?? '', factor: 1 }
}

/** What is written at a bar's end: the figure, and on how many systems it rests where some do not give it. */
function valueText(group: Pick<Group, 'measures'>, metric: Metric): string {
  const { value, known, missing } = group.measures[metric.id]
  const rows = known + missing
  if (rows === 0) return 'no system on this list'
  if (value === null)
    return `not given for ${rows === 1 ? 'its one system' : `any of ${formatPrinted(rows)}`}`
  return missing > 0
    ? `${metric.format(value)}, given for ${formatPrinted(known)} of ${formatPrinted(rows)}`
    : metric.format(value)
}

function tableOf(comparison: Comparison, metric: Metric): DataTable {
  const row = (label: string, measures: Group['measures']): (string | number | null)[] => {
    const measure = measures[metric.id]
    return [label, measure.value, measure.known, measure.missing]
  }
  return {
    columns: [
      { key: 'organisation', label: 'Organisation', unit: null, numeric: false },
      { key: metric.id, label: metric.label, unit: metric.unit, numeric: true },
      { key: 'known', label: 'Systems that give it', unit: null, numeric: true },
      { key: 'missing', label: 'Systems that do not', unit: null, numeric: true },
    ],
    rows: [
      ...sorted(comparison, metric).map((group) => row(group.organisation.label, group.measures)),
      row('All others', comparison.others.measures),
      row('Whole list, each system once', comparison.total.measures),
    ],
  }
}

/** Best first; organisations without a figure last, in the order of the view. */
function sorted(comparison: Comparison, metric: Metric): Group[] {
  const sign = metric.better === 'higher' ? -1 : 1
  return [...comparison.groups].sort((a, b) => {
    const left = a.measures[metric.id].value
    const right = b.measures[metric.id].value
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    return sign * (left - right)
  })
}

function valueAxis(
  comparison: Comparison,
  metric: Metric,
  range: readonly [number, number],
  values: readonly number[],
): { axis: Axis; place: (value: number) => number } {
  if (metric.id === 'best-rank') {
    const { axis, place } = rankAxis({
      scale: 'log',
      last: comparison.systems.at(-1)?.rank ?? 500,
      range,
    })
    return { axis: { ...axis, label: 'Best rank, logarithmic' }, place }
  }
  const highest = Math.max(0, ...values)
  const display = displayOf(metric, highest)
  const narrow = range[1] - range[0] < 260
  const step = roundOut((highest || 1) / (narrow ? 2.2 : 4.4), 'up')
  const top = metric.id === 'efficiency' ? 100 : Math.max(highest, step) * 1.001
  const ticks: number[] = []
  const width = metric.id === 'efficiency' ? (narrow ? 50 : 25) : step
  for (let value = 0; value <= top; value += width) ticks.push(value)
  const unit = display.unit === '%' ? ', %' : display.unit ? `, ${display.unit}` : ''
  return linearAxis({
    label: `${metric.label}${unit}`,
    domain: [0, top],
    range,
    ticks,
    grid: true,
    format: (value) => formatPrinted(Number((value / display.factor).toPrecision(3))),
  })
}

/** One bar for each organisation by a metric; a dot on the axis of ranks for the best rank. */
export function buildTotals(comparison: Comparison, layout: Layout): ChartSpec {
  const metric = metricOf(comparison.metric)
  const head = specHead(comparison, layout)
  const { width } = layout
  const groups = sorted(comparison, metric)
  const title = `${metric.label} of systems by who ${comparison.lens === 'built-by' ? 'built' : 'runs'} them`
  const subtitle = `Systems ${lensWords(comparison)} each organisation, ${listWords(comparison)}`
  const missing = comparison.total.measures[metric.id].missing
  const notes = [
    ...(missing > 0
      ? [
          `${formatPrinted(missing)} of the list’s ${formatPrinted(comparison.systems.length)} rows do not give ${metric.needs}; they are missing here, not counted as 0.`,
        ]
      : []),
    ...(metric.id === 'cores'
      ? ['Cores are the list’s total cores, which count accelerator units too.']
      : []),
    ...commonNotes(comparison),
  ]
  const narrow = width < 480
  const rowsCount = groups.length + 1
  const pageRow = narrow ? 46 : 34
  const pageHeight = rowsCount * pageRow + 44
  const height = layout.height ?? pageHeight
  const sizes = typeSizes(layout.block ? pictureBase(width, height) : narrow ? 12 : 13)
  const { base, small } = sizes
  const words = { title, subtitle, notes, source: head.source, permalink: layout.permalink }
  const block = layout.block
    ? layoutBlock(words, width, height, sizes)
    : { texts: [], top: 0, bottom: height }
  const side = layout.block ? sizes.margin : 0
  const top = block.top + (layout.block ? base * 0.4 : 2)
  const bottom = Math.floor(block.bottom - small * 3.4)
  const row = Math.min((bottom - top) / rowsCount, base * 4.6)
  // In a narrow frame names stand above their bars, so that bars keep the width.
  const stacked = width < 34 * base
  const nameWidth = stacked
    ? 0
    : Math.min(
        width * 0.32,
        Math.max(
          ...groups.map(({ organisation }) => measure(organisation.label, base, 600)),
          measure('All others', base),
        ) +
          base * 1.9,
      )
  const valueWidth = Math.max(
    ...groups.map((group) => measure(valueText(group, metric), base, group.focus ? 600 : 400)),
  )
  const left = Math.ceil(side + nameWidth + (stacked ? 1 : 0))
  const axisRight = stacked
    ? width - side - base * 1.5
    : Math.max(left + width * 0.22, width - side - valueWidth - base * 0.9)
  const plot = {
    left,
    right: Math.floor(axisRight),
    top: Math.ceil(top),
    bottom: Math.ceil(top + row * groups.length),
  }
  const values = groups.flatMap((group) => group.measures[metric.id].value ?? [])
  const x = valueAxis(comparison, metric, [plot.left, plot.right], values)
  const thickness = stacked ? Math.min(row * 0.3, base * 1.2) : Math.min(row * 0.6, base * 1.7)
  const centre = (index: number) => plot.top + row * (index + (stacked ? 0.72 : 0.5))

  const marks: Mark[] = []
  const texts: PlacedText[] = [...block.texts]
  const keys: ChartSpec['keys'][number][] = []
  const rules: Rule[] = x.axis.ticks.map((tick) => ({
    x1: tick.at,
    x2: tick.at,
    y1: plot.top,
    y2: plot.bottom,
    paint: tick.value === 0 ? 'faint' : 'grid',
    width: 1,
    role: tick.value === 0 ? 'axis' : 'grid',
  }))
  const say = (text: string, at: { x: number; y: number }, style: Partial<PlacedText> = {}) =>
    texts.push(
      placeText({
        text,
        anchor: 'start',
        size: base,
        weight: 400,
        paint: 'ink',
        role: 'label',
        ...at,
        ...style,
      }),
    )
  for (const [index, group] of groups.entries()) {
    const series = head.series.find(({ key }) => key === group.organisation.key)
    if (!series) continue
    const { value } = group.measures[metric.id]
    const y = centre(index)
    const nameY = stacked ? plot.top + row * (index + 0.36) : y
    const weight = series.focus ? 600 : 400
    keys.push({
      x: side + base * 0.45,
      y: nameY,
      size: base * 0.36,
      paint: series.paint,
      shape: series.shape,
    })
    const text = valueText(group, metric)
    const valueRoom = stacked ? measure(text, base, weight) + base : 0
    say(
      shorten(
        series.label,
        stacked ? width - 2 * side - base * 1.25 - valueRoom : nameWidth - base * 1.6,
        base,
        weight,
      ),
      { x: side + base * 1.25, y: nameY + base * 0.36 },
      { weight },
    )
    const bare: [string, string][] = [
      [metric.label, text],
      ['Systems', formatPrinted(group.matches.length)],
    ]
    if (value !== null) {
      const far = x.place(value)
      marks.push({
        type: metric.id === 'best-rank' ? 'dot' : 'bar',
        focus: series.focus,
        id: series.key,
        series: series.key,
        x: far,
        y,
        size: metric.id === 'best-rank' ? base * 0.46 : thickness,
        ...(metric.id === 'best-rank' ? {} : { from: plot.left }),
        paint: series.paint,
        shape: series.shape,
        values: { x: value, y: series.key },
        tip: [{ label: '', text: series.label }, ...bare.map(([label, t]) => ({ label, text: t }))],
      })
    }
    const end = value === null ? plot.left : x.place(value)
    const muted = value === null
    if (stacked)
      say(
        text,
        { x: width - side, y: nameY + base * 0.36 },
        { anchor: 'end', weight: muted ? 400 : weight, paint: muted ? 'muted' : 'ink' },
      )
    else
      say(
        text,
        {
          x: end + (metric.id === 'best-rank' && !muted ? base * 0.9 : base * 0.5),
          y: y + base * 0.36,
        },
        { weight: muted ? 400 : weight, paint: muted ? 'muted' : 'ink' },
      )
  }
  // The rest would dwarf every bar, so it is told in words, set apart below the axis' rows.
  const others = comparison.others
  const restY = plot.bottom + row * (stacked ? 0.36 : 0.5) + base * 0.36 + small * 2.6
  const restValue = others.measures[metric.id].value
  const rest = `${formatPrinted(others.systems.length)} systems${restValue === null || metric.id === 'systems' ? '' : `, ${valueText(others, metric)}`}`
  say(
    stacked ? `All others: ${rest}` : 'All others',
    { x: side + (stacked ? 0 : base * 1.25), y: restY },
    { paint: 'muted' },
  )
  if (!stacked) say(rest, { x: plot.left + base * 0.5, y: restY }, { paint: 'muted' })
  for (const tick of x.axis.ticks)
    say(
      tick.label,
      { x: tick.at, y: plot.bottom + small * 1.4 },
      {
        size: small,
        paint: 'muted',
        role: 'tick',
        anchor: tick.at - plot.left < small ? 'start' : 'middle',
      },
    )
  const axisLabel = x.axis.label
  say(
    axisLabel,
    { x: width - side, y: plot.bottom + small * 1.4 + small * 1.35 },
    { size: small, paint: 'muted', role: 'axis', anchor: 'end' },
  )
  const ranked = groups.map((group) => `${group.organisation.label}: ${valueText(group, metric)}`)
  return {
    kind: 'totals',
    frame: { width, height },
    plot,
    title,
    subtitle,
    notes,
    description: `${metric.label}. ${ranked.join('; ')}. All others: ${rest}. Whole list: ${valueText({ measures: comparison.total.measures }, metric)}.`,
    ...head,
    series: head.series.filter(({ key }) => key !== REST),
    x: x.axis,
    y: {
      scale: 'band',
      label: 'Organisation',
      domain: groups.map(({ organisation }) => organisation.key),
      range: [centre(0) - row / 2, centre(groups.length - 1) + row / 2],
      ticks: groups.map(({ organisation }, index) => ({
        value: organisation.key,
        label: organisation.label,
        at: centre(index),
      })),
      grid: false,
    },
    marks,
    rules,
    texts,
    keys,
    table: tableOf(comparison, metric),
  }
}
