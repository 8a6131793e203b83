'use client'

import { useActionState } from 'react'
import { editionLabel } from '@/lib/model/edition'
import type { EditionChoice } from './door'
import { Verdict } from './parcel-view'
import { Issues, Preview } from './preview'
import type { Refused } from './send'
import type { Keepable } from './tray'

/** What the server answers to a form that brings a file. */
export type PlainAnswer = { name: string } & (
  | {
      outcome: 'checked'
      list: Keepable
      /** Hex SHA-256 of the file: only the very file that was looked at is kept. */
      hash: string
      trouble: string | null
    }
  | { outcome: 'refused'; refusal: Refused }
)

/** Checks the file of a form, or keeps it where the form names the file that was checked before. */
export type BringList = (before: PlainAnswer | null, form: FormData) => Promise<PlainAnswer>

function Answer({ answer, send }: { answer: PlainAnswer; send: (form: FormData) => void }) {
  const { name } = answer
  if (answer.outcome === 'refused') {
    const { message, issues, preview } = answer.refusal
    return (
      <article className="parcel" aria-labelledby="plain-answer">
        <h3 id="plain-answer">{name}</h3>
        <p className="subtitle">Cannot be kept; the lists are as they were</p>
        {issues.length === 0 ? <p className="trouble">{message}</p> : <Issues issues={issues} />}
        {preview && preview.rows > 0 && <Preview checked={{ preview, issues: [] }} name={name} />}
      </article>
    )
  }
  const { list, hash, trouble } = answer
  const label = editionLabel(list.edition)
  return (
    <article className="parcel" aria-labelledby="plain-answer">
      <h3 id="plain-answer">{name}</h3>
      <p className="subtitle">Read as the list of {label}; not kept yet</p>
      {trouble && <p className="trouble">{trouble}</p>}
      <Verdict list={list} />
      <form action={send} className="line">
        <input type="hidden" name="hash" value={hash} />
        <input type="hidden" name="edition" value={list.edition} />
        <input type="hidden" name="expected" value={list.current} />
        <label htmlFor="plain-again">To keep it, choose the same file again</label>
        <input id="plain-again" className="field" type="file" name="file" required />
        <button type="submit" className="button strong">
          Keep {label}
        </button>
      </form>
      <Preview checked={list} name={name} />
    </article>
  )
}

/** The door where there is no script: one file at a time, checked by one form and kept by another. */
export function PlainDoor(props: { editions: readonly EditionChoice[]; bring: BringList }) {
  const [answer, send] = useActionState(props.bring, null)
  return (
    <>
      <form action={send} className="door">
        <p>
          Choose the file of a list: the .xls or .xlsx that top500.org offers, or a CSV or TSV made
          of it, up to 1 MB. You see what it is and what it changes before anything is kept.
        </p>
        <p className="line">
          <label htmlFor="plain-file">File</label>
          <input id="plain-file" className="field" type="file" name="file" required />
          <label htmlFor="plain-edition">It is the list of</label>
          <select id="plain-edition" className="field" name="edition">
            <option value="">the month that it says itself</option>
            {props.editions.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
          <button type="submit" className="button">
            Check
          </button>
        </p>
      </form>
      {answer && <Answer answer={answer} send={send} />}
    </>
  )
}
