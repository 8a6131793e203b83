import type { KeyFigure } from '@/lib/compare/headline'

/** The figures behind the headline, each with its place. */
export function KeyFigures({ figures }: { figures: readonly KeyFigure[] }) {
  return (
    <dl className="figures">
      {figures.map((figure) => (
        <div key={figure.label}>
          <dt>{figure.label}</dt>
          <dd>
            <span className="value">{figure.value}</span>
            {figure.context && <span className="place">{figure.context}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
