import { type FormEvent, useId } from 'react'
import { Disclosure } from '@/components/disclosure'
import { BUTTON, FIELD, LINE, STRONG_BUTTON, SUBTITLE, TOUCH, TROUBLE } from '@/components/look'
import { counted, formatFlops } from '@/lib/compare/figure'
import type { Preview as Report } from '@/lib/http/list-api'
import { type EditionId, editionLabel, parseEditionId } from '@/lib/model/edition'
import type { EditionChoice } from './edition-choice'
import { type Checked, formatIssues, Issues, Preview } from './preview'
import { type Item, itemName, type Savable, type Stage } from './upload-queue'

/** What a person can do with a file in the upload queue. */
export type UploadActions = {
  onSay: (edition: EditionId) => void
  /** The person has compared figures that were refused with the published list, and they are right. */
  onConfirm: () => void
  onAgain: () => void
  onSave: () => void
  onStop: () => void
  onDiscard: () => void
}

type Props = UploadActions & {
  /** Of the heading, which takes the focus when a button is gone. */
  id: string
  item: Item
  editions: readonly EditionChoice[]
  /** Whether it is the only file, whose preview then stands open. */
  alone: boolean
}

const FOCUSABLE = -1

/** How far a file is, in a few words. */
function formatStage(stage: Stage): string {
  const sent = (share: number, then: string) =>
    share < 1 ? `Sending, ${Math.round(share * 100)} % are there` : then
  switch (stage.at) {
    case 'waiting':
      return 'Waiting for the files before it'
    case 'checking':
      return sent(stage.share, 'Sent; being read and checked')
    case 'saving':
      return sent(stage.share, 'Sent; being saved')
    case 'checked':
      return `Read as the list of ${editionLabel(stage.list.edition)}; not saved yet`
    case 'saved':
      return `Saved as version ${stage.version} of ${editionLabel(stage.edition)}`
    case 'refused':
      return 'Cannot be saved; the lists are as they were'
    case 'stopped':
      return stage.message
  }
}

/** By what a list was recognised: `Known by the file name “…”; the sheet name, list no. 58.` */
function formatEvidence({ evidence }: Report): string {
  const details = evidence.map(({ detail }) => detail).join('; ')
  return details === '' ? '' : `Known by ${details}.`
}

/** Says that a file holds several lists, and where this one stands in it. */
export function formatPart({ of, where }: { of: number; where: string }): string {
  return `The file holds ${of} lists, each shown by itself: this one is ${where}.`
}

/** What to do about figures that are refused as implausible, and may be right all the same. */
export const CONFIRM_FIGURES =
  'These figures do not fit the lists beside it. Compare them with the published list; if they are right there, confirm them here, and the list can be saved.'

/** Asks which list a file is; nothing changes before the button is pressed. */
function WhichList(props: {
  editions: readonly EditionChoice[]
  now: EditionId | null
  onSay: (edition: EditionId) => void
}) {
  const { editions, now, onSay } = props
  const id = useId()
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const edition = parseEditionId(String(new FormData(event.currentTarget).get('edition') ?? ''))
    if (edition) onSay(edition)
  }
  return (
    <form className={LINE} onSubmit={onSubmit}>
      <label htmlFor={id}>It is the list of</label>
      <select id={id} className={FIELD} name="edition" defaultValue={now ?? ''} required>
        {now === null && <option value="">choose a list</option>}
        {editions.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <button type="submit" className={BUTTON}>
        Check it as that
      </button>
    </form>
  )
}

/** What a list is said to be, on one line. */
export function Verdict({ list }: { list: Savable }) {
  const { edition, systems, rmaxSumTflops, issues, preview } = list
  return (
    <p className="mt-3">
      This is the list of <strong>{editionLabel(edition)}</strong>: {counted(systems, 'system')},{' '}
      {formatFlops(rmaxSumTflops)} in all, {formatIssues(issues)}.{' '}
      {preview && formatEvidence(preview)}
    </p>
  )
}

/** Whether the question which list it is stands among the findings. */
const asksForEdition = ({ issues, preview }: Checked) =>
  preview !== null && issues.some(({ code }) => code.startsWith('edition-'))

function Body(props: Props) {
  const { item, editions, alone, onSay, onConfirm, onSave, onDiscard, onAgain, onStop } = props
  const { stage } = item
  const discard = (
    <button type="button" className={BUTTON} onClick={onDiscard}>
      Discard
    </button>
  )
  switch (stage.at) {
    case 'waiting':
    case 'checking':
    case 'saving':
      return (
        <p className={LINE}>
          <progress
            className="h-2 w-48 appearance-none bg-grid phone:w-full [&::-moz-progress-bar]:bg-ink [&::-webkit-progress-bar]:bg-grid [&::-webkit-progress-value]:bg-ink"
            max={1}
            value={stage.at === 'waiting' ? 0 : stage.share < 1 ? stage.share : undefined}
            aria-label={`Progress of ${itemName(item)}`}
          />
          {stage.at === 'waiting' ? (
            discard
          ) : (
            <button type="button" className={BUTTON} onClick={onStop}>
              Stop
            </button>
          )}
        </p>
      )
    case 'checked': {
      const { list, trouble } = stage
      return (
        <>
          {trouble && (
            <p className={TROUBLE} role="alert">
              {trouble}
            </p>
          )}
          <Verdict list={list} />
          <p className={LINE}>
            <button type="button" className={STRONG_BUTTON} onClick={onSave}>
              Save {editionLabel(list.edition)}
            </button>
            {discard}
          </p>
          <Disclosure summary="This is a different list" open={asksForEdition(list)}>
            <WhichList editions={editions} now={list.edition} onSay={onSay} />
          </Disclosure>
          <Disclosure summary="What was read, and what it changes" open={alone || trouble !== null}>
            <Preview checked={list} name={itemName(item)} />
          </Disclosure>
        </>
      )
    }
    case 'refused': {
      const { refusal } = stage
      const asks = asksForEdition(refusal)
      return (
        <>
          {refusal.issues.length === 0 ? (
            <p className={TROUBLE}>{refusal.message}</p>
          ) : (
            <Issues issues={refusal.issues} />
          )}
          {refusal.preview && refusal.preview.rows > 0 && (
            <Disclosure summary="Say which list it is" open={asks}>
              <WhichList editions={editions} now={refusal.preview.id ?? item.said} onSay={onSay} />
            </Disclosure>
          )}
          {refusal.confirm === 'figures' && <p className="mt-3">{CONFIRM_FIGURES}</p>}
          <p className={LINE}>
            {refusal.confirm === 'figures' && (
              <button type="button" className={BUTTON} onClick={onConfirm}>
                Confirm figures
              </button>
            )}
            {refusal.issues.length === 0 && (
              <button type="button" className={BUTTON} onClick={onAgain}>
                Try again
              </button>
            )}
            {discard}
          </p>
          {refusal.preview && refusal.preview.rows > 0 && (
            <Disclosure summary="What was read of it" open={alone}>
              <Preview checked={{ preview: refusal.preview, issues: [] }} name={itemName(item)} />
            </Disclosure>
          )}
        </>
      )
    }
    case 'saved':
      return (
        <p className={LINE}>
          <a className={TOUCH} href={`/?list=${stage.edition}`}>
            See its chart
          </a>
          <a className={TOUCH} href={`/lists/${stage.edition}/versions`}>
            See its versions
          </a>
          <button type="button" className={BUTTON} onClick={onDiscard}>
            Clear
          </button>
        </p>
      )
    case 'stopped':
      return (
        <p className={LINE}>
          <button type="button" className={BUTTON} onClick={onAgain}>
            Try again
          </button>
          {discard}
        </p>
      )
  }
}

/** A file in the upload queue: how far it is, what it is, and what can be done with it. */
export function UploadItem(props: Props) {
  const { id, item } = props
  return (
    <article className="upload-item mt-6 border-t border-muted pt-3" aria-labelledby={id}>
      <h3 id={id} className="wrap-anywhere" tabIndex={FOCUSABLE}>
        {itemName(item)}
      </h3>
      <p className={SUBTITLE} role="status">
        {formatStage(item.stage)}
      </p>
      {item.part && <p className="mt-3">{formatPart(item.part)}</p>}
      <Body {...props} />
    </article>
  )
}
