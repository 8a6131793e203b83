import { FIELD, PAGE, SOURCE, STRONG_BUTTON, TOUCH } from '@/components/look'
import { Notices } from '@/components/notices'
import { ReportedSystems } from '@/components/reported-systems'
import { type ThemeLink, ThemeLinks } from '@/components/theme-links'
import type { ReportedSystem } from '@/data/reported/reported'
import type { Assumptions } from '@/lib/compare/estimate'
import type { Notice } from '@/lib/link/codec'
import type { View } from '@/lib/link/view'
import { type StoryLink, StoryLinks } from './links'

type Choice = { value: string; label: string }

/** Everything that the page of an estimate shows. */
export type EstimatePageProps = {
  name: string
  /** The estimate in a sentence, or why there is none. */
  lead: string
  ranks: string | null
  /** How the range is found, a paragraph each. */
  method: readonly string[]
  system: ReportedSystem
  form: {
    action: string
    family: string
    families: readonly Choice[]
    /** A value of null follows from the accelerators, once they are chosen. */
    numbers: readonly {
      key: string
      label: string
      value: number | null
      placeholder: number | null
      most: number
    }[]
    spread: Assumptions['spread']
    list: string
    lists: readonly Choice[]
    theme: View['theme']
  }
  /** The rows that give the bounds. */
  rows: readonly (StoryLink & { says: string })[]
  links: readonly StoryLink[]
  notices: readonly Notice[]
  source: string
  theme: View['theme']
  themes: readonly ThemeLink[]
}

const SPREADS: readonly Choice[] = [
  { value: 'half', label: 'the middle half of the listed systems' },
  { value: 'all', label: 'all listed systems' },
]

function Select({
  id,
  label,
  value,
  choices,
  empty,
}: {
  id: string
  label: string
  value: string
  choices: readonly Choice[]
  empty?: string
}) {
  return (
    <label className="grid max-w-full gap-1">
      <span className="text-small text-muted">{label}</span>
      <select name={id} className={FIELD} defaultValue={value}>
        {empty !== undefined && <option value="">{empty}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  )
}

function AssumptionsForm({ form }: { form: EstimatePageProps['form'] }) {
  return (
    <section aria-labelledby="assumptions" className="mt-10 print:hidden">
      <h2 id="assumptions">What is assumed</h2>
      <form
        action={form.action}
        method="get"
        className="mt-3 flex flex-wrap items-end gap-x-4 gap-y-3"
      >
        <Select
          id="family"
          label="Kind of accelerator"
          value={form.family}
          choices={form.families}
          empty={form.family === '' ? 'not announced' : undefined}
        />
        {form.numbers.map(({ key, label, value, placeholder, most }) => (
          <label key={key} className="grid gap-1">
            <span className="text-small text-muted">{label}</span>
            <input
              className={`${FIELD} w-[10rem]`}
              name={key}
              type="number"
              min={1}
              max={most}
              defaultValue={value ?? undefined}
              placeholder={placeholder === null ? undefined : String(placeholder)}
            />
          </label>
        ))}
        <Select id="spread" label="By" value={form.spread} choices={SPREADS} />
        <Select id="list" label="On the list of" value={form.list} choices={form.lists} />
        {form.theme !== 'system' && <input type="hidden" name="theme" value={form.theme} />}
        <button type="submit" className={STRONG_BUTTON}>
          Estimate
        </button>
      </form>
    </section>
  )
}

/** What the Rmax of a system might be that is on no list: a range, its method, and its assumptions to be changed. */
export function EstimatePage(page: EstimatePageProps) {
  return (
    <main id="content" className={PAGE} data-theme={page.theme}>
      <p className="text-small text-muted">Announced, on no list</p>
      <h1 className="max-w-[28em]">{page.name}</h1>
      <p className="mt-3 max-w-[40em] border-l-3 border-ink pl-4 font-strong">{page.lead}</p>
      {page.ranks && <p className="mt-3 max-w-[40em]">{page.ranks}</p>}
      <Notices notices={page.notices} />
      <AssumptionsForm form={page.form} />
      {page.method.length > 0 && (
        <section aria-labelledby="method" className="mt-10">
          <h2 id="method">How it is estimated</h2>
          {page.method.map((sentence) => (
            <p key={sentence} className="mt-3 max-w-[40em]">
              {sentence}
            </p>
          ))}
          <ul className="mt-3 grid gap-1">
            {page.rows.map(({ label, href, says }) => (
              <li key={says} className="max-w-[40em]">
                <a className={TOUCH} href={href}>
                  {label}
                </a>{' '}
                {says}.
              </li>
            ))}
          </ul>
        </section>
      )}
      <StoryLinks links={page.links} />
      <div className="mt-10">
        <ReportedSystems systems={[page.system]} estimates={null} />
      </div>
      <footer className={SOURCE}>
        <p>{page.source}</p>
        <ThemeLinks links={page.themes} />
      </footer>
    </main>
  )
}
