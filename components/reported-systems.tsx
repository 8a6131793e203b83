import type { ReportedSystem } from '@/data/reported/reported'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `19 May 2020` for `2020-05-19`; a bare year stays. */
function dayLabel(date: string): string {
  const [year, month, day] = date.split('-')
  return [day === undefined ? undefined : Number(day), MONTHS[Number(month) - 1], year]
    .filter((part) => part !== undefined)
    .join(' ')
}

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
            Announced on <time dateTime={system.announced}>{dayLabel(system.announced)}</time>,
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
            , {dayLabel(system.announced)}.
          </p>
        </article>
      ))}
    </section>
  )
}
