import { type LiveChart, type PackedChart, unpackChart } from '@/lib/scene/live'
import { PAPER } from '../frames'

/** The focusable place of a chart, whose picture the server drew. */
export const FIGURE = 'figure[data-chart]'

/** Charts that are kept, at most: more than any page has, and some for the way back. */
const MOST = 24

/** What the server answers for a frame: what the chart answers with, and where it was asked for, the drawing. */
type Answered = { chart: PackedChart; drawing?: string }

/** Charts that are asked for, by their addresses. */
const asked = new Map<string, Promise<Answered | null>>()

/** Charts at hand, by their addresses, the oldest first. */
const atHand = new Map<string, LiveChart>()

/** The source of each chart as it was last seen: another view of the page may stand in the same element. */
const sources = new WeakMap<HTMLElement, string>()

/** Charts that were drawn anew over the server's picture, see `explorer`. */
const redrawn = new WeakMap<HTMLElement, LiveChart>()

/** The frame of a chart that is shown at this width; null for one that is not on the screen. */
function shownFrame(figure: HTMLElement): HTMLElement | null {
  const frames = figure.querySelectorAll<HTMLElement>('[data-frame]')
  return [...frames].find((frame) => frame.offsetWidth > 0) ?? null
}

const isDrawn = (frame: HTMLElement) => frame.querySelector('svg > *') !== null

const addressOf = (figure: HTMLElement, width: string) => `${figure.dataset.source}&width=${width}`

function keep(address: string, chart: PackedChart): void {
  atHand.set(address, unpackChart(chart))
  const [oldest] = atHand.keys()
  if (atHand.size > MOST && oldest !== undefined) atHand.delete(oldest)
}

/** Asks for a chart, once at a time; null where it cannot be had just now. */
function fetched(address: string, drawing: boolean): Promise<Answered | null> {
  const whole = drawing ? `${address}&drawing=1` : address
  const known = asked.get(whole)
  if (known) return known
  const asking = fetch(whole)
    .then((answer): Promise<Answered | null> | null => (answer.ok ? answer.json() : null))
    .catch(() => null)
    .then((answer) => {
      asked.delete(whole)
      if (answer) keep(address, answer.chart)
      return answer
    })
  asked.set(whole, asking)
  return asking
}

/** What a chart answers with in the frame at hand; null until it is loaded. */
export function chartAtHand(figure: HTMLElement): LiveChart | null {
  const anew = redrawn.get(figure)
  if (anew) return anew
  const frame = shownFrame(figure)?.dataset.frame
  return frame ? (atHand.get(addressOf(figure, frame)) ?? null) : null
}

/** Loads what a chart answers with, and draws it where the server drew another width. */
export async function load(figure: HTMLElement): Promise<void> {
  const frame = shownFrame(figure)
  if (!frame?.dataset.frame) return
  const address = addressOf(figure, frame.dataset.frame)
  if (isDrawn(frame) && atHand.has(address)) return
  const answer = await fetched(address, !isDrawn(frame))
  // Markup of our own serialiser, from our own server.
  if (answer?.drawing && !isDrawn(frame)) frame.innerHTML = answer.drawing
}

/**
 * Loads what a chart answers with in the frame that the server drew, which nearly every window shows. It asks for no
 * place, for which the browser would have to lay out a page that is still on its way.
 */
export async function loadDrawn(figure: HTMLElement): Promise<void> {
  const frames = figure.querySelectorAll<HTMLElement>('[data-frame]')
  const width = [...frames].find(isDrawn)?.dataset.frame
  if (width) await fetched(addressOf(figure, width), false)
}

/** Draws for paper, which is narrower than the window, as long as nobody prints. */
export async function drawForPaper(figure: HTMLElement): Promise<void> {
  const shown = Number(shownFrame(figure)?.dataset.frame)
  const frame = figure.querySelector<HTMLElement>(`[data-frame="${PAPER}"]`)
  if (!frame || shown <= PAPER || isDrawn(frame)) return
  const answer = await fetched(addressOf(figure, String(PAPER)), true)
  if (!answer?.drawing) return
  frame.innerHTML = answer.drawing
  figure.dataset.paper = 'true'
}

/** Whether a chart shows another view than it did when this was last asked; what was known of it is then forgotten. */
export function isNew(figure: HTMLElement): boolean {
  const source = figure.dataset.source ?? ''
  if (sources.get(figure) === source) return false
  sources.set(figure, source)
  redrawn.delete(figure)
  for (const name of ['live', 'paper', 'redrawn', 'highlight', 'leads']) delete figure.dataset[name]
  return true
}

/** Whether the frame at hand has no drawing yet. */
export function isEmpty(figure: HTMLElement): boolean {
  const frame = shownFrame(figure)
  return frame !== null && !isDrawn(frame)
}

/** Takes a chart that was drawn anew for the one at hand, until it is taken back by null. */
export function setRedrawn(figure: HTMLElement, chart: LiveChart | null): void {
  if (chart) redrawn.set(figure, chart)
  else redrawn.delete(figure)
}

/** Where the picture at hand is seen. */
export function pictureBox(figure: HTMLElement): DOMRect | null {
  const picture = figure.querySelector('[data-layer=live] svg') ?? shownFrame(figure)
  return picture?.getBoundingClientRect() ?? null
}
