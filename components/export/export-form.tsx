'use client'

import { useRef } from 'react'
import { capital } from '@/lib/compare/figure'
import { QUIET_LINK } from '../look'
import { useExport } from './use-export'

/** What a chart offers to be taken away. */
export type ExportChoices = {
  /** Of the chart, unique on its page. */
  id: string
  kind: string
  title: string
  /** The view as parameters, carried along unseen. */
  view: readonly { name: string; value: string }[]
  sizes: readonly { value: string; label: string }[]
  /** Files of data: address and name. */
  data: readonly { label: string; href: string }[]
  /** Texts to copy: link, caption, alternative text, citations, snippets. */
  words: readonly { id: string; label: string; text: string }[]
}

/** The buttons that make a picture; each is the form's own with another address and scale. */
const PICTURES: readonly { label: string; format: string; scale?: string }[] = [
  { label: 'PNG', format: 'png', scale: '1' },
  { label: 'PNG 2×', format: 'png', scale: '2' },
  { label: 'PNG 4×', format: 'png', scale: '4' },
  { label: 'SVG', format: 'svg' },
  { label: 'PDF', format: 'pdf' },
]

const LIMITS = { width: [480, 4096], height: [320, 4096] } as const

const TEXTS_SUMMARY = `inline-block ${QUIET_LINK} after:text-muted after:content-["_↓"] phone:leading-[44px] group-open/texts:after:content-["_↑"]`
const ROW = 'mt-3 flex max-w-none flex-wrap gap-2'
const OFFERS = 'mt-3 flex flex-wrap gap-x-5 gap-y-2 phone:gap-y-0'
const OFFER = `inline-block leading-6 ${QUIET_LINK} hover:decoration-current phone:leading-[44px]`
const PICTURE_BUTTON =
  'min-h-8 cursor-pointer border border-muted px-3.5 hover:bg-ink hover:text-paper phone:min-h-11 phone:w-full'
const CHOICE =
  'h-8 border-b border-faint bg-paper pr-1 placeholder:text-muted phone:min-h-11 phone:w-full'

/**
 * Everything that can be taken away of a chart: pictures, data and words. Without script it is a form and links; with
 * script files are saved without leaving the page, and can be copied, shared, and drawn while the server is away.
 */
export function ExportForm({ id: chart, kind, title, view, sizes, data, words }: ExportChoices) {
  const { form, can, status, setStatus, submit, copyImage, share, change } = useExport(kind, title)
  const id = `export-${chart}`
  return (
    <>
      <form
        ref={form}
        action={`/api/chart/${kind}.png`}
        onSubmit={(event) => void submit(event)}
        onChange={change}
        aria-label={`Export “${title}” as a picture`}
      >
        {view.map(({ name, value }) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="download" value="1" />
        <PictureFields id={id} sizes={sizes} />
        <p className={`${ROW} phone:grid phone:grid-cols-3`}>
          {PICTURES.map(({ label, format, scale }) => (
            <button
              key={label}
              type="submit"
              className={PICTURE_BUTTON}
              data-format={format}
              formAction={`/api/chart/${kind}.${format}`}
              {...(scale ? { name: 'scale', value: scale } : {})}
            >
              {label}
            </button>
          ))}
          {can.copy && (
            <button type="button" className={PICTURE_BUTTON} onClick={() => void copyImage()}>
              Copy image
            </button>
          )}
          {can.share && (
            <button type="button" className={PICTURE_BUTTON} onClick={() => void share()}>
              Share…
            </button>
          )}
        </p>
      </form>
      <ul className={OFFERS} aria-label="Data">
        {data.map(({ label, href }) => (
          <li key={href}>
            <a className={OFFER} href={href} download>
              {label}
            </a>
          </li>
        ))}
      </ul>
      <Words id={id} words={words} onCopied={setStatus} />
      <output aria-live="polite" className="mt-2 block min-h-[1.5em]">
        {status}
      </output>
    </>
  )
}

/** The texts of a chart, each with a button that copies it, and all of them to be read. @param onCopied told what came of it. */
function Words(props: {
  id: string
  words: ExportChoices['words']
  onCopied: (status: string) => void
}) {
  const { id, words, onCopied } = props
  const reading = useRef<HTMLDetailsElement>(null)
  const copy = async (label: string, text: string, field: string) => {
    try {
      await navigator.clipboard.writeText(text)
      onCopied(`${capital(label)} copied.`)
    } catch {
      // Without leave to write, the reader's own keys do.
      if (reading.current) reading.current.open = true
      const area = document.getElementById(field)
      if (area instanceof HTMLTextAreaElement) area.select()
      onCopied('The text is selected below; copy it with Ctrl+C or ⌘C.')
    }
  }
  return (
    <>
      <ul className={`${OFFERS} noscript:hidden`} aria-label="Words">
        {words.map(({ id: word, label, text }) => (
          <li key={word}>
            <button
              type="button"
              className={OFFER}
              onClick={() => void copy(label, text, `${id}-${word}`)}
            >
              Copy {label}
            </button>
          </li>
        ))}
      </ul>
      <details className="group/texts mt-2" ref={reading}>
        <summary className={TEXTS_SUMMARY}>Show texts</summary>
        {words.map(({ id: word, label, text }) => (
          <p key={word} className="mt-2 grid max-w-[46rem] gap-0.5">
            <label className="text-muted" htmlFor={`${id}-${word}`}>
              {capital(label)}
            </label>
            <textarea
              className="w-full resize-y border border-grid px-2 py-1 wrap-anywhere"
              id={`${id}-${word}`}
              readOnly
              rows={text.length > 240 ? 5 : 2}
              defaultValue={text}
              key={text}
            />
          </p>
        ))}
      </details>
    </>
  )
}

/** How a picture is to be drawn: size, colours, background, and whether its words stand inside. */
function PictureFields({ id, sizes }: { id: string; sizes: ExportChoices['sizes'] }) {
  return (
    <p className={`${ROW} gap-x-5 phone:grid phone:grid-cols-2`}>
      <Choice id={`${id}-size`} name="size" label="Size" options={sizes} />
      <Measure id={`${id}-width`} name="width" label="or width" />
      <Measure id={`${id}-height`} name="height" label="height" />
      <Choice
        id={`${id}-theme`}
        name="theme"
        label="Colours"
        options={[
          { value: 'light', label: 'Light' },
          { value: 'dark', label: 'Dark' },
        ]}
      />
      <Choice
        id={`${id}-background`}
        name="background"
        label="Background"
        options={[
          { value: 'paper', label: 'Filled' },
          { value: 'none', label: 'Transparent' },
        ]}
      />
      <Choice
        id={`${id}-title`}
        name="title"
        label="Title and source"
        options={[
          { value: 'on', label: 'Inside' },
          { value: 'off', label: 'Left out' },
        ]}
      />
    </p>
  )
}

function Choice(props: {
  id: string
  name: string
  label: string
  options: readonly { value: string; label: string }[]
}) {
  return (
    <span className="grid gap-0.5 phone:first:col-span-full">
      <label className="text-muted" htmlFor={props.id}>
        {props.label}
      </label>
      <select
        className={CHOICE}
        id={props.id}
        name={props.name}
        defaultValue={props.options[0]?.value}
      >
        {props.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </span>
  )
}

function Measure({ id, name, label }: { id: string; name: 'width' | 'height'; label: string }) {
  const [min, max] = LIMITS[name]
  return (
    <span className="grid gap-0.5 phone:first:col-span-full">
      <label className="text-muted" htmlFor={id}>
        {label}
      </label>
      <input
        className={`${CHOICE} w-[5em]`}
        id={id}
        name={name}
        type="number"
        min={min}
        max={max}
        step={1}
        placeholder="pixels"
      />
    </span>
  )
}
