import type { ChartSpec, Mark } from '@/lib/chart/spec'

/** Room that a tip needs beside its mark before it changes sides, as a share of the frame. */
const SIDE = 0.6

/**
 * What is known of a mark, beside it. Screen readers have the same words from the live region.
 * Places are shares of the frame, so that it stays at its mark when the chart is scaled.
 */
export function Tip({ frame, mark }: { frame: ChartSpec['frame']; mark: Mark }) {
  const [name, ...facts] = mark.tip
  const across = mark.x / frame.width
  const down = mark.y / frame.height
  const left = across > SIDE
  const up = down > SIDE
  return (
    <div
      className="tip"
      aria-hidden="true"
      style={{
        left: left ? undefined : `calc(${across * 100}% + 12px)`,
        right: left ? `calc(${(1 - across) * 100}% + 12px)` : undefined,
        top: up ? undefined : `calc(${down * 100}% + 8px)`,
        bottom: up ? `calc(${(1 - down) * 100}% + 8px)` : undefined,
      }}
    >
      <p className="tip-name">{name?.text}</p>
      <dl>
        {facts.map((fact) => (
          <div key={fact.label}>
            <dt>{fact.label}</dt>
            <dd>{fact.text}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
