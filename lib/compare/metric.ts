/** The figures by which organisations are compared. `data` of each is in `metric.ts`, the one table of them. */
export type MetricId = 'rmax' | 'share' | 'systems' | 'best-rank' | 'efficiency' | 'cores' | 'power'
