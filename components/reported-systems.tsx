import type { ReportedSystem } from '@/data/reported/reported'
import { estimateHref } from '@/lib/link/estimate'
import type { View } from '@/lib/link/view'
import { dayWords } from '@/lib/model/day'
import { FigureList } from './figure-list'
import { SUBTITLE, TOUCH } from './look'

/** Systems that no list ranks, set apart so that nobody takes their figures for the list's. */
export function ReportedSystems({
  systems,
  estimates = 'system',
}: {
  systems: readonly ReportedSystem[]
  /** The theme of the pages that estimate their Rmax, to which links lead; null for no links. */
  estimates?: View['theme'] | null
}) {
  if (systems.length === 0) return null
  return (
    <section aria-labelledby="reported">
      <h2 id="reported">Announced, on no list</h2>
      {systems.map((system) => (
        <article key={system.key} className="mt-2">
          <h3>{system.name}</h3>
          <p className={SUBTITLE}>
            Announced on <time dateTime={system.announced}>{dayWords(system.announced)}</time>,
            hosted in {system.hostedIn}. As announced:
          </p>
          <FigureList
            items={system.figures}
            look="mt-3 mb-4 grid-cols-[repeat(auto-fit,minmax(11rem,max-content))] phone:mt-5"
          />
          <p>{system.caution}</p>
          <p className={SUBTITLE}>
            Source: {system.source.publisher},{' '}
            <a className="phone:py-[15px]" href={system.source.url} rel="noreferrer">
              {system.source.title}
            </a>
            , {dayWords(system.announced)}.
          </p>
          {estimates && (
            <p className={SUBTITLE}>
              <a className={TOUCH} href={estimateHref(system.key, estimates)}>
                Estimate its Rmax from listed systems
              </a>
            </p>
          )}
        </article>
      ))}
    </section>
  )
}
