import type { ReportedSystem } from '@/data/reported/reported'
import { dayWords } from '@/lib/model/day'

/** Systems that no list ranks, set apart so that nobody takes their figures for the list's. */
export function ReportedSystems({ systems }: { systems: readonly ReportedSystem[] }) {
  if (systems.length === 0) return null
  return (
    <section className="reported" aria-labelledby="reported">
      <h2 id="reported">Announced, on no list</h2>
      {systems.map((system) => (
        <article key={system.key}>
          <h3>{system.name}</h3>
          <p className="subtitle">
            Announced on <time dateTime={system.announced}>{dayWords(system.announced)}</time>,
            hosted in {system.hostedIn}. As announced:
          </p>
          <dl className="figures">
            {system.figures.map((figure) => (
              <div key={figure.label}>
                <dt>{figure.label}</dt>
                <dd className="value">{figure.value}</dd>
              </div>
            ))}
          </dl>
          <p>{system.caution}</p>
          <p className="subtitle">
            Source: {system.source.publisher},{' '}
            <a href={system.source.url} rel="noreferrer">
              {system.source.title}
            </a>
            , {dayWords(system.announced)}.
          </p>
        </article>
      ))}
    </section>
  )
}
