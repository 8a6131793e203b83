'use client'

import './verify.css'
import { type FormEvent, useEffect, useRef, useState } from 'react'

/** What is told of a file: see `lib/export/verdict`. */
type Told = {
  tone: 'good' | 'doubt' | 'bad'
  headline: string
  lines: readonly string[]
  fileName: string
  now: { href: string; title: string; pictures: { light: string; dark: string } } | null
}

/** A sign beside the words, so that colour alone says nothing. */
const SIGNS: Readonly<Record<Told['tone'], string>> = { good: '✓', doubt: '?', bad: '×' }

/** Where a picture is sent, by script and without. */
const ADDRESS = '/api/verify'

const refusal = (headline: string, fileName: string): Told => ({
  tone: 'bad',
  headline,
  lines: [],
  fileName,
  now: null,
})

/** Has a picture looked into; whatever happens is told. */
async function ask(file: File): Promise<Told> {
  const body = new FormData()
  body.append('file', file)
  try {
    const answer = await fetch(ADDRESS, { method: 'POST', body })
    const told: unknown = await answer.json()
    if (answer.ok) return told as Told
    const { error } = told as { error: { message: string } }
    return refusal(error.message, file.name)
  } catch {
    return refusal('The server could not be reached. Try again.', file.name)
  }
}

/**
 * Takes one picture, chosen or dropped, and shows what is known of it. Without script the form is sent as any other,
 * and its answer comes with the page.
 * @param told of the picture that was sent without script; null where there was none.
 * @param largest bytes that are sent at most; `tooLarge` is said of others.
 */
export function VerifyForm(props: { told: Told | null; largest: number; tooLarge: string }) {
  const [told, setTold] = useState(props.told)
  const [pending, setPending] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  /** The file that was chosen last: an answer to an earlier one is not shown. */
  const latest = useRef<File>(null)

  const take = async () => {
    const file = input.current?.files?.[0]
    if (!file) return
    latest.current = file
    if (file.size > props.largest) {
      setTold(refusal(props.tooLarge, file.name))
      return
    }
    setPending(true)
    const answer = await ask(file)
    if (latest.current !== file) return
    setTold(answer)
    setPending(false)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void take()
  }
  useEffect(() => {
    const onDragOver = (event: DragEvent) => event.preventDefault()
    const onDrop = (event: DragEvent) => {
      event.preventDefault()
      const files = event.dataTransfer?.files
      if (!input.current || !files?.length) return
      input.current.files = files
      // As if it had been chosen, so that there is one way to take a file.
      input.current.dispatchEvent(new Event('change', { bubbles: true }))
    }
    document.addEventListener('dragover', onDragOver)
    document.addEventListener('drop', onDrop)
    return () => {
      document.removeEventListener('dragover', onDragOver)
      document.removeEventListener('drop', onDrop)
    }
  }, [])

  return (
    <>
      <div className="drop">
        <form action={ADDRESS} method="post" encType="multipart/form-data" onSubmit={submit}>
          <label htmlFor="picture">A PNG or SVG file from here, chosen or dropped</label>
          <input
            ref={input}
            id="picture"
            type="file"
            name="file"
            required
            accept=".png,.svg,image/png,image/svg+xml"
            onChange={() => void take()}
          />
          <button type="submit" disabled={pending}>
            {pending ? 'Looking into it…' : 'Verify'}
          </button>
        </form>
      </div>
      <div aria-live="polite">{told && <Verdict told={told} />}</div>
    </>
  )
}

function Verdict({ told }: { told: Told }) {
  return (
    <section className="verdict" data-tone={told.tone}>
      <h2>
        <span aria-hidden="true">{SIGNS[told.tone]}</span> {told.headline}
      </h2>
      {told.fileName && <p className="file-name">{told.fileName}</p>}
      {told.lines.length > 0 && (
        <ul>
          {told.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {told.now && (
        <figure>
          <figcaption>
            <a href={told.now.href}>{told.now.title}</a>, drawn from the current list:
          </figcaption>
          <picture>
            <source media="(prefers-color-scheme: dark)" srcSet={told.now.pictures.dark} />
            <img src={told.now.pictures.light} alt={told.now.title} width={1200} height={675} />
          </picture>
        </figure>
      )}
    </section>
  )
}
