'use client'

import { useActionState } from 'react'
import { BUTTON, FIELD, LINE, STRONG_BUTTON, SUBTITLE, TROUBLE } from '@/components/look'
import type { Part } from '@/lib/list/import'
import { type EditionId, editionLabel } from '@/lib/model/edition'
import type { EditionChoice } from './edition-choice'
import { Issues, Preview } from './preview'
import type { Refused } from './send'
import { CONFIRM_FIGURES, formatPart, Verdict } from './upload-item'
import type { Savable } from './upload-queue'

/** What the server answers for one list of a file. */
export type FormListAnswer = {
  name: string
  /** Which of several lists of the file this is; null for a file with one. */
  part: (Part & { of: number }) | null
  /** Whether the person has confirmed figures that are refused as implausible. */
  confirmed: boolean
} & (
  | {
      outcome: 'checked'
      list: Savable
      /** Hex SHA-256 of the file: only the very file that was looked at is saved. */
      hash: string
      trouble: string | null
    }
  | { outcome: 'refused'; refusal: Refused }
)

/** What the server answers to a form that uploads a file: one answer for each list in it. */
export type FormAnswer = {
  lists: readonly FormListAnswer[]
  /** What was saved just now, where the file holds more lists; null for nothing. */
  saved: { edition: EditionId; version: number } | null
}

/** Checks the file of a form, or saves it where the form names the file that was checked before. */
export type UploadList = (before: FormAnswer | null, form: FormData) => Promise<FormAnswer>

type Send = (form: FormData) => void

/** The form that saves a list: a browser without script has to send the file again. */
function SaveForm(props: { id: string; answer: FormListAnswer; list: Savable; send: Send }) {
  const { id, answer, list, send } = props
  if (answer.outcome !== 'checked') return null
  return (
    <form action={send} className={LINE}>
      <input type="hidden" name="hash" value={answer.hash} />
      <input type="hidden" name="edition" value={list.edition} />
      <input type="hidden" name="expected" value={list.current} />
      {answer.part && <input type="hidden" name="part" value={answer.part.part} />}
      {answer.confirmed && <input type="hidden" name="figures" value="confirmed" />}
      <label htmlFor={id}>To save it, choose the same file again</label>
      <input id={id} className={FIELD} type="file" name="file" required />
      <button type="submit" className={STRONG_BUTTON}>
        Save {editionLabel(list.edition)}
      </button>
    </form>
  )
}

/** The form that confirms figures of a file, which is sent and checked again. */
function ConfirmForm({ id, answer, send }: { id: string; answer: FormListAnswer; send: Send }) {
  if (answer.outcome !== 'refused' || answer.refusal.confirm !== 'figures') return null
  const { part, refusal } = answer
  return (
    <>
      <p className="mt-3">{CONFIRM_FIGURES}</p>
      <form action={send} className={LINE}>
        <input type="hidden" name="figures" value="confirmed" />
        <input type="hidden" name="edition" value={refusal.preview?.id ?? ''} />
        {part && <input type="hidden" name="part" value={part.part} />}
        <label htmlFor={id}>To confirm them, choose the same file again</label>
        <input id={id} className={FIELD} type="file" name="file" required />
        <button type="submit" className={BUTTON}>
          Confirm figures
        </button>
      </form>
    </>
  )
}

function ListAnswer({ id, answer, send }: { id: string; answer: FormListAnswer; send: Send }) {
  const { part } = answer
  const name = part ? `${answer.name}, list ${part.part} of ${part.of}` : answer.name
  const where = part && <p className="mt-3">{formatPart(part)}</p>
  if (answer.outcome === 'refused') {
    const { message, issues, preview } = answer.refusal
    return (
      <article className="upload-item mt-6 border-t border-muted pt-3" aria-labelledby={id}>
        <h3 id={id}>{name}</h3>
        <p className={SUBTITLE}>Cannot be saved; the lists are as they were</p>
        {where}
        {issues.length === 0 ? <p className={TROUBLE}>{message}</p> : <Issues issues={issues} />}
        <ConfirmForm id={`${id}-confirm`} answer={answer} send={send} />
        {preview && preview.rows > 0 && <Preview checked={{ preview, issues: [] }} name={name} />}
      </article>
    )
  }
  const { list, trouble } = answer
  return (
    <article className="upload-item mt-6 border-t border-muted pt-3" aria-labelledby={id}>
      <h3 id={id}>{name}</h3>
      <p className={SUBTITLE}>Read as the list of {editionLabel(list.edition)}; not saved yet</p>
      {where}
      {trouble && <p className={TROUBLE}>{trouble}</p>}
      <Verdict list={list} />
      <SaveForm id={`${id}-again`} answer={answer} list={list} send={send} />
      <Preview checked={list} name={name} />
    </article>
  )
}

function Answer({ answer: { lists, saved }, send }: { answer: FormAnswer; send: Send }) {
  return (
    <>
      {saved && (
        <p role="status">
          Saved as version {saved.version} of{' '}
          <a href={`/lists/${saved.edition}`}>{editionLabel(saved.edition)}</a>.
        </p>
      )}
      {lists.map((answer) => {
        const id = `plain-answer-${answer.part?.part ?? 1}`
        return <ListAnswer key={id} id={id} answer={answer} send={send} />
      })}
    </>
  )
}

/** The upload form where there is no script: one file at a time, checked by one form and saved by another. */
export function NoScriptUpload(props: { editions: readonly EditionChoice[]; upload: UploadList }) {
  const [answer, send] = useActionState(props.upload, null)
  return (
    <>
      <form
        action={send}
        className="mt-4 border border-dashed border-muted px-5 pt-4 pb-5 data-over:border-solid data-over:border-ink data-over:bg-grid phone:px-4"
      >
        <p>
          Choose the file of a list: the .xls, .xlsx or XML that top500.org offers, or what a
          spreadsheet program made of it (CSV, TSV, .ods and others), up to 1 MB. You see what it is
          and what it changes before anything is saved; a file with several lists is taken apart.
        </p>
        <p className={LINE}>
          <label htmlFor="plain-file">File</label>
          <input id="plain-file" className={FIELD} type="file" name="file" required />
          <label htmlFor="plain-edition">It is the list of</label>
          <select id="plain-edition" className={FIELD} name="edition">
            <option value="">detect from file</option>
            {props.editions.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
          <button type="submit" className={BUTTON}>
            Check
          </button>
        </p>
      </form>
      {answer && <Answer answer={answer} send={send} />}
    </>
  )
}
