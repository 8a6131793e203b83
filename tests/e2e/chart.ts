import { expect, type Locator, type Page } from '@playwright/test'
import type { Figure } from '@/lib/figure/figure'
import { layScene } from '@/lib/scene/lay'
import type { Scene } from '@/lib/scene/scene'

/** The charts of the comparison page, in the order in which they stand. */
export const KINDS = ['rank-rmax', 'totals', 'rank-strip'] as const

/** The place of a chart on the page. */
export const chartOf = (page: Page, kind: string): Locator => page.locator(`[data-chart="${kind}"]`)

/** A place of a mark or a text in its chart, in CSS pixels: what it is, and the middle of what it covers. */
export type Place = { name: string; x: number; y: number }

/** Waits until a chart answers, as somebody does who walks there by keyboard. */
export async function wakeByKeyboard(page: Page, kind: string): Promise<Locator> {
  const chart = chartOf(page, kind)
  await chart.focus()
  await expect(chart).toHaveAttribute('data-live', 'true')
  return chart
}

/** Lets Recharts draw a chart anew, as somebody does who looks closer. @returns the menu that does it. */
export async function lookCloser(page: Page, kind: string): Promise<Locator> {
  const menu = exploreOf(page, kind)
  await menu.locator('summary').click()
  await expect(chartOf(page, kind)).toHaveAttribute('data-redrawn', '')
  return menu
}

/** The menu of a chart for looking closer. */
export const exploreOf = (page: Page, kind: string): Locator =>
  page.locator('.figure', { has: chartOf(page, kind) }).locator('.explore')

/** Where a mark of a chart is seen, in CSS pixels of the window. */
export async function markOnScreen(page: Page, kind: string, id: string) {
  const chart = chartOf(page, kind)
  await chart.scrollIntoViewIfNeeded()
  const scene = await sceneOf(page, kind)
  const mark = scene.marks.find((one) => one.id === id)
  const box = await chart.boundingBox()
  if (!mark || !box) throw new Error(`The ${kind} chart has no ${id}.`)
  const scale = box.width / scene.frame.width
  return { x: box.x + mark.x * scale, y: box.y + mark.y * scale }
}

/** The scene of a chart of the page at hand, in the width in which it is shown. */
export async function sceneOf(page: Page, kind: string): Promise<Scene> {
  const drawn = chartOf(page, kind)
    .locator('[data-frame]:visible svg, [data-layer=live] svg')
    .first()
  const frame = await drawn.getAttribute('width')
  const query = new URL(page.url()).search
  const answer = await page.request.get(`/api/figure/${kind}${query}`)
  expect(answer.status()).toBe(200)
  return layScene((await answer.json()) as Figure, { width: Number(frame), words: false })
}

/**
 * Where every mark of the server's picture is seen. The picture names series only, and holds their marks in the
 * scene's order.
 */
export async function stillMarks(page: Page, scene: Scene): Promise<Place[]> {
  const ids: Record<string, string[]> = {}
  for (const mark of scene.marks) ids[mark.series] = [...(ids[mark.series] ?? []), mark.id]
  return chartOf(page, scene.kind)
    .locator('[data-frame]:visible svg')
    .evaluate((svg, names) => {
      const chart = svg.closest('figure')?.getBoundingClientRect() ?? new DOMRect()
      const middle = (element: Element) => {
        const box = element.getBoundingClientRect()
        return { x: box.left - chart.left + box.width / 2, y: box.top - chart.top + box.height / 2 }
      }
      const onScreen = (x: number, y: number) => {
        const matrix = svg instanceof SVGSVGElement ? svg.getScreenCTM() : null
        const point = new DOMPoint(x, y).matrixTransform(matrix ?? undefined)
        return { x: point.x - chart.left, y: point.y - chart.top }
      }
      const found: Place[] = [...svg.querySelectorAll('[data-mark]')].map((mark) => ({
        name: mark.getAttribute('data-mark') ?? '',
        ...middle(mark),
      }))
      for (const group of svg.querySelectorAll('[data-marks]')) {
        const own = names[group.getAttribute('data-marks') ?? ''] ?? []
        // One path for all: `M x y h0` is a dot, `M x top v length` a tick, anything closed a shape.
        const part = (d: string) => {
          const [, x, y, way, by] = /^M(\S+) (\S+?)([hv])(\d[\d.]*)$/.exec(d) ?? []
          if (way) return onScreen(Number(x), Number(y) + (way === 'v' ? Number(by) / 2 : 0))
          const alone = document.createElementNS('http://www.w3.org/2000/svg', 'path')
          alone.setAttribute('d', d)
          svg.append(alone)
          const place = middle(alone)
          alone.remove()
          return place
        }
        const places =
          group.tagName === 'g'
            ? [...group.children].map(middle)
            : ((group.getAttribute('d') ?? '').match(/M[^M]+/g) ?? []).map(part)
        places.forEach((place, index) => {
          found.push({ name: own[index] ?? 'too many', ...place })
        })
      }
      return found
    }, ids)
}

/** Where every mark of Recharts’ drawing is seen. */
export function liveMarks(page: Page, kind: string): Promise<Place[]> {
  return chartOf(page, kind)
    .locator('[data-layer=live] .recharts-wrapper [data-mark]')
    .evaluateAll((marks) =>
      marks.map((mark) => {
        const chart = mark.closest('figure')?.getBoundingClientRect() ?? new DOMRect()
        const box = mark.getBoundingClientRect()
        return {
          name: mark.getAttribute('data-mark') ?? '',
          x: box.left - chart.left + box.width / 2,
          y: box.top - chart.top + box.height / 2,
        }
      }),
    )
}

/** Where every text of a chart is seen, `still` or `live`, in reading order. */
export async function texts(page: Page, kind: string, layer: 'still' | 'live') {
  const drawn = layer === 'live' ? '[data-layer=live]' : '[data-frame]'
  const found = await chartOf(page, kind)
    .locator(`${drawn} text:visible`)
    .evaluateAll((all) =>
      all.map((text) => {
        const chart = text.closest('figure')?.getBoundingClientRect() ?? new DOMRect()
        const box = text.getBoundingClientRect()
        return { name: text.textContent ?? '', x: box.left - chart.left, y: box.top - chart.top }
      }),
    )
  return sorted(found)
}

/** In the order of names, then from left to right, then down, so that two drawings can be held side by side. */
export function sorted(places: readonly Place[]): Place[] {
  return [...places].sort(
    (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0) || a.x - b.x || a.y - b.y,
  )
}

/** The places that are more than `within` pixels apart, in words; the names of both must be the same. */
export function apart(a: readonly Place[], b: readonly Place[], within: number): string[] {
  expect(b.map(({ name }) => name)).toEqual(a.map(({ name }) => name))
  return a.flatMap((place, index) => {
    const other = b[index]
    const off = other
      ? Math.max(Math.abs(place.x - other.x), Math.abs(place.y - other.y))
      : Infinity
    return off <= within ? [] : [`${place.name}: ${off.toFixed(2)} pixels`]
  })
}
