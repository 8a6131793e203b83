import { Disclosure } from '@/components/disclosure'
import { BUTTON, FIELD, SUBTITLE, TOUCH } from '@/components/look'
import type { View } from '@/lib/link/view'

/** A field of a composed claim, as it is shown. */
export type ComposedField = {
  key: string
  label: string
  value: string
  /** What is wrong with the value, and what to do; null where nothing is. */
  fault: string | null
  /** Words of which one is chosen; null for a text. */
  choices: readonly { value: string; label: string }[] | null
  /** What is offered while somebody types. */
  offered: readonly string[]
  placeholder: string
  isFigure: boolean
}

/** The form of a pattern, and the links to the other patterns. */
export type ComposeFormProps = {
  action: string
  label: string
  fields: readonly ComposedField[]
  list: string
  lists: readonly { value: string; label: string }[]
  theme: View['theme']
  /** Whether the links are shown at once. */
  open: boolean
  patterns: readonly { label: string; href: string; now: boolean }[]
}

function Control({ field, id }: { field: ComposedField; id: string }) {
  const { key, value, choices, fault, offered, placeholder, isFigure } = field
  const told = fault === null ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-fault` }
  if (choices)
    return (
      <select id={id} name={key} className={FIELD} defaultValue={value} {...told}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    )
  return (
    <>
      <input
        id={id}
        name={key}
        className={`${FIELD} ${isFigure ? 'w-[8rem]' : 'w-[18rem]'}`}
        defaultValue={value}
        maxLength={100}
        autoComplete="off"
        inputMode={isFigure ? 'decimal' : undefined}
        placeholder={placeholder}
        list={offered.length > 0 ? `${id}-offered` : undefined}
        {...told}
      />
      {offered.length > 0 && (
        <datalist id={`${id}-offered`}>
          {offered.map((text) => (
            <option key={text} value={text} />
          ))}
        </datalist>
      )}
    </>
  )
}

/** A sentence with gaps to be filled in, which works without script. */
export function ComposeForm({
  action,
  label,
  fields,
  list,
  lists,
  theme,
  open,
  patterns,
}: ComposeFormProps) {
  return (
    <section aria-labelledby="compose" className="mt-8 print:hidden">
      <h2 id="compose">Compose a claim</h2>
      <p id="compose-pattern" className={SUBTITLE}>
        {label}. A name can be written in any spelling that a list has.
      </p>
      <form
        action={action}
        method="get"
        aria-describedby="compose-pattern"
        className="mt-3 flex flex-wrap items-start gap-x-4 gap-y-3"
      >
        {fields.map((field) => {
          const id = `compose-${field.key}`
          return (
            <div key={field.key} className="grid max-w-full gap-1">
              <label htmlFor={id} className="text-small text-muted">
                {field.label}
              </label>
              <Control field={field} id={id} />
              {field.fault !== null && (
                <p
                  id={`${id}-fault`}
                  className="max-w-[18rem] border-l-3 border-ink pl-2 text-small wrap-anywhere"
                >
                  {field.fault}
                </p>
              )}
            </div>
          )
        })}
        <div className="grid gap-1">
          <label htmlFor="compose-list" className="text-small text-muted">
            By the list of
          </label>
          <select id="compose-list" name="list" className={FIELD} defaultValue={list}>
            {lists.map(({ value, label: name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </div>
        {theme !== 'system' && <input type="hidden" name="theme" value={theme} />}
        <button type="submit" className={`${BUTTON} self-end`}>
          Check this claim
        </button>
      </form>
      <Disclosure summary="What else a claim can say" open={open}>
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,26rem),1fr))] gap-x-6 text-small">
          {patterns.map(({ label: name, href, now }) => (
            <li key={href}>
              <a
                className={`inline-block py-1 ${TOUCH} phone:leading-snug phone:py-3`}
                href={href}
                aria-current={now ? 'page' : undefined}
              >
                {name}
              </a>
            </li>
          ))}
        </ul>
      </Disclosure>
    </section>
  )
}
