import { type FormEvent, type ReactNode, useId } from 'react'
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
    <form className="line" onSubmit={onSubmit}>
      <label htmlFor={id}>It is the list of</label>
      <select id={id} className="field" name="edition" defaultValue={now ?? ''} required>
        {now === null && <option value="">choose a list</option>}
        {editions.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <button type="submit" className="button">
        Check it as that
      </button>
    </form>
  )
}

function Details(props: { summary: string; open: boolean; children: ReactNode }) {
  return (
    <details className="as-table" open={props.open}>
      <summary>{props.summary}</summary>
      {props.children}
    </details>
  )
}

/** What a list is said to be, on one line. */
export function Verdict({ list }: { list: Savable }) {
  const { edition, systems, rmaxSumTflops, issues, preview } = list
  return (
    <p>
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
    <button type="button" className="button" onClick={onDiscard}>
      Discard
    </button>
  )
  switch (stage.at) {
    case 'waiting':
    case 'checking':
    case 'saving':
      return (
        <p className="line">
          <progress
            max={1}
            value={stage.at === 'waiting' ? 0 : stage.share < 1 ? stage.share : undefined}
            aria-label={`Progress of ${itemName(item)}`}
          />
          {stage.at === 'waiting' ? (
            discard
          ) : (
            <button type="button" className="button" onClick={onStop}>
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
            <p className="trouble" role="alert">
              {trouble}
            </p>
          )}
          <Verdict list={list} />
          <p className="line">
            <button type="button" className="button strong" onClick={onSave}>
              Save {editionLabel(list.edition)}
            </button>
            {discard}
          </p>
          <Details summary="This is a different list" open={asksForEdition(list)}>
            <WhichList editions={editions} now={list.edition} onSay={onSay} />
          </Details>
          <Details summary="What was read, and what it changes" open={alone || trouble !== null}>
            <Preview checked={list} name={itemName(item)} />
          </Details>
        </>
      )
    }
    case 'refused': {
      const { refusal } = stage
      const asks = asksForEdition(refusal)
      return (
        <>
          {refusal.issues.length === 0 ? (
            <p className="trouble">{refusal.message}</p>
          ) : (
            <Issues issues={refusal.issues} />
          )}
          {refusal.preview && refusal.preview.rows > 0 && (
            <Details summary="Say which list it is" open={asks}>
              <WhichList editions={editions} now={refusal.preview.id ?? item.said} onSay={onSay} />
            </Details>
          )}
          {refusal.confirm === 'figures' && <p>{CONFIRM_FIGURES}</p>}
          <p className="line">
            {refusal.confirm === 'figures' && (
              <button type="button" className="button" onClick={onConfirm}>
                Confirm figures
              </button>
            )}
            {refusal.issues.length === 0 && (
              <button type="button" className="button" onClick={onAgain}>
                Try again
              </button>
            )}
            {discard}
          </p>
          {refusal.preview && refusal.preview.rows > 0 && (
            <Details summary="What was read of it" open={alone}>
              <Preview checked={{ preview: refusal.preview, issues: [] }} name={itemName(item)} />
            </Details>
          )}
        </>
      )
    }
    case 'saved':
      return (
        <p className="line">
          <a href={`/?list=${stage.edition}`}>See its chart</a>
          <a href={`/lists/${stage.edition}/versions`}>See its versions</a>
          <button type="button" className="button" onClick={onDiscard}>
            Clear
          </button>
        </p>
      )
    case 'stopped':
      return (
        <p className="line">
          <button type="button" className="button" onClick={onAgain}>
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
    <article className="upload-item" aria-labelledby={id}>
      <h3 id={id} tabIndex={FOCUSABLE}>
        {itemName(item)}
      </h3>
      <p className="subtitle" role="status">
        {formatStage(item.stage)}
      </p>
      {item.part && <p>{formatPart(item.part)}</p>}
      <Body {...props} />
    </article>
  )
}
