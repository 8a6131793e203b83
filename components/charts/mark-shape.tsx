import { drawMark } from '@/lib/chart/mark'
import type { Mark } from '@/lib/chart/spec'
import { SvgPicture } from '../svg-picture'
import { paint } from './paint'

/** A mark as every picture draws it, at the place that Recharts found for it. */
export function MarkShape({ mark, x, y }: { mark: Mark; x: number; y: number }) {
  return <SvgPicture node={drawMark({ ...mark, x, y }, paint)} />
}
