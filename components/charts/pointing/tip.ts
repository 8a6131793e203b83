import type { Tooltip } from '@/lib/figure/tooltip'
import type { PlacedMark, Scene } from '@/lib/scene/scene'
import { BY_FINGER, BY_MOUSE, TIP, TIP_FACTS, TIP_HINT, TIP_LABEL, TIP_NAME } from './look'
import { placeTip } from './tip-place'

/** An element with words or others inside; words stay words. */
function element(tag: string, look: string, ...inside: (string | Node)[]): HTMLElement {
  const made = document.createElement(tag)
  made.className = look
  made.append(...inside)
  return made
}

/**
 * What is known of a mark, as an element. Screen readers have the same words from the live region.
 * @param leads whether a click leads to the page of what is told of.
 */
function tipOf({ name, facts }: Tooltip, leads: boolean): HTMLElement {
  const tip = element('div', TIP, element('p', TIP_NAME, name))
  tip.dataset.layer = 'tip'
  tip.setAttribute('aria-hidden', 'true')
  const list = element('dl', TIP_FACTS)
  for (const { label, text } of facts)
    list.append(
      element('div', 'contents', element('dt', TIP_LABEL, label), element('dd', '', text)),
    )
  tip.append(list)
  if (leads)
    tip.append(
      element(
        'span',
        TIP_HINT,
        element('span', BY_MOUSE, 'Click for its page'),
        element('span', BY_FINGER, 'Tap again for its page'),
      ),
    )
  return tip
}

/** Shows what is known of a mark beside it. */
export function showTip(
  figure: HTMLElement,
  frame: Scene['frame'],
  { x, y }: PlacedMark,
  tooltip: Tooltip,
  leads: boolean,
): void {
  const tip = tipOf(tooltip, leads)
  figure.append(tip)
  const scale = figure.clientWidth / frame.width
  const { left, top } = placeTip(
    { x: x * scale, y: y * scale },
    { width: tip.offsetWidth, height: tip.offsetHeight },
    { width: figure.clientWidth, height: frame.height * scale },
  )
  tip.style.left = `${left}px`
  tip.style.top = `${top}px`
}
