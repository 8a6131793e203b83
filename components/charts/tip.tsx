import { useLayoutEffect, useRef } from 'react'
import type { Tooltip } from '@/lib/figure/tooltip'
import type { Scene, SceneMark } from '@/lib/scene/scene'
import { placeTip } from './tip-place'

/** What is known of a mark, beside it. Screen readers have the same words from the live region. */
export function Tip(props: {
  frame: Scene['frame']
  mark: SceneMark
  tooltip: Tooltip
  /** Whether a click leads to the page of what is told of. */
  leads: boolean
}) {
  const { frame, mark, tooltip, leads } = props
  const box = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    const tip = box.current
    const chart = tip?.parentElement
    if (!tip || !chart) return
    const scale = chart.clientWidth / frame.width
    const { left, top } = placeTip(
      { x: mark.x * scale, y: mark.y * scale },
      { width: tip.offsetWidth, height: tip.offsetHeight },
      { width: chart.clientWidth, height: frame.height * scale },
    )
    tip.style.left = `${left}px`
    tip.style.top = `${top}px`
  }, [frame, mark])

  return (
    <div
      ref={box}
      data-layer="tip"
      className="pointer-events-none absolute z-2 w-max max-w-[min(20rem,72%)] border border-muted bg-paper px-3 py-2 text-small leading-[1.4]"
      aria-hidden="true"
    >
      <p className="font-strong">{tooltip.name}</p>
      <dl className="mt-0.5 grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3">
        {tooltip.facts.map((fact) => (
          <div key={fact.label} className="contents">
            <dt className="text-muted">{fact.label}</dt>
            <dd>{fact.text}</dd>
          </div>
        ))}
      </dl>
      {leads && (
        <span className="mt-1 block text-muted">
          <span className="pointer-coarse:hidden">Click for its page</span>
          <span className="not-pointer-coarse:hidden">Tap again for its page</span>
        </span>
      )}
    </div>
  )
}
