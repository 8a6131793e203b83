import type { LiveScene } from '@/lib/scene/live'
import { round } from '@/lib/scene/marks/mark'
import { MARKS } from '@/lib/scene/marks/marks'
import { looksOf, type PlacedMark } from '@/lib/scene/scene'
import { svgText } from '@/lib/scene/svg'
import { colour } from '../colour'
import { HIGHLIGHT, RING } from './look'

/**
 * Lays over the faded chart all marks of the organisation pointed at, and a ring around the mark itself.
 * @returns whether the mark is one of an organisation, so that the others fade.
 */
export function showHighlight(figure: HTMLElement, scene: LiveScene, mark: PlacedMark): boolean {
  const look = looksOf(scene).get(mark.series)
  if (!look) return false
  const kind = MARKS[mark.type]
  const ofOrganisation = look.colour !== 'context'
  const own = ofOrganisation ? scene.marks.filter(({ series }) => series === mark.series) : [mark]
  const drawn = kind.joined
    ? [...kind.drawSeries(own, look, colour, round), kind.draw(mark, look, colour)]
    : own.map((each) => kind.draw(each, look, colour))
  const layer = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  layer.setAttribute('class', HIGHLIGHT)
  layer.setAttribute('viewBox', `0 0 ${scene.frame.width} ${scene.frame.height}`)
  layer.setAttribute('aria-hidden', 'true')
  layer.dataset.layer = 'highlight'
  const ring = { tag: 'g', attrs: { class: RING }, children: [kind.ring(mark, look)] }
  // Markup of our own serialiser, which escapes what names hold.
  layer.innerHTML = [...drawn, ring].map(svgText).join('')
  figure.append(layer)
  return ofOrganisation
}
