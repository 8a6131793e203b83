'use client'

import { Scatter, ScatterChart, XAxis, YAxis, ZIndexLayer } from 'recharts'
import { shapePath } from '@/lib/chart/shape'
import type { Axis, ChartSpec, Mark, PlacedText, Rule, Tick } from '@/lib/chart/spec'
import { MarkShape } from './mark-shape'
import { paint } from './paint'

/** An axis as Recharts takes it: numbers only, a band being counted 0, 1, 2… in the order of its ticks. */
type NumberAxis = {
  scale: 'log' | 'linear'
  domain: [number, number]
  ticks: number[]
  /** The axis' own number for a value of the data. */
  at: (value: number | string) => number
}

function numberAxis(axis: Axis): NumberAxis {
  const numbers = axis.ticks.map((tick) => Number(tick.value))
  if (axis.scale !== 'band') {
    const [low, high] = axis.domain
    return { scale: axis.scale, domain: [Number(low), Number(high)], ticks: numbers, at: Number }
  }
  const names = axis.domain.map(String)
  const step = (axis.range[1] - axis.range[0]) / Math.max(1, names.length)
  const first = axis.ticks[0]?.at ?? axis.range[0] + step / 2
  return {
    scale: 'linear',
    domain: [(axis.range[0] - first) / step, (axis.range[1] - first) / step],
    ticks: axis.ticks.map((tick) => names.indexOf(String(tick.value))),
    at: (value) => names.indexOf(String(value)),
  }
}

/** The text that the spec prints for a tick: the one with its label that stands nearest to it. */
function tickText(spec: ChartSpec, tick: Tick, along: 'x' | 'y'): PlacedText | undefined {
  const [text] = spec.texts
    .filter((candidate) => candidate.role === 'tick' && candidate.text === tick.label)
    .sort((a, b) => Math.abs(a[along] - tick.at) - Math.abs(b[along] - tick.at))
  return text
}

/** A text of the spec, moved by what Recharts found another place to be. */
function Words({ text, dx = 0, dy = 0 }: { text: PlacedText; dx?: number; dy?: number }) {
  return (
    <text
      data-text={text.role}
      x={text.x + dx}
      y={text.y + dy}
      textAnchor={text.anchor}
      fontSize={text.size}
      fontWeight={text.weight}
      fill={paint(text.paint)}
    >
      {text.text}
    </text>
  )
}

function Lines({ rules }: { rules: readonly Rule[] }) {
  return rules.map((rule) => (
    <line
      key={`${rule.x1} ${rule.y1} ${rule.x2} ${rule.y2}`}
      x1={rule.x1}
      y1={rule.y1}
      x2={rule.x2}
      y2={rule.y2}
      stroke={paint(rule.paint)}
      strokeWidth={rule.width}
    />
  ))
}

type TickProps = { x?: number | string; y?: number | string; index?: number }

/**
 * Draws a ChartSpec with Recharts: places of marks, ticks and grid are Recharts' own, found from the spec's
 * domains, ticks and margins; the words are the spec's.
 */
export function Plot({ spec }: { spec: ChartSpec }) {
  const { frame, plot } = spec
  const x = numberAxis(spec.x)
  const y = numberAxis(spec.y)
  const down = spec.y.range[0] < spec.y.range[1]
  const tickTexts = new Set<PlacedText>()

  const ticksOf = (axis: Axis, along: 'x' | 'y') => {
    const texts = axis.ticks.map((tick) => tickText(spec, tick, along))
    for (const text of texts) if (text) tickTexts.add(text)
    return ({ index = 0, ...place }: TickProps) => {
      const text = texts[index]
      const tick = axis.ticks[index]
      if (!text || !tick) return <g />
      const moved = Number(place[along]) - tick.at
      return <Words text={text} dx={along === 'x' ? moved : 0} dy={along === 'y' ? moved : 0} />
    }
  }
  const xTick = ticksOf(spec.x, 'x')
  const yTick = ticksOf(spec.y, 'y')
  const data = spec.marks.map((mark) => ({
    mark,
    x: x.at(mark.values.x),
    y: y.at(mark.values.y),
  }))

  return (
    <ScatterChart
      width={frame.width}
      height={frame.height}
      accessibilityLayer={false}
      style={{ width: '100%', height: 'auto' }}
      margin={{
        left: 0,
        top: plot.top,
        right: frame.width - plot.right,
        bottom: 0,
      }}
    >
      <Lines rules={spec.rules.filter((rule) => rule.role !== 'leader')} />
      <XAxis
        type="number"
        dataKey="x"
        scale={x.scale}
        domain={x.domain}
        ticks={x.ticks}
        interval={0}
        height={frame.height - plot.bottom}
        padding={{ left: spec.x.range[0] - plot.left, right: plot.right - spec.x.range[1] }}
        axisLine={false}
        tickLine={false}
        tick={xTick}
      />
      <YAxis
        type="number"
        dataKey="y"
        scale={y.scale}
        domain={y.domain}
        reversed={down}
        ticks={y.ticks}
        interval={0}
        width={plot.left}
        padding={
          down
            ? { top: spec.y.range[0] - plot.top, bottom: plot.bottom - spec.y.range[1] }
            : { top: spec.y.range[1] - plot.top, bottom: plot.bottom - spec.y.range[0] }
        }
        axisLine={false}
        tickLine={false}
        tick={yTick}
      />
      <Scatter
        data={data}
        isAnimationActive={false}
        shape={({ cx, cy, payload }: { cx?: number; cy?: number; payload?: { mark: Mark } }) =>
          payload && cx !== undefined && cy !== undefined ? (
            <MarkShape mark={payload.mark} x={cx} y={cy} />
          ) : (
            <g />
          )
        }
      />
      <ZIndexLayer zIndex={1000}>
        <Lines rules={spec.rules.filter((rule) => rule.role === 'leader')} />
        {spec.keys.map((key) => (
          <path
            key={`${key.x} ${key.y}`}
            d={shapePath(key.shape, key.x, key.y, key.size)}
            fill={paint(key.paint)}
          />
        ))}
        {spec.texts
          .filter((text) => !tickTexts.has(text))
          .map((text) => (
            <Words key={`${text.role} ${text.text} ${text.x} ${text.y}`} text={text} />
          ))}
      </ZIndexLayer>
    </ScatterChart>
  )
}
