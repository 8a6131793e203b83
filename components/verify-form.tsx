'use client'

import './verify.css'
import { useActionState, useEffect, useRef, useState } from 'react'

/** What is told of a file: see `lib/chart/verdict`. */
type Told = {
  tone: 'good' | 'doubt' | 'bad'
  headline: string
  lines: readonly string[]
  fileName: string
  now: { href: string; title: string; pictures: { light: string; dark: string } } | null
}

/** A sign beside the words, so that colour alone says nothing. */
const SIGNS: Readonly<Record<Told['tone'], string>> = { good: '✓', doubt: '?', bad: '×' }

/**
 * Takes one picture, chosen or dropped, and shows what is known of it. Without script the form is sent as any other.
 * @param action reads the file where the lists are.
 * @param largest bytes that are sent at most; `tooLarge` is said of others.
 */
export function VerifyForm(props: {
  action: (before: Told | null, form: FormData) => Promise<Told | null>
  largest: number
  tooLarge: string
}) {
  const [told, send, pending] = useActionState(props.action, null)
  const [refused, setRefused] = useState<string | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const input = useRef<HTMLInputElement>(null)

  const take = () => {
    const file = input.current?.files?.[0]
    if (!file) return
    const fits = file.size <= props.largest
    setRefused(fits ? null : props.tooLarge)
    if (fits) form.current?.requestSubmit()
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
        <form ref={form} action={send}>
          <label htmlFor="picture">A PNG or SVG file from here, chosen or dropped</label>
          <input
            ref={input}
            id="picture"
            type="file"
            name="file"
            required
            accept=".png,.svg,image/png,image/svg+xml"
            onChange={take}
          />
          <button type="submit" disabled={pending}>
            {pending ? 'Looking into it…' : 'Verify'}
          </button>
        </form>
      </div>
      <div aria-live="polite">
        {refused ? <p className="verdict">{refused}</p> : told && <Verdict told={told} />}
      </div>
    </>
  )
}

function Verdict({ told }: { told: Told }) {
  return (
    <section className="verdict" data-tone={told.tone}>
      <h2>
        <span aria-hidden="true">{SIGNS[told.tone]}</span> {told.headline}
      </h2>
      <p className="file-name">{told.fileName}</p>
      <ul>
        {told.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {told.now && (
        <figure>
          <figcaption>
            <a href={told.now.href}>{told.now.title}</a>, drawn from the list now there:
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
