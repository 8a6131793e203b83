import type { Comparison } from '../compare/comparison'
import { counted, formatPrinted } from '../compare/figure'
import { sentenceOf } from '../compare/headline'
import { rankLabel } from '../compare/tie'
import { rankStripTitle } from '../compare/title'
import type { System } from '../model/system'
import { rankAxis } from './axis'
import { type Fit, fitType, layoutBlock, type TypeSizes } from './block'
import { commonNotes, holdersOf, type Layout, specHead, systemTip } from './draft'
import { gridSpans, isStacked, layLanes, nameColumn, organisationAxis, placeName } from './lanes'
import { type ChartSpec, type DataTable, type Mark, type PlacedText, REST, type Rule } from './spec'
import { measure, placeText } from './text'

function tableOf(comparison: Comparison): DataTable {
  return {
    columns: [
      { key: 'organisation', label: 'Organisation', unit: null, numeric: false },
      { key: 'rank', label: 'Rank', unit: null, numeric: true },
      { key: 'shared-rank', label: 'Shared rank', unit: null, numeric: false },
      { key: 'name', label: 'System', unit: null, numeric: false },
      { key: 'site', label: 'Site', unit: null, numeric: false },
      { key: 'rmax', label: 'Rmax', unit: 'TFlop/s', numeric: true },
    ],
    rows: comparison.groups.flatMap(({ organisation, matches }) =>
      matches.map(({ system }) => [
        organisation.label,
        system.rank,
        rankLabel(system.rank, comparison.ties),
        system.name,
        system.site,
        system.rmax,
      ]),
    ),
  }
}

/** One line for each organisation, a tick at the rank of each of its systems. */
export function buildRankStrip(comparison: Comparison, layout: Layout): ChartSpec {
  return fitType(layout, (sizes) => draft(comparison, layout, sizes)).finish()
}

function draft(
  comparison: Comparison,
  layout: Layout,
  sizes: TypeSizes,
): Fit & { finish: () => ChartSpec } {
  const head = specHead(comparison, layout)
  const { width } = layout
  const { groups } = comparison
  const narrow = width < 480
  const { title, subtitle } = rankStripTitle(comparison)
  const notes = commonNotes(comparison)
  const { base, small, margin: side } = sizes
  const words = { title, subtitle, notes, source: head.source, permalink: layout.permalink }
  const block = layoutBlock(layout.block ? words : null, layout, sizes)
  const height =
    layout.height ?? Math.ceil(block.top + groups.length * (narrow ? 50 : 36) + 44 + block.under)
  const from = { top: block.top + 2, bottom: height - block.under - small * 3.4 }
  const names = nameColumn(
    groups.map(({ organisation }) => organisation.label),
    width,
    sizes,
  )
  const room = { count: groups.length, room: from.bottom - from.top, cut: names.cut }
  const stacked = isStacked(layout, room, sizes)
  const lanes = layLanes(from, groups.length, stacked, sizes)
  const nameWidth = stacked ? 0 : names.width
  const countText = (count: number) => (narrow ? formatPrinted(count) : counted(count, 'system'))
  const countWidth = Math.max(
    ...groups.map(({ matches }) => measure(countText(matches.length), base, 600)),
  )
  const plot = {
    left: Math.ceil(side + nameWidth + (stacked ? 4 : 0)),
    right: Math.floor(width - side - (stacked ? Math.ceil(small) : countWidth + base)),
    top: lanes.top,
    bottom: Math.ceil(lanes.bottom),
  }
  const x = rankAxis({
    scale: layout.axis,
    last: comparison.systems.at(-1)?.rank ?? 500,
    range: [plot.left, plot.right],
  })
  const finish = (): ChartSpec => {
    const holders = holdersOf(comparison)

    const marks: Mark[] = []
    const texts: PlacedText[] = [...block.texts(height)]
    const keys: ChartSpec['keys'][number][] = []
    const rules: Rule[] = x.axis.ticks.flatMap((tick) =>
      gridSpans(lanes, groups.length).map(
        (span): Rule => ({
          ...span,
          x1: tick.at,
          x2: tick.at,
          paint: 'grid',
          width: 1,
          role: 'grid',
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
    const drawn: { mark: Mark; focus: boolean }[] = []
    for (const [index, group] of groups.entries()) {
      const series = head.series.find(({ key }) => key === group.organisation.key)
      if (!series) continue
      const y = lanes.markAt(index)
      const nameY = lanes.nameAt(index)
      const weight = series.focus ? 600 : 400
      rules.push({
        x1: plot.left,
        x2: plot.right,
        y1: y,
        y2: y,
        paint: 'grid',
        width: 1,
        role: 'grid',
      })
      keys.push({
        x: side + base * 0.45,
        y: nameY,
        size: base * 0.36,
        paint: series.paint,
        shape: series.shape,
      })
      const count = countText(group.matches.length)
      const nameRoom = stacked
        ? width - 2 * side - base * 2.25 - measure(count, base, weight)
        : nameWidth - base * 1.6
      texts.push(
        ...placeName(
          series.label,
          { x: side + base * 1.25, y: nameY },
          { width: nameRoom, lines: lanes.lines },
          { size: base, weight },
        ),
      )
      say(
        count,
        { x: width - side, y: nameY + base * 0.36 },
        { anchor: 'end', weight, paint: group.matches.length ? 'ink' : 'muted' },
      )
      for (const { system } of group.matches)
        drawn.push({ focus: series.focus, mark: tickMark(system, series, y) })
    }
    function tickMark(system: System, series: ChartSpec['series'][number], y: number): Mark {
      return {
        type: 'tick',
        focus: series.focus,
        id: `${series.key} ${system.rank}`,
        series: series.key,
        x: x.place(system.rank),
        y,
        size: series.focus ? lanes.thick * 1.15 : lanes.thick,
        paint: series.paint,
        shape: series.shape,
        values: { x: system.rank, y: series.key },
        tip: systemTip(system, comparison, holders.get(system) ?? []),
      }
    }
    marks.push(...drawn.filter(({ focus }) => !focus).map(({ mark }) => mark))
    marks.push(...drawn.filter(({ focus }) => focus).map(({ mark }) => mark))
    for (const tick of x.axis.ticks)
      say(
        tick.label,
        { x: tick.at, y: plot.bottom + small * 1.4 },
        { size: small, paint: 'muted', role: 'tick', anchor: 'middle' },
      )
    say(
      x.axis.label,
      { x: plot.right, y: plot.bottom + small * 2.75 },
      { size: small, paint: 'muted', role: 'axis', anchor: 'end' },
    )
    return {
      kind: 'rank-strip',
      frame: { width, height },
      plot,
      title,
      subtitle,
      notes,
      description: groups.map((group) => sentenceOf(group, comparison)).join(' '),
      ...head,
      series: head.series.filter(({ key }) => key !== REST),
      x: x.axis,
      y: organisationAxis(groups, lanes),
      marks,
      rules,
      texts,
      keys,
      table: tableOf(comparison),
    }
  }
  return {
    fits: lanes.fits,
    ample: lanes.ample,
    cut: names.long && !stacked && lanes.lines === 1,
    finish,
  }
}
