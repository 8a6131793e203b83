import { MARKS } from '@/lib/scene/marks/marks'
import { looksOf, type Scene, type SceneMark } from '@/lib/scene/scene'
import { SvgPicture } from '../svg-picture'
import { MarkShape } from './mark-shape'
import { SeriesShape } from './series-shape'

/** Lies over the faded chart: all marks of the organisation pointed at, and a ring around the mark itself. */
export function Highlight({ scene, mark }: { scene: Scene; mark: SceneMark }) {
  const look = looksOf(scene).get(mark.series)
  if (!look) return null
  const own =
    look.colour === 'context' ? [mark] : scene.marks.filter(({ series }) => series === mark.series)
  const kind = MARKS[mark.type]
  return (
    <svg
      data-layer="highlight"
      className="pointer-events-none absolute inset-0 h-auto w-full"
      viewBox={`0 0 ${scene.frame.width} ${scene.frame.height}`}
      aria-hidden="true"
    >
      {kind.joined ? (
        <SeriesShape marks={own} look={look} />
      ) : (
        own.map((each) => <MarkShape key={each.id} mark={each} look={look} />)
      )}
      {kind.joined && <MarkShape mark={mark} look={look} />}
      <g className="fill-none stroke-ink stroke-[1.5px]">
        <SvgPicture node={kind.ring(mark, look)} />
      </g>
    </svg>
  )
}
