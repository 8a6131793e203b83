import type { Comparison, Group } from '../compare/comparison'
import { counted, formatPrinted, inUnit, type Unit } from '../compare/figure'
import { commonUnit, type Metric, measureWords, metricOf } from '../compare/metric'
import { totalsTitle } from '../compare/title'
import { linearAxis, rankAxis, roundOut } from './axis'
import { type Fit, fitType, layoutBlock, type TypeSizes } from './block'
import { commonNotes, type Layout, specHead } from './draft'
import { gridSpans, isStacked, layLanes, nameColumn, organisationAxis, placeName } from './lanes'
import {
  type Axis,
  type ChartSpec,
  type DataTable,
  type Mark,
  type PlacedText,
  REST,
  type Rule,
} from './spec'
import { measure, placeText, shorten } from './text'

/** What is written at a bar's end: the figure, and on how many systems it rests where some do not give it. */
function valueText(group: Pick<Group, 'measures'>, metric: Metric, unit: Unit): string {
  const measure = group.measures[metric.id]
  const { known, missing } = measure
  const rows = known + missing
  if (rows === 0) return 'no system on this list'
  const words = measureWords(metric, measure, unit)
  if (words === null)
    return `not given for ${rows === 1 ? 'its one system' : `any of ${formatPrinted(rows)}`}`
  return missing > 0
    ? `${words}, given for ${formatPrinted(known)} of ${formatPrinted(rows)}`
    : words
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
  { values, unit }: { values: readonly number[]; unit: Unit },
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
  const narrow = range[1] - range[0] < 260
  const wanted = (highest || 1) / (narrow ? 2.2 : 4.4)
  const larger = roundOut(wanted, 'up')
  const fitting = larger <= highest ? larger : roundOut(wanted, 'down')
  const step = metric.counts ? Math.max(1, fitting) : fitting
  const top = metric.id === 'efficiency' ? 100 : (highest || 1) * 1.001
  const ticks: number[] = []
  const width = metric.id === 'efficiency' ? (narrow ? 50 : 25) : step
  if (values.length > 0) for (let value = 0; value <= top; value += width) ticks.push(value)
  return linearAxis({
    label: [metric.name, unit.unit].filter((part) => part !== '').join(', '),
    domain: [0, top],
    range,
    ticks,
    grid: true,
    format: (value) => formatPrinted(Number(inUnit(value, unit).toPrecision(3))),
  })
}

/** The share of the width that bars keep where names stand beside them. */
const LEAST_BARS = 0.3

/** One bar for each organisation by a metric; a dot on the axis of ranks for the best rank. */
export function buildTotals(comparison: Comparison, layout: Layout): ChartSpec {
  return fitType(layout, (sizes) => draft(comparison, layout, sizes)).finish()
}

function draft(
  comparison: Comparison,
  layout: Layout,
  sizes: TypeSizes,
): Fit & { finish: () => ChartSpec } {
  const metric = metricOf(comparison.metric)
  const head = specHead(comparison, layout)
  const { width } = layout
  const groups = sorted(comparison, metric)
  const { title, subtitle } = totalsTitle(comparison)
  const values = groups.flatMap((group) => group.measures[metric.id].value ?? [])
  const whole = comparison.total.measures[metric.id].value ?? 0
  const unit = commonUnit(metric, values.some((value) => value > 0) ? values : [whole])
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
  const { base, small, margin: side } = sizes
  const words = { title, subtitle, notes, source: head.source, permalink: layout.permalink }
  const block = layoutBlock(layout.block ? words : null, layout, sizes)
  const dots = metric.id === 'best-rank'
  // Beneath the rows: ticks with the axis' name, and the rest in words.
  const foot = small * 3 + base * 1.9
  const height =
    layout.height ??
    Math.ceil(block.top + groups.length * (width < 480 ? 46 : 34) + foot + 2 + block.under)
  const from = { top: block.top + 2, bottom: height - block.under - foot }

  const right = width - side
  const gap = dots ? base * 0.9 : base * 0.5
  const names = nameColumn(
    ['All others', ...groups.map(({ organisation }) => organisation.label)],
    width,
    sizes,
  )
  // A figure stands behind its own bar, so the axis ends where the figure of some bar would leave the frame.
  const part = valueAxis(comparison, metric, [0, 1], { values, unit }).place
  const besideLeft = Math.ceil(side + names.width)
  const start = besideLeft + (dots ? base * 0.6 : 0)
  const besideRight = Math.min(
    right - small * 1.2,
    ...groups.map((group) => {
      const { value } = group.measures[metric.id]
      const free =
        right - start - gap - measure(valueText(group, metric, unit), base, group.focus ? 600 : 400)
      const share = value === null ? 0 : part(value)
      // Without a bar the figure needs its own width only.
      return free < 0 ? start : share > 0 ? start + free / share : right
    }),
  )
  const stacked =
    isStacked(
      layout,
      { count: groups.length, room: from.bottom - from.top, cut: names.cut },
      sizes,
    ) || besideRight - start < (right - side) * LEAST_BARS
  const lanes = layLanes(from, groups.length, stacked, sizes)
  const plot = {
    left: stacked ? Math.ceil(side + 1) : besideLeft,
    right: Math.floor(stacked ? right - base * 1.5 : besideRight),
    top: lanes.top,
    bottom: Math.ceil(lanes.bottom),
  }
  const x = valueAxis(comparison, metric, [plot.left + (dots ? base * 0.6 : 0), plot.right], {
    values,
    unit,
  })

  const finish = (): ChartSpec => {
    const marks: Mark[] = []
    const texts: PlacedText[] = [...block.texts(height)]
    const keys: ChartSpec['keys'][number][] = []
    const rules: Rule[] = x.axis.ticks.flatMap((tick) =>
      gridSpans(lanes, groups.length).map(
        (span): Rule => ({
          ...span,
          x1: tick.at,
          x2: tick.at,
          paint: tick.value === 0 ? 'faint' : 'grid',
          width: 1,
          role: tick.value === 0 ? 'axis' : 'grid',
        }),
      ),
    )
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
      const y = lanes.markAt(index)
      const nameY = lanes.nameAt(index)
      const weight = series.focus ? 600 : 400
      keys.push({
        x: side + base * 0.45,
        y: nameY,
        size: base * 0.36,
        paint: series.paint,
        shape: series.shape,
      })
      const text = valueText(group, metric, unit)
      const valueWidth = stacked ? measure(text, base, weight) + base : 0
      texts.push(
        ...placeName(
          series.label,
          { x: side + base * 1.25, y: nameY },
          {
            width: stacked ? right - side - base * 1.25 - valueWidth : names.width - base * 1.6,
            lines: lanes.lines,
          },
          { size: base, weight },
        ),
      )
      const bare: [string, string][] = [
        [metric.name, text],
        ['Systems', formatPrinted(group.matches.length)],
      ]
      if (value !== null) {
        const far = x.place(value)
        marks.push({
          type: dots ? 'dot' : 'bar',
          focus: series.focus,
          id: series.key,
          series: series.key,
          x: far,
          y,
          size: dots ? base * 0.46 : lanes.thick,
          ...(dots ? {} : { from: plot.left }),
          paint: series.paint,
          shape: series.shape,
          values: { x: value, y: series.key },
          tip: [
            { label: '', text: series.label },
            ...bare.map(([label, t]) => ({ label, text: t })),
          ],
        })
      }
      const end = value === null ? plot.left : x.place(value)
      const muted = value === null
      if (stacked)
        say(
          text,
          { x: right, y: nameY + base * 0.36 },
          { anchor: 'end', weight: muted ? 400 : weight, paint: muted ? 'muted' : 'ink' },
        )
      else
        say(
          text,
          {
            x: end + (muted ? base * 0.5 : gap),
            y: y + base * 0.36,
          },
          { weight: muted ? 400 : weight, paint: muted ? 'muted' : 'ink' },
        )
    }
    const tickY = plot.bottom + small * 1.4
    for (const tick of x.axis.ticks)
      say(
        tick.label,
        { x: tick.at, y: tickY },
        {
          size: small,
          paint: 'muted',
          role: 'tick',
          anchor: tick.at - plot.left < small ? 'start' : 'middle',
        },
      )
    // The axis' name stands behind its last tick where there is room, and else in the next line.
    const ticksEnd = Math.max(
      ...texts.flatMap(({ role, box }) => (role === 'tick' ? box.right : [])),
    )
    const besideTicks = ticksEnd + small + measure(x.axis.label, small) <= right
    say(
      x.axis.label,
      { x: right, y: besideTicks ? tickY : tickY + small * 1.35 },
      { size: small, paint: 'muted', role: 'axis', anchor: 'end' },
    )
    // The rest would dwarf every bar, so it is told in words, set apart beneath the axis.
    const others = comparison.others
    const restY = tickY + small * 1.6 + base * 1.1
    const restValue = others.measures[metric.id].value
    const rest = `${counted(others.systems.length, 'system')}${restValue === null || metric.id === 'systems' ? '' : `, ${valueText(others, metric, unit)}`}`
    const restAt = stacked ? side : plot.left + base * 0.5
    if (!stacked) say('All others', { x: side + base * 1.25, y: restY }, { paint: 'muted' })
    say(
      shorten(stacked ? `All others: ${rest}` : rest, right - restAt, base),
      { x: restAt, y: restY },
      { paint: 'muted' },
    )
    const ranked = groups.map(
      (group) => `${group.organisation.label}: ${valueText(group, metric, unit)}`,
    )
    return {
      kind: 'totals',
      frame: { width, height },
      plot,
      title,
      subtitle,
      notes,
      description: `${metric.label}. ${ranked.join('; ')}. All others: ${rest}. Whole list: ${valueText({ measures: comparison.total.measures }, metric, unit)}.`,
      ...head,
      series: head.series.filter(({ key }) => key !== REST),
      x: x.axis,
      y: organisationAxis(groups, lanes),
      marks,
      rules,
      texts,
      keys,
      table: tableOf(comparison, metric),
    }
  }
  return {
    fits: lanes.fits,
    ample: lanes.ample,
    cut: names.long && !stacked && lanes.lines === 1,
    finish,
  }
}
