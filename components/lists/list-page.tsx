import { ListLinks, type ListLinksProps } from '@/components/list-links'
import { ASIDE, BUTTON, FIELD, LINE, PAGE, SOURCE, SUBTITLE, TOUCH } from '@/components/look'
import { MoreRows } from '@/components/more-rows'
import { Table, WIDE_ROWS } from '@/components/table'
import { type ThemeLink, ThemeLinks } from '@/components/theme-links'
import { type Told, Words } from '@/components/told'
import type { View } from '@/lib/link/view'

type Link = { label: string; href: string }

/** Everything that the page of a list shows. */
export type ListPageProps = {
  label: string
  number: number
  /** What the list holds, in a sentence. */
  lead: Told
  /** Which version of it this is. */
  origin: string
  listLinks: ListLinksProps
  compare: string
  versions: string
  allLists: string
  downloads: readonly Link[]
  columns: readonly { key: string; label: string; unit: string | null; numeric: boolean }[]
  /** Systems in rank order, a cell for each column; a text of null is what the list does not give. */
  filter: {
    action: string
    /** Menus by which some of the systems are asked for; the empty choice is all of them. */
    menus: readonly {
      parameter: string
      label: string
      now: string
      choices: readonly { value: string; label: string }[]
    }[]
    /** What the link says besides. */
    hidden: readonly { name: string; value: string }[]
    /** What the shown systems are, where they are not all; null where they are. */
    said: string | null
    all: Link
  }
  rows: readonly {
    rank: number
    /** The page of the system. */
    href: string
    cells: readonly { text: string | null; aside: string | null }[]
  }[]
  /** How many systems there are where `rows` are the first of them, and where more or fewer are shown; null where all stand here. */
  total: number
  moreRows: Link | null
  /** Where more or fewer columns are shown. */
  more: Link
  theme: View['theme']
  themes: readonly ThemeLink[]
}

type ShownCell = ListPageProps['rows'][number]['cells'][number]

/** A cell with what stands beneath it; the one by which the system is known leads to its page. */
function Cell({ text, aside, href }: ShownCell & { href: string | null }) {
  const words = text ?? '–'
  return (
    <>
      {href === null ? (
        words
      ) : (
        <a className={TOUCH} href={href}>
          {words}
        </a>
      )}
      {aside !== null && <span className="block font-normal text-muted">{aside}</span>}
    </>
  )
}

/** What a system is made of stands beneath its name, in lines that can be read. */
const HEAD_LOOK = 'min-w-64 phone:min-w-40 print:min-w-0'

function Systems({ columns, rows, label }: Pick<ListPageProps, 'columns' | 'rows' | 'label'>) {
  // By its name a system is known, and by its computer on lists that give no names.
  const head = columns.some(({ key }) => key === 'name') ? 'name' : 'computer'
  return (
    <Table
      caption={`The systems on the list of ${label}, by rank`}
      look={WIDE_ROWS}
      columns={columns.map((column) =>
        column.key === head ? { ...column, look: HEAD_LOOK } : column,
      )}
      head={head}
      parts={[
        {
          key: 'all',
          rows: rows.map(({ rank, href, cells }) => ({
            key: rank,
            id: `rank-${rank}`,
            cells: cells.map((cell, at) => {
              const key = columns[at]?.key
              if (key !== head && cell.aside === null) return cell.text ?? '–'
              return <Cell key={key} {...cell} href={key === head ? href : null} />
            }),
          })),
        },
      ]}
    />
  )
}

/** By which some of a list’s systems are asked for. */
function FilterForm({ action, menus, hidden, said, all }: ListPageProps['filter']) {
  return (
    <>
      <form
        action={action}
        className={`print:hidden ${LINE} items-end`}
        aria-label="Show some systems"
      >
        {hidden.map(({ name, value }) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {menus.map(({ parameter, label, now, choices }) => (
          <label key={parameter} className="grid max-w-full gap-0.5">
            <span className={ASIDE}>{label}</span>
            <select name={parameter} defaultValue={now} key={now} className={`w-48 ${FIELD}`}>
              {choices.map((choice) => (
                <option key={choice.value} value={choice.value}>
                  {choice.label}
                </option>
              ))}
            </select>
          </label>
        ))}
        <button type="submit" className={BUTTON}>
          Show
        </button>
      </form>
      {said !== null && (
        <p className="mt-3" role="status">
          {said}{' '}
          <a className={`print:hidden ${TOUCH}`} href={all.href}>
            {all.label}
          </a>
        </p>
      )}
    </>
  )
}

/** A list itself: every system on it, with what the list says of each. */
export function ListPage(page: ListPageProps) {
  return (
    <main id="content" className={PAGE} data-theme={page.theme}>
      <p className="print:hidden">
        <a className={TOUCH} href={page.allLists}>
          All lists
        </a>
      </p>
      <ListLinks {...page.listLinks} />
      <h1>
        The list of {page.label}, no. {page.number}
      </h1>
      <p className="mt-2">
        <Words told={page.lead} />
      </p>
      <p className={`print:hidden ${LINE}`}>
        <a className={TOUCH} href={page.compare}>
          Compare organisations on it
        </a>
        <a className={TOUCH} href={page.versions}>
          Versions
        </a>
        {page.downloads.map(({ label, href }) => (
          <a key={href} className={TOUCH} href={href}>
            {label}
          </a>
        ))}
      </p>
      <section aria-labelledby="systems">
        <h2 id="systems">The systems</h2>
        <p className={SUBTITLE}>
          As the list prints them; “=” marks a rank that systems of equal Rmax share, and “–” what
          the list does not give. Columns that this list gives nowhere are left out.{' '}
          <a className={`print:hidden ${TOUCH}`} href={page.more.href}>
            {page.more.label}
          </a>
        </p>
        <FilterForm {...page.filter} />
        <Systems columns={page.columns} rows={page.rows} label={page.label} />
        <MoreRows shown={page.rows.length} total={page.total} more={page.moreRows} />
      </section>
      <footer className={SOURCE}>
        <p>{page.origin}</p>
        <ThemeLinks links={page.themes} />
      </footer>
    </main>
  )
}
