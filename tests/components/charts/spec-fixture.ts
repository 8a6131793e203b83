import type { ChartSpec, Mark } from '@/lib/chart/spec'

function mark(type: Mark['type'], id: string, series: string, x: number, y: number): Mark {
  return {
    type,
    focus: false,
    id,
    series,
    x,
    y,
    size: 4,
    paint: 'blue',
    shape: 'circle',
    values: { x, y },
    tip: [{ label: '', text: id }],
  }
}

/** A dot of radius 4. */
export function dot(id: string, series: string, x: number, y: number): Mark {
  return mark('dot', id, series, x, y)
}

/** A tick of a strip, 4 pixels high. */
export function strip(id: string, series: string, x: number, y: number): Mark {
  return mark('tick', id, series, x, y)
}

/** A bar of thickness 4 from one x to another. */
export function bar(series: string, from: number, to: number, y: number): Mark {
  return { ...mark('bar', series, series, to, y), from }
}

/** A spec of 100 by 100 pixels with these marks, Azure in focus before IBM and the rest. */
export function specOf(marks: readonly Mark[]): ChartSpec {
  const axis = {
    scale: 'linear',
    label: '',
    domain: [0, 100],
    range: [0, 100],
    ticks: [],
    grid: false,
  } as const
  return {
    kind: 'rank-rmax',
    frame: { width: 100, height: 100 },
    plot: { left: 0, top: 0, right: 100, bottom: 100 },
    title: '',
    subtitle: '',
    source: '',
    notes: [],
    permalink: null,
    description: '',
    x: axis,
    y: axis,
    series: [
      { key: 'azure', label: 'Microsoft Azure', paint: 'blue', shape: 'circle', focus: true },
      { key: 'ibm', label: 'IBM', paint: 'orange', shape: 'square', focus: false },
      { key: 'rest', label: 'All others', paint: 'context', shape: 'circle', focus: false },
    ],
    marks,
    rules: [],
    texts: [],
    keys: [],
    table: { columns: [], rows: [] },
    lists: [],
  }
}

/** The words of a legend that names the series of a spec in their order. */
export function legendOf(spec: ChartSpec): ChartSpec['texts'] {
  return spec.series.map(({ label }) => ({
    text: label,
    x: 0,
    y: 0,
    anchor: 'start',
    size: 12,
    weight: 400,
    paint: 'ink',
    role: 'legend',
    box: { left: 0, top: 0, right: 0, bottom: 0 },
  }))
}
