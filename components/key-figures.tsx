/** A figure that matters, and its place among the others. */
export type KeyFigure = { label: string; value: string; place: string | null }

/** The figures behind the headline, each with its place. */
export function KeyFigures({ figures }: { figures: readonly KeyFigure[] }) {
  return (
    <dl className="figures">
      {figures.map((figure) => (
        <div key={figure.label}>
          <dt>{figure.label}</dt>
          <dd>
            <span className="value">{figure.value}</span>
            {figure.place && <span className="place">{figure.place}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
