import { Fragment, type ReactNode } from 'react'
import { CHOSEN_WORD, TOUCH, TYPED_WORD } from './look'
import { element, inner } from './markup'

/** One thing to choose in a select. */
export type Option = { value: string; label: string }

/** An organisation beside the focus, and the link that takes it away. */
export type Companion = { key: string; label: string; without: string }

/** Everything that the sentence lets a reader choose, with what is chosen now. */
export type SentenceChoices = {
  lists: { now: string; options: readonly Option[] }
  lens: { now: string; options: readonly Option[] }
  focus: { now: string; options: readonly Option[] }
  metric: { now: string; options: readonly Option[] }
  axis: { now: string; options: readonly Option[] }
  companions: readonly Companion[]
  /** Known organisations that are not shown yet. */
  more: readonly Option[]
  /** Parameters that the form carries along unseen. */
  kept: readonly { name: string; value: string }[]
}

/**
 * The question as a sentence whose underlined words can be changed. It is one GET form: without script the
 * button sends it; with script every change does.
 *
 * @param names the list of names offered for typing.
 */
export function Sentence({ choices, names }: { choices: SentenceChoices; names: ReactNode }) {
  const { companions, more } = choices
  return (
    <form
      className="sentence mt-9"
      action="/"
      data-view
      autoComplete="off"
      aria-label="What is compared"
    >
      {choices.kept.map(({ name, value }) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <p className="max-w-[46em] text-pretty text-lead leading-[1.9] phone:text-[1.125rem] phone:leading-[46px]">
        On the list of{' '}
        <Together>
          <Choice name="list" label="List" {...choices.lists} />,
        </Together>{' '}
        systems <Choice name="by" label="Counted by" {...choices.lens} />{' '}
        <Choice name="focus" label="Organisation in focus" {...choices.focus} strong />{' '}
        <Beside companions={companions} more={more} names="of this list" /> by{' '}
        <Together>
          <Choice name="metric" label="Figure compared" {...choices.metric} />,
        </Together>{' '}
        with ranks on a <Choice name="axis" label="Axis of ranks" {...choices.axis} /> axis.{' '}
        <ShowButton />
      </p>
      {names}
    </form>
  )
}

/**
 * The organisations beside the focus, each with the link that takes it away, and two ways to add one.
 * @param names what any name is to be typed of: `of this list`.
 */
export function Beside(props: {
  companions: readonly Companion[]
  more: readonly Option[]
  names: string
}) {
  const { companions, more, names } = props
  return (
    <>
      beside{' '}
      {companions.map((companion) => (
        <Fragment key={companion.key}>
          <Together>
            <a
              className={`removable group max-w-[calc(100%-0.5em)] leading-[1.3] whitespace-normal ${TOUCH}`}
              href={companion.without}
              data-view
              aria-label={`Remove ${companion.label}`}
            >
              {companion.label}
              <span
                aria-hidden="true"
                className="pl-[0.15em] text-muted group-hover:text-inherit forced-colors:text-inherit"
              >
                ×
              </span>
            </a>
            ,
          </Together>{' '}
        </Fragment>
      ))}
      {companions.length > 0 && 'and '}
      {more.length > 0 && (
        <>
          <Choice
            name="add"
            label="Add a known organisation"
            now=""
            options={[{ value: '', label: 'one more' }, ...more]}
          />{' '}
          or{' '}
        </>
      )}
      <Together>
        <input
          className={`${TYPED_WORD} ${TOUCH}`}
          name="add"
          list="names"
          aria-label={`Add any manufacturer, site or country ${names}`}
          placeholder="any name"
          enterKeyHint="go"
        />
        ,
      </Together>{' '}
    </>
  )
}

/** Sends the form where no script does. With script it is seen by its focus only, and must not widen a phone's page. */
export function ShowButton() {
  return (
    <button
      type="submit"
      className={`cursor-pointer border border-muted px-[0.6em] not-focus-visible:scripting:sr-only not-focus-visible:scripting:phone:min-w-0 ${TOUCH}`}
    >
      Show
    </button>
  )
}

/** Keeps what can be changed and the comma after it on one line. */
export function Together({ children }: { children: ReactNode }) {
  return <span className="whitespace-nowrap">{children}</span>
}

/** A word of the sentence that can be changed. */
export function Choice(props: {
  name: string
  label: string
  now: string
  options: readonly Option[]
  strong?: boolean
}) {
  const { name, label, now, options, strong } = props
  return (
    <select
      className={`${CHOSEN_WORD} ${TOUCH} ${strong ? 'font-strong' : ''}`}
      name={name}
      aria-label={label}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: a page has more than a hundred options, as one string of our escaping serialiser, see `markup`
      dangerouslySetInnerHTML={inner(options.map((option) => optionOf(option, now)))}
    />
  )
}

/** An option of a menu, chosen or not. */
const optionOf = ({ value, label }: Option, now: string) =>
  element('option', { value, selected: value === now ? '' : undefined }, [label])
