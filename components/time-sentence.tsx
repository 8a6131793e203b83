import type { ReactNode } from 'react'
import { Beside, Choice, type Companion, type Option, ShowButton, Together } from './sentence'

type Chosen = { now: string; options: readonly Option[] }

/** Everything that the sentence of the page through time lets a reader choose, with what is chosen now. */
export type TimeChoices = {
  metric: Chosen
  of: Chosen
  /** The organisations that are followed; null where none are. */
  organisations: { focus: Chosen; companions: readonly Companion[]; more: readonly Option[] } | null
  /** How many groups are named; null where there are none. */
  top: Chosen | null
  since: Chosen
  until: Chosen
  way: Chosen
  axis: Chosen
  copies: Chosen
  /** How systems of several makers count; null where that changes nothing. */
  joint: Chosen | null
  /** Whether equal systems share a rank; null where no rank is measured. */
  ranks: Chosen | null
  /** Whether milestones are marked; null where there are none. */
  milestones: Chosen | null
  /** Parameters that the form carries along unseen. */
  kept: readonly { name: string; value: string }[]
}

/**
 * The question through time as a sentence whose underlined words can be changed: one GET form, as that of the
 * comparison.
 *
 * @param names the list of names offered for typing.
 */
export function TimeSentence({ choices, names }: { choices: TimeChoices; names: ReactNode }) {
  const { organisations, top, joint, ranks, milestones } = choices
  return (
    <form
      className="sentence mt-9"
      action="/time"
      data-view
      autoComplete="off"
      aria-label="What is followed"
    >
      {choices.kept.map(({ name, value }) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      {!organisations && <input type="hidden" name="add" value="" />}
      <p className="max-w-[46em] text-pretty text-lead leading-[1.9] phone:text-[1.125rem] phone:leading-[46px]">
        Follow <Choice name="metric" label="Figure followed" {...choices.metric} /> of{' '}
        <Together>
          <Choice name="of" label="Whose systems" {...choices.of} />
          {organisations ? ':' : ','}
        </Together>{' '}
        {organisations && (
          <>
            <Choice name="focus" label="Organisation in focus" {...organisations.focus} strong />{' '}
            <Beside
              companions={organisations.companions}
              more={organisations.more}
              names="of the lists"
            />
          </>
        )}
        {top && (
          <>
            the <Choice name="top" label="Groups shown by name" {...top} /> largest by name,{' '}
          </>
        )}
        from <Choice name="since" label="First list" {...choices.since} /> to{' '}
        <Together>
          <Choice name="until" label="Last list" {...choices.until} />,
        </Together>{' '}
        drawn <Choice name="as" label="How it is drawn" {...choices.way} /> on{' '}
        <Choice name="axis" label="Scale of the figures" {...choices.axis} /> axis, counting{' '}
        <Choice name="copies" label="Entries or designs" {...choices.copies} />
        {joint && (
          <>
            {' '}
            and joint systems <Choice name="joint" label="Systems of several makers" {...joint} />
          </>
        )}
        {ranks && (
          <>
            , ranks <Choice name="ranks" label="Ranks of equal systems" {...ranks} />
          </>
        )}
        {milestones && (
          <>
            , milestones <Choice name="milestones" label="Milestones" {...milestones} />
          </>
        )}
        . <ShowButton />
      </p>
      {names}
    </form>
  )
}
