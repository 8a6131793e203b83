import { ASIDE } from './look'
import { type Told, Words } from './told'

/** A figure with what it is, and what is to be said of it. */
export type FigureItem = {
  label: string
  value: string
  place?: string | Told | null
}

/** Figures side by side; on a phone one to a line. @param look columns and margins. */
export function FigureList({ items, look }: { items: readonly FigureItem[]; look: string }) {
  return (
    <dl className={`figures grid gap-x-8 gap-y-5 phone:grid-cols-1 phone:gap-3 ${look}`}>
      {items.map(({ label, value, place }) => (
        <div
          key={label}
          className="phone:grid phone:grid-cols-[7.5rem_minmax(0,1fr)] phone:items-baseline"
        >
          <dt className={ASIDE}>{label}</dt>
          <dd>
            <span className="text-lead font-strong tabular-nums">{value}</span>
            {place && (
              <span className={`block ${ASIDE}`}>
                <Words told={typeof place === 'string' ? [place] : place} />
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Columns of one width that fill the page. */
export const EVEN_COLUMNS = 'mt-7 grid-cols-[repeat(auto-fit,minmax(11rem,1fr))] phone:mt-5'
