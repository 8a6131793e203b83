'use client'

import { type FormEvent, useEffect, useRef, useState } from 'react'
import { takeEarlyFiles } from './early-files'

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

const VERDICT = 'verdict mt-8 pl-4'
/** The line beside the words, which says the same without colour. */
const TONES: Readonly<Record<Told['tone'], string>> = {
  good: 'border-l-3 border-ink',
  doubt: 'border-l-3 border-muted',
  bad: 'border-l-6 border-double border-ink',
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
    takeEarlyFiles()
    return () => {
      document.removeEventListener('dragover', onDragOver)
      document.removeEventListener('drop', onDrop)
    }
  }, [])

  return (
    <>
      <div className="mt-8 border border-dashed border-muted px-4 py-6">
        <form
          className="flex flex-wrap items-center gap-x-6 gap-y-3"
          action={ADDRESS}
          method="post"
          encType="multipart/form-data"
          onSubmit={submit}
        >
          <label className="font-strong" htmlFor="picture">
            A PNG or SVG file from here, chosen or dropped
          </label>
          <input
            className="max-w-full min-w-0 file:mr-3 file:min-h-11 file:cursor-pointer file:border file:border-muted file:px-4"
            ref={input}
            id="picture"
            type="file"
            name="file"
            required
            accept=".png,.svg,image/png,image/svg+xml"
            onChange={() => void take()}
          />
          <button
            type="submit"
            className="mr-3 min-h-11 cursor-pointer border border-muted px-4"
            disabled={pending}
          >
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
    <section className={`${VERDICT} ${TONES[told.tone]}`} data-tone={told.tone}>
      <h2 className="max-w-[36em]">
        <span aria-hidden="true">{SIGNS[told.tone]}</span> {told.headline}
      </h2>
      {told.fileName && (
        <p className="file-name mt-1 text-small wrap-anywhere text-muted">{told.fileName}</p>
      )}
      {told.lines.length > 0 && (
        <ul>
          {told.lines.map((line) => (
            <li key={line} className="mt-2 max-w-[46em] wrap-anywhere">
              {line}
            </li>
          ))}
        </ul>
      )}
      {told.now && (
        <figure className="mt-6">
          <figcaption className="mb-2">
            <a href={told.now.href}>{told.now.title}</a>, drawn from the current list:
          </figcaption>
          <picture>
            <source media="(prefers-color-scheme: dark)" srcSet={told.now.pictures.dark} />
            <img
              className="h-auto w-full max-w-[960px]"
              src={told.now.pictures.light}
              alt={told.now.title}
              width={1200}
              height={675}
            />
          </picture>
        </figure>
      )}
    </section>
  )
}
