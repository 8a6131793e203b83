import type { Comparison } from '../compare/comparison'
import { flopsUnit, formatPrinted } from '../compare/figure'
import { sentenceOf } from '../compare/headline'
import { rankLabel } from '../compare/tie'
import { rankRmaxTitle } from '../compare/title'
import type { System } from '../model/system'
import { logAxis, logTicks, rankAxis, roundOut } from './axis'
import {
  type Fit,
  fitType,
  type LegendItem,
  layoutBlock,
  layoutLegend,
  type TypeSizes,
} from './block'
import {
  commonNotes,
  focusOf,
  holdersOf,
  type Layout,
  specHead,
  systemLabel,
  systemTip,
} from './draft'
import { placeLabels, type Wish } from './label'
import { type ChartSpec, type DataTable, type Mark, type PlacedText, REST, type Rule } from './spec'
import { measure, placeText, shorten } from './text'

/** How many systems of the focus are named; more names than this are read in the table. */
const MOST_NAMED = 6

function tableOf(comparison: Comparison): DataTable {
  const holders = holdersOf(comparison)
  const column = (key: string, label: string, unit: string | null = null, numeric = false) => ({
    key,
    label,
    unit,
    numeric,
  })
  return {
    columns: [
      column('rank', 'Rank', null, true),
      column('shared-rank', 'Shared rank'),
      column('name', 'System'),
      column('counts-for', 'Counts for'),
      column('site', 'Site'),
      column('manufacturer', 'Manufacturer'),
      column('country', 'Country'),
      column('rmax', 'Rmax', 'TFlop/s', true),
      column('rpeak', 'Rpeak', 'TFlop/s', true),
      column('cores', 'Total cores', null, true),
      column('accelerator', 'Accelerator'),
      column('power', 'Power', 'kW', true),
    ],
    rows: comparison.systems.map((system) => [
      system.rank,
      rankLabel(system.rank, comparison.ties),
      system.name,
      holders.get(system)?.join('; ') ?? null,
      system.site,
      system.manufacturer,
      system.country,
      system.rmax,
      system.rpeak,
      system.cores,
      system.accelerator,
      system.power,
    ]),
  }
}

/** Names for the focus's marks, one for all systems of a tie. */
function focusNames(comparison: Comparison): { system: System; name: string; place: string }[] {
  const names: { system: System; name: string; place: string }[] = []
  const told = new Set<number>()
  for (const { system } of focusOf(comparison)?.matches ?? []) {
    const tie = comparison.ties.get(system.rank)
    if (tie && told.has(tie.rank)) continue
    if (tie) told.add(tie.rank)
    const mine = tie
      ? (focusOf(comparison)?.matches ?? []).filter(
          (match) => comparison.ties.get(match.system.rank)?.rank === tie.rank,
        ).length
      : 1
    const rank = rankLabel(system.rank, comparison.ties)
    names.push({
      system,
      name: systemLabel(system),
      place: `${mine > 1 ? ` and ${mine - 1} more` : ''}, rank ${rank}`,
    })
  }
  return names.slice(0, MOST_NAMED)
}

/** The least height of the plot in which a curve can be read: in sizes of the type, and as a share of the frame. */
const LEAST_PLOT = { ems: 9, share: 0.36 } as const
/** The share of a picture's height that the legend may take. */
const MOST_LEGEND = 0.2
/** Lines of type between two ticks of Rmax. */
const TICK_LINES = 1.75
/** The share of the plot's width that one name may take. */
const LONGEST_LABEL = 0.7

/** All systems by rank against Rmax: the list in grey, the organisations in colour, the focus by name. */
export function buildRankRmax(comparison: Comparison, layout: Layout): ChartSpec {
  return fitType(layout, (sizes) => draft(comparison, layout, sizes)).finish()
}

function draft(
  comparison: Comparison,
  layout: Layout,
  sizes: TypeSizes,
): Fit & { finish: () => ChartSpec } {
  const head = specHead(comparison, layout)
  const { width } = layout
  const { base, small, margin: side } = sizes
  const { title, subtitle } = rankRmaxTitle(comparison)
  const notes = commonNotes(comparison)
  const words = { title, subtitle, notes, source: head.source, permalink: layout.permalink }
  const block = layoutBlock(layout.block ? words : null, layout, sizes)

  const natural = Math.round(width < 480 ? width * 1.15 : Math.min(560, width * 0.56))
  // The legend keeps the order of the view, which does not change with the counts.
  const items = [
    ...comparison.groups.flatMap(({ organisation, matches }): LegendItem[] => {
      const series = head.series.find(({ key }) => key === organisation.key)
      return series ? [{ series, absent: matches.length === 0 }] : []
    }),
    ...head.series.flatMap((series): LegendItem[] =>
      series.key === REST ? [{ series, absent: comparison.others.systems.length === 0 }] : [],
    ),
  ]
  const legend = layoutLegend(
    items,
    { left: side, right: width - side, top: block.top },
    base,
    (layout.height ?? natural) * MOST_LEGEND,
  )
  const axisLabelY = legend.bottom + small * 1.5
  const top = Math.ceil(axisLabelY + small * 0.9)
  const height =
    layout.height ?? (layout.block ? Math.ceil(block.top + natural + block.under) : natural)
  const bottom = Math.floor(height - block.under - small * 3.4)

  const values = comparison.systems.flatMap(({ rmax }) => (rmax !== null && rmax > 0 ? [rmax] : []))
  const low = values.length ? Math.min(...values) : 1
  const high = values.length ? Math.max(...values) : 10
  const domain = [roundOut(low, 'down'), roundOut(high * 1.02, 'up')] as const
  const { unit, factor } = flopsUnit(Math.sqrt(low * high))
  const ticks = logTicks(domain, Math.floor((bottom - top) / (small * TICK_LINES)))
  const tickLabel = (value: number) => formatPrinted(Number((value / factor).toPrecision(3)))
  const tickWidth = Math.max(...ticks.map((value) => measure(tickLabel(value), small)))
  const plot = {
    left: Math.ceil(side + tickWidth + small * 0.7),
    right: width - side - Math.ceil(small * 1.2),
    top,
    bottom,
  }
  const r = Math.max(1.6, base * 0.16)
  const x = rankAxis({
    scale: layout.axis,
    last: comparison.systems.at(-1)?.rank ?? 500,
    range: [plot.left + r * 2, plot.right],
  })
  const y = logAxis({
    label: `Rmax, ${unit}, logarithmic`,
    domain,
    range: [plot.bottom, plot.top],
    ticks,
    grid: true,
    format: tickLabel,
  })

  const finish = (): ChartSpec => {
    const holders = holdersOf(comparison)
    const bySystem = new Map<System, string>()
    for (const { organisation, matches, focus: isFocus } of comparison.groups)
      for (const { system } of matches)
        if (isFocus || !bySystem.has(system)) bySystem.set(system, organisation.key)
    const marks: Mark[] = []
    for (const series of head.series)
      for (const system of comparison.systems) {
        if (system.rmax === null || (bySystem.get(system) ?? REST) !== series.key) continue
        marks.push({
          type: 'dot',
          focus: series.focus,
          id: `rank-${system.rank}`,
          series: series.key,
          x: x.place(system.rank),
          y: y.place(system.rmax),
          size: series.key === REST ? r : series.focus ? base * 0.4 : base * 0.31,
          paint: series.paint,
          shape: series.shape,
          values: { x: system.rank, y: system.rmax },
          tip: systemTip(system, comparison, holders.get(system) ?? []),
        })
      }
    const byId = new Map(marks.map((mark) => [mark.id, mark]))
    const wishes = focusNames(comparison).flatMap(({ system, name, place }): Wish[] => {
      const mark = byId.get(`rank-${system.rank}`)
      const longest = (plot.right - plot.left) * LONGEST_LABEL - measure(place, base, 600)
      const text = `${shorten(name, longest, base, 600)}${place}`
      return mark ? [{ mark, text, size: base, weight: 600 }] : []
    })
    const labels = placeLabels(
      wishes,
      { left: plot.left, right: width - side, top: plot.top, bottom: plot.bottom },
      marks,
    )

    const rules: Rule[] = [
      ...y.axis.ticks.map(
        (tick): Rule => ({
          x1: plot.left,
          x2: plot.right,
          y1: tick.at,
          y2: tick.at,
          paint: 'grid',
          width: 1,
          role: 'grid',
        }),
      ),
      {
        x1: plot.left,
        x2: plot.right,
        y1: plot.bottom,
        y2: plot.bottom,
        paint: 'faint',
        width: 1,
        role: 'axis',
      },
      ...x.axis.ticks.map(
        (tick): Rule => ({
          x1: tick.at,
          x2: tick.at,
          y1: plot.bottom,
          y2: plot.bottom + small * 0.4,
          paint: 'faint',
          width: 1,
          role: 'axis',
        }),
      ),
      ...labels.leaders,
    ]
    const axisText = (text: Omit<PlacedText, 'box' | 'size' | 'weight' | 'paint'>) =>
      placeText({ ...text, size: small, weight: 400, paint: 'muted' })
    const texts: PlacedText[] = [
      ...block.texts(height),
      ...legend.entries.map((entry) => entry.text),
      axisText({ text: y.axis.label, x: side, y: axisLabelY, anchor: 'start', role: 'axis' }),
      axisText({
        text: x.axis.label,
        x: plot.right,
        y: plot.bottom + small * 2.9,
        anchor: 'end',
        role: 'axis',
      }),
      ...y.axis.ticks.map((tick) =>
        axisText({
          text: tick.label,
          x: plot.left - small * 0.6,
          y: tick.at + small * 0.36,
          anchor: 'end',
          role: 'tick',
        }),
      ),
      ...x.axis.ticks.map((tick) =>
        axisText({
          text: tick.label,
          x: tick.at,
          y: plot.bottom + small * 1.55,
          anchor: 'middle',
          role: 'tick',
        }),
      ),
      ...labels.texts,
    ]
    return {
      kind: 'rank-rmax',
      frame: { width, height },
      plot,
      title,
      subtitle,
      notes,
      description: comparison.groups.map((group) => sentenceOf(group, comparison)).join(' '),
      ...head,
      x: x.axis,
      y: y.axis,
      marks,
      rules,
      texts,
      keys: legend.entries.map(({ series, x: kx, y: ky }) => ({
        x: kx,
        y: ky,
        size: series.key === REST ? base * 0.25 : base * 0.36,
        paint: series.paint,
        shape: series.shape,
      })),
      table: tableOf(comparison),
    }
  }
  const least = Math.max(base * LEAST_PLOT.ems, height * LEAST_PLOT.share)
  return { fits: plot.bottom - plot.top >= least, ample: false, cut: false, finish }
}
