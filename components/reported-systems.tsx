/** A system that was announced and stands on no list, as it was announced. */
export type ReportedSystem = {
  key: string
  name: string
  /** When it was announced, as the source says. */
  announced: string
  facts: readonly { label: string; text: string }[]
  /** What must not be compared with the lists' figures, and why. */
  caution: string
  source: { title: string; href: string | null; date: string }
}

/** Systems that no list ranks, set apart so that nobody takes their figures for the list's. */
export function ReportedSystems({ systems }: { systems: readonly ReportedSystem[] }) {
  if (systems.length === 0) return null
  return (
    <section className="reported" aria-labelledby="reported">
      <h2 id="reported">Announced, on no list</h2>
      {systems.map((system) => (
        <article key={system.key}>
          <h3>
            {system.name}, {system.announced}
          </h3>
          <dl>
            {system.facts.map((fact) => (
              <div key={fact.label}>
                <dt>{fact.label}</dt>
                <dd>{fact.text}</dd>
              </div>
            ))}
          </dl>
          <p className="subtitle">{system.caution}</p>
          <p className="subtitle">
            Source:{' '}
            {system.source.href ? (
              <a href={system.source.href} rel="noreferrer">
                {system.source.title}
              </a>
            ) : (
              system.source.title
            )}
            , {system.source.date}.
          </p>
        </article>
      ))}
    </section>
  )
}
