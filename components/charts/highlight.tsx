import type { ChartSpec, Mark } from '@/lib/chart/spec'
import { MarkShape } from './mark-shape'

/** Lies over the faded chart: all marks of the organisation pointed at, and a ring around the mark itself. */
export function Highlight({ spec, mark }: { spec: ChartSpec; mark: Mark }) {
  const series = spec.series.find((candidate) => candidate.key === mark.series)
  const own =
    series?.paint === 'context' ? [mark] : spec.marks.filter((m) => m.series === mark.series)
  return (
    <svg
      className="chart-highlight"
      viewBox={`0 0 ${spec.frame.width} ${spec.frame.height}`}
      aria-hidden="true"
    >
      {own.map((each) => (
        <MarkShape key={each.id} mark={each} x={each.x} y={each.y} />
      ))}
      {mark.type === 'bar' ? (
        <line
          x1={mark.x}
          x2={mark.x}
          y1={mark.y - mark.size / 2 - 3}
          y2={mark.y + mark.size / 2 + 3}
          className="chart-ring"
        />
      ) : (
        <circle
          cx={mark.x}
          cy={mark.y}
          r={(mark.type === 'dot' ? mark.size : mark.size / 2) + 4}
          className="chart-ring"
        />
      )}
    </svg>
  )
}
