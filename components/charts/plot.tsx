'use client'

import {
  Scatter,
  ScatterChart,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts'
import type { Value } from '@/lib/figure/figure'
import { yearsOf } from '@/lib/figure/time'
import { MARKS } from '@/lib/scene/marks/marks'
import {
  looksOf,
  type PlacedText,
  type Rule,
  type Scene,
  type SceneAxis,
  type SceneMark,
} from '@/lib/scene/scene'
import { shapePath } from '@/lib/scene/shape'
import { colour } from './colour'
import { MarkShape } from './mark-shape'
import { SeriesShape } from './series-shape'

/** An axis as Recharts takes it: numbers only, a band being counted 0, 1, 2… in the order of its ticks. */
type NumberAxis = {
  scale: 'log' | 'linear'
  domain: [number, number]
  ticks: number[]
  /** The axis' own number for a value of the data. */
  at: (value: Value) => number
}

/** A value on an axis that is no band as a number. */
const numberOf = ({ type }: SceneAxis, value: Value) =>
  type === 'time' ? yearsOf(String(value)) : Number(value)

function numberAxis(axis: SceneAxis): NumberAxis {
  if (axis.type !== 'band') {
    const at = (value: Value) => numberOf(axis, value)
    const [low = 0, high = 1] = axis.domain.map(at)
    return {
      scale: axis.type === 'log' ? 'log' : 'linear',
      domain: [low, high],
      ticks: axis.ticks.map(({ value }) => at(value)),
      at,
    }
  }
  const names = axis.domain.map(String)
  const step = (axis.range[1] - axis.range[0]) / Math.max(1, names.length)
  const first = axis.ticks[0]?.at ?? axis.range[0] + step / 2
  const at = (value: Value) => names.indexOf(String(value))
  return {
    scale: 'linear',
    domain: [(axis.range[0] - first) / step, (axis.range[1] - first) / step],
    ticks: axis.ticks.map(({ value }) => at(value)),
    at,
  }
}

/** A text of the scene, moved by what Recharts found another place to be. */
function Words({ text, dx = 0, dy = 0 }: { text: PlacedText; dx?: number; dy?: number }) {
  return (
    <text
      data-text={text.role}
      x={text.x + dx}
      y={text.y + dy}
      textAnchor={text.anchor}
      fontSize={text.size}
      fontWeight={text.weight}
      fill={colour(text.colour)}
    >
      {text.text}
    </text>
  )
}

function Lines({ rules }: { rules: readonly Rule[] }) {
  return rules.map((rule) => (
    <line
      // The grid's lowest line and the axis lie on one another.
      key={`${rule.role} ${rule.x1} ${rule.y1} ${rule.x2} ${rule.y2}`}
      x1={rule.x1}
      y1={rule.y1}
      x2={rule.x2}
      y2={rule.y2}
      stroke={colour(rule.colour)}
      strokeWidth={rule.width}
    />
  ))
}

type TickProps = { x?: number | string; y?: number | string; index?: number }

/** How Recharts is to draw the ticks of an axis: the scene's own texts, moved to where it stands by Recharts' scale. */
function ticksOf(axis: SceneAxis, along: 'x' | 'y') {
  return ({ index = 0, ...place }: TickProps) => {
    const tick = axis.ticks[index]
    if (!tick?.text) return <g />
    const moved = Number(place[along]) - tick.at
    return <Words text={tick.text} dx={along === 'x' ? moved : 0} dy={along === 'y' ? moved : 0} />
  }
}

/** Lines and areas, through the points that Recharts' scales give. */
function Joined({ scene, x, y }: { scene: Scene; x: NumberAxis; y: NumberAxis }) {
  const placeX = useXAxisScale()
  const placeY = useYAxisScale()
  if (!placeX || !placeY) return null
  const placed = scene.marks.flatMap((mark): SceneMark[] => {
    const { values } = mark
    const at = { x: placeX(x.at(values.x)), y: placeY(y.at(values.y)) }
    const from = values.from === undefined ? undefined : placeY(values.from)
    return at.x === undefined || at.y === undefined ? [] : [{ ...mark, x: at.x, y: at.y, from }]
  })
  const looks = looksOf(scene)
  return scene.series.map(({ key }) => {
    const own = placed.filter(({ series, type }) => series === key && MARKS[type].joined)
    const look = looks.get(key)
    return look && <SeriesShape key={key} marks={own} look={look} />
  })
}

/** What is not data: swatches, names, header and footer, and the lines from labels to their marks. */
function Furniture({ scene }: { scene: Scene }) {
  const texts = [
    ...scene.texts,
    ...scene.legend.flatMap((entry) => entry.texts),
    ...[scene.x.name, scene.y.name].flatMap((name) => name ?? []),
  ]
  return (
    <ZIndexLayer zIndex={1000}>
      <Lines rules={scene.rules.filter((rule) => rule.role === 'leader')} />
      {scene.legend.map(({ series, swatch }) => (
        <path
          key={series}
          d={shapePath(swatch.shape, swatch.x, swatch.y, swatch.size)}
          fill={colour(swatch.colour)}
        />
      ))}
      {texts.map((text) => (
        <Words key={`${text.role} ${text.text} ${text.x} ${text.y}`} text={text} />
      ))}
    </ZIndexLayer>
  )
}

/** Room that an axis leaves free at its two ends within the plot, in pixels. */
function padding({ range }: SceneAxis, low: number, high: number): [number, number] {
  return [Math.min(...range) - low, high - Math.max(...range)]
}

/**
 * Draws a scene with Recharts: places of marks, ticks and grid are Recharts' own, found from the scene's domains, ticks
 * and margins; the words are the scene's.
 */
export function Plot({ scene }: { scene: Scene }) {
  const { frame, plot } = scene
  const x = numberAxis(scene.x)
  const y = numberAxis(scene.y)
  const looks = looksOf(scene)
  const apart = scene.marks.filter(({ type }) => !MARKS[type].joined)
  // Without any data Recharts has no scales, so where all marks are joined it is given one, which is not drawn.
  const given = apart.length > 0 ? apart : scene.marks.slice(0, 1)
  const data = given.map((mark) => ({ mark, x: x.at(mark.values.x), y: y.at(mark.values.y) }))
  const [left, right] = padding(scene.x, plot.left, plot.right)
  const [top, bottom] = padding(scene.y, plot.top, plot.bottom)
  const drawMark = (placed: { cx?: number; cy?: number; payload?: { mark: SceneMark } }) => {
    const { cx, cy, payload } = placed
    const look = payload && looks.get(payload.mark.series)
    if (!look || cx === undefined || cy === undefined) return <g />
    if (MARKS[payload.mark.type].joined) return <g />
    return <MarkShape mark={{ ...payload.mark, x: cx, y: cy }} look={look} />
  }
  return (
    <ScatterChart
      width={frame.width}
      height={frame.height}
      accessibilityLayer={false}
      style={{ width: '100%', height: 'auto' }}
      margin={{ left: 0, top: plot.top, right: frame.width - plot.right, bottom: 0 }}
    >
      <Lines rules={scene.rules.filter((rule) => rule.role !== 'leader')} />
      <XAxis
        type="number"
        dataKey="x"
        scale={x.scale}
        domain={x.domain}
        ticks={x.ticks}
        interval={0}
        height={frame.height - plot.bottom}
        padding={{ left, right }}
        axisLine={false}
        tickLine={false}
        tick={ticksOf(scene.x, 'x')}
      />
      <YAxis
        type="number"
        dataKey="y"
        scale={y.scale}
        domain={y.domain}
        reversed={scene.y.range[0] < scene.y.range[1]}
        ticks={y.ticks}
        interval={0}
        width={plot.left}
        padding={{ top, bottom }}
        axisLine={false}
        tickLine={false}
        tick={ticksOf(scene.y, 'y')}
      />
      <Scatter data={data} isAnimationActive={false} shape={drawMark} />
      <Joined scene={scene} x={x} y={y} />
      <Furniture scene={scene} />
    </ScatterChart>
  )
}
