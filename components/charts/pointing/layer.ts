import { spokenTooltip, tooltipOf } from '@/lib/figure/tooltip'
import type { LiveChart } from '@/lib/scene/live'
import type { PlacedMark } from '@/lib/scene/scene'
import { markAt, neighbour } from '@/lib/scene/walk'
import { showHighlight } from './highlight'
import { whenIdle } from './idle'
import { SPOKEN } from './look'
import {
  chartAtHand,
  drawForPaper,
  FIGURE,
  isEmpty,
  isNew,
  load,
  loadDrawn,
  pictureBox,
  setRedrawn,
} from './picture'
import { showTip } from './tip'
import { layOutAll, layOutTables } from './waiting-tables'

/** How far from a mark a pointer may be and still mean it, in pixels of the screen. */
const REACH = { mouse: 24, touch: 44 }

/** What follows the name of a chart for assistive technology once it can be walked. */
const WALKED = '. Arrow keys move between the marks, Escape leaves.'

/** What is pointed at, where, and by what. */
type Active = {
  figure: HTMLElement
  chart: LiveChart
  mark: PlacedMark
  by: 'pointer' | 'keyboard'
}

let active: Active | null = null
/** The last place of a pointer, for a chart that comes while it rests. */
let pointer: { figure: HTMLElement; event: PointerEvent } | null = null
/** The mark that was told when a finger came down. */
let told: string | null = null

const figureOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(FIGURE) : null

/** The region in which assistive technology hears what the keys lead to; there before anything is said. */
function regionOf(figure: HTMLElement): HTMLElement {
  const there = figure.querySelector<HTMLElement>('[data-layer=spoken]')
  if (there) return there
  const region = document.createElement('p')
  region.className = SPOKEN
  region.setAttribute('aria-live', 'polite')
  region.dataset.layer = 'spoken'
  figure.append(region)
  return region
}

/** Takes away what lies over a picture. */
function clear(): void {
  if (!active) return
  const { figure } = active
  active = null
  for (const layer of figure.querySelectorAll('[data-layer=tip], [data-layer=highlight]'))
    layer.remove()
  delete figure.dataset.highlight
  delete figure.dataset.leads
}

function show(next: Active): void {
  const { figure, chart, mark, by } = next
  if (active?.figure === figure && active.mark.id === mark.id && active.by === by) return
  if (active?.figure !== figure) clear()
  const { scene, rows } = chart
  const tooltip = tooltipOf(rows, mark.row)
  const leads = rows.page !== undefined
  active = next
  figure.querySelector('[data-layer=tip]')?.remove()
  if (tooltip) showTip(figure, scene.frame, mark, tooltip, leads)
  if (by === 'keyboard' && tooltip)
    regionOf(figure).textContent =
      `${spokenTooltip(tooltip)}${leads ? ' Enter opens its page.' : ''}`
  // What fades, and the hand over it, have every mark styled anew; the tip does not wait for that.
  requestAnimationFrame(() => {
    if (active === next) highlight(next)
  })
}

/** Lets the organisation of a mark stand out, in place of the one before. */
function highlight({ figure, chart, mark }: Active): void {
  figure.querySelector('[data-layer=highlight]')?.remove()
  figure.toggleAttribute('data-highlight', showHighlight(figure, chart.scene, mark))
  figure.toggleAttribute('data-leads', chart.rows.page !== undefined)
}

/** Shows the mark that a pointer means, or none. */
function point(figure: HTMLElement, event: PointerEvent): void {
  const chart = chartAtHand(figure)
  const box = pictureBox(figure)
  if (!chart || !box || box.width === 0) return
  const scale = chart.scene.frame.width / box.width
  const at = { x: (event.clientX - box.left) * scale, y: (event.clientY - box.top) * scale }
  const reach = event.pointerType === 'touch' ? REACH.touch : REACH.mouse
  const mark = markAt(chart.scene, at, reach * scale)
  if (mark) show({ figure, chart, mark, by: 'pointer' })
  else clear()
}

/** Opens the page of a row, in the theme of this one. */
function follow({ chart: { rows }, mark }: Active, beside: boolean): void {
  if (rows.page === undefined) return
  const theme = new URLSearchParams(location.search).get('theme')
  const address = `${rows.page}${mark.row}${theme ? `?${new URLSearchParams({ theme })}` : ''}`
  window.open(address, beside ? '_blank' : '_self')
}

/** Loads a chart, and points where the pointer rests by then. */
async function approach(figure: HTMLElement): Promise<void> {
  if (chartAtHand(figure)) return prepare(figure)
  await load(figure)
  prepare(figure)
  if (pointer?.figure === figure && figure.isConnected) point(figure, pointer.event)
}

/** Answers once for nobody: the browser compiles what answers when it is first called, which the first reader would wait for. */
function rehearse({ scene, rows }: LiveChart): void {
  const nearest = markAt(scene, { x: 0, y: 0 }, Number.POSITIVE_INFINITY)
  if (nearest) tooltipOf(rows, nearest.row)
}

/** Says how a chart is walked, once it can be. */
function prepare(figure: HTMLElement): void {
  const chart = figure.dataset.live ? null : chartAtHand(figure)
  if (!chart) return
  whenIdle(() => rehearse(chart))
  const label = figure.getAttribute('aria-label')?.replace(WALKED, '') ?? ''
  figure.dataset.live = 'true'
  figure.setAttribute('role', 'application')
  figure.setAttribute('aria-label', label + WALKED)
}

/** A pointer came, moved, or went from one chart to another or away. */
function onPointer(event: PointerEvent): void {
  const figure = figureOf(event.target)
  if (event.type === 'pointermove' && event.pointerType === 'touch') return
  if (event.type === 'pointerdown') told = active?.mark.id ?? null
  if (!figure) {
    pointer = null
    if (active?.by === 'pointer') clear()
    return
  }
  pointer = { figure, event }
  if (active && active.figure !== figure) clear()
  if (chartAtHand(figure)) point(figure, event)
  else void approach(figure)
}

// A finger is told of a mark by its first tap, and follows it by the second.
function onClick(event: MouseEvent): void {
  if (!active || figureOf(event.target) !== active.figure) return
  const byFinger = event instanceof PointerEvent && event.pointerType === 'touch'
  if (!byFinger || active.mark.id === told) follow(active, event.ctrlKey || event.metaKey)
}

function onKey(event: KeyboardEvent): void {
  const figure = figureOf(event.target)
  if (!figure || event.target !== figure) return
  if (event.altKey || event.ctrlKey || event.metaKey) return
  if (event.key === 'Escape') {
    clear()
    return
  }
  const now = active?.figure === figure ? active : null
  if (event.key === 'Enter' && now) {
    follow(now, false)
    return
  }
  const chart = chartAtHand(figure)
  const mark = chart && neighbour(chart.scene, now?.mark ?? null, event.key)
  if (!chart || !mark) return
  event.preventDefault()
  show({ figure, chart, mark, by: 'keyboard' })
}

function onFocus(event: FocusEvent): void {
  const figure = figureOf(event.target)
  if (!figure || event.target !== figure) return
  regionOf(figure)
  void approach(figure)
}

/** What a chart was drawn anew from, see `explorer`; null where the server's picture is back. */
function onRedrawn(event: Event): void {
  const figure = figureOf(event.target)
  if (!figure || !(event instanceof CustomEvent)) return
  if (active?.figure === figure) clear()
  setRedrawn(figure, event.detail)
  figure.toggleAttribute('data-redrawn', event.detail !== null)
}

const figures = () => document.querySelectorAll<HTMLElement>(FIGURE)

/** Draws the charts whose width the server did not draw: it knows phones from others, and no window. */
function fill(): void {
  for (const figure of figures()) if (isEmpty(figure)) void load(figure)
}

declare global {
  interface Window {
    /** Fetches what wakes the page; see `approach-script`. */
    fetchLater?: () => void
    /** The last movement of a pointer, noted there. */
    pointer?: PointerEvent
  }
}

/** Loads the charts one after the other, then what wakes the page, and then draws for paper. */
async function loadAhead(): Promise<void> {
  for (const figure of figures()) await approach(figure)
  window.fetchLater?.()
  for (const figure of figures()) await drawForPaper(figure)
}

document.addEventListener('pointermove', onPointer, { passive: true })
document.addEventListener('pointerdown', onPointer, { passive: true })
document.documentElement.addEventListener('pointerleave', (event) => {
  if (event.pointerType !== 'touch' && active?.by === 'pointer') clear()
})
document.addEventListener('click', onClick)
document.addEventListener('keydown', onKey)
document.addEventListener('focusin', onFocus)
document.addEventListener('focusout', (event) => {
  if (active && event.target === active.figure) clear()
})
document.addEventListener('redrawn', onRedrawn)
addEventListener('resize', fill)
addEventListener('beforeprint', layOutAll)

/** Another view of the page brings other pictures, or the same places with other marks. */
function look(): void {
  if (active && !active.figure.isConnected) active = null
  const others = [...figures()].filter(isNew)
  fill()
  if (others.length > 0) whenIdle(() => void loadAhead())
  layOutTables()
}

const begin = () => {
  look()
  new MutationObserver(look).observe(document.body, {
    childList: true,
    subtree: true,
    attributeFilter: ['data-source'],
  })
}
// Somebody who came before this script did has asked already.
if (window.pointer) onPointer(window.pointer)
const focused = figureOf(document.activeElement)
if (focused) void approach(focused)

/** The first chart is pointed at soonest. The page may still be on its way when this script comes. */
function loadFirst(): void {
  const [first] = figures()
  if (first) void loadDrawn(first).then(() => approach(first))
  else if (document.readyState === 'loading') requestAnimationFrame(loadFirst)
}
loadFirst()
if (document.readyState === 'complete') begin()
else addEventListener('load', begin)
