import { MARKS } from '@/lib/scene/marks/marks'
import type { Look, SceneMark } from '@/lib/scene/scene'
import { SvgPicture } from '../svg-picture'
import { colour } from './colour'

/** A mark as every picture draws it, at the place that Recharts found for it. */
export function MarkShape({ mark, look }: { mark: SceneMark; look: Look }) {
  return <SvgPicture node={MARKS[mark.type].draw(mark, look, colour)} />
}
