import type { Scene, SceneAxis, SceneMark } from '@/lib/scene/scene'

function mark(
  type: SceneMark['type'],
  id: string,
  series: string,
  x: number,
  y: number,
): SceneMark {
  return { type, id, series, row: id, x, y, size: 4, values: { x, y } }
}

/** A dot of radius 4. */
export function dot(id: string, series: string, x: number, y: number): SceneMark {
  return mark('dot', id, series, x, y)
}

/** A tick on a band, 4 pixels high. */
export function tick(id: string, series: string, x: number, y: number): SceneMark {
  return mark('tick', id, series, x, y)
}

/** A bar of thickness 4 from one x to another. */
export function bar(series: string, from: number, to: number, y: number): SceneMark {
  return { ...mark('bar', series, series, to, y), from }
}

/** A point of a line. */
export function point(id: string, series: string, x: number, y: number): SceneMark {
  return mark('line', id, series, x, y)
}

const LABELS: Readonly<Record<string, string>> = {
  azure: 'Microsoft Azure',
  ibm: 'IBM',
  rest: 'All others',
}

/** A scene of 100 by 100 pixels with these marks, Azure in focus. @param order of the names, from the first to the last. */
export function sceneOf(
  marks: readonly SceneMark[],
  layout: Scene['layout'] = 'plane',
  order: readonly string[] = ['azure', 'ibm', 'rest'],
): Scene {
  const axis: SceneAxis = {
    type: 'linear',
    domain: [0, 100],
    range: [0, 100],
    ticks: [],
    name: null,
  }
  return {
    kind: 'rank-rmax',
    title: '',
    description: '',
    frame: { width: 100, height: 100 },
    plot: { left: 0, top: 0, right: 100, bottom: 100 },
    x: axis,
    y: axis,
    layout,
    // As they are drawn, which is not the order in which they are read.
    series: [
      { key: 'rest', label: 'All others', colour: 'context', shape: 'circle', focus: false },
      { key: 'ibm', label: 'IBM', colour: 'orange', shape: 'square', focus: false },
      { key: 'azure', label: 'Microsoft Azure', colour: 'blue', shape: 'circle', focus: true },
    ],
    legend: order.map((series) => ({
      series,
      swatch: { x: 0, y: 0, size: 4, colour: 'blue', shape: 'circle' },
      texts: [
        {
          // A name as a legend shortens it, which says nothing of the series.
          text: `${LABELS[series]?.slice(0, 1)}…`,
          x: 0,
          y: 0,
          anchor: 'start',
          size: 12,
          weight: 400,
          colour: 'ink',
          role: 'legend',
          box: { left: 0, top: 0, right: 0, bottom: 0 },
        },
      ],
    })),
    marks,
    rules: [],
    texts: [],
  }
}
