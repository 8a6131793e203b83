import type { Mark } from '@/lib/chart/spec'
import { paint } from './paint'

/** Placeholder */
export function MarkShape({ mark, x, y }: { mark: Mark; x: number; y: number }) {
  return <circle data-mark={mark.id} cx={x} cy={y} r={mark.size} fill={paint(mark.paint)} />
}
