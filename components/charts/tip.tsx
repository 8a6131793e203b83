import { useLayoutEffect, useRef } from 'react'
import type { Tooltip } from '@/lib/figure/tooltip'
import type { Scene, SceneMark } from '@/lib/scene/scene'
import { placeTip } from './tip-place'

/** What is known of a mark, beside it. Screen readers have the same words from the live region. */
export function Tip(props: { frame: Scene['frame']; mark: SceneMark; tooltip: Tooltip }) {
  const { frame, mark, tooltip } = props
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
    <div ref={box} className="tip" aria-hidden="true">
      <p className="tip-name">{tooltip.name}</p>
      <dl>
        {tooltip.facts.map((fact) => (
          <div key={fact.label}>
            <dt>{fact.label}</dt>
            <dd>{fact.text}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
