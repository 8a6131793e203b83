import { MARKS } from '@/lib/scene/marks/marks'
import type { Look, SceneMark } from '@/lib/scene/scene'
import { SvgPicture } from '../svg-picture'
import { colour } from './colour'

const same = (value: number) => value

/** Marks that are only seen together, as the points of a line, drawn as every picture draws them. */
export function SeriesShape({ marks, look }: { marks: readonly SceneMark[]; look: Look }) {
  const [first] = marks
  if (!first) return null
  return MARKS[first.type]
    .drawSeries(marks, look, colour, same)
    .map((node, at) => <SvgPicture key={`${look.key} ${marks[at]?.id}`} node={node} />)
}
