import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { Away } from './away'
import { deliver, save } from './deliver'

/** Pictures that are copied or shared have twice the pixels of their frame: sharp on every screen. */
const SHARED_SCALE = '2'

const canCopyImages = () =>
  typeof ClipboardItem !== 'undefined' && navigator.clipboard?.write !== undefined
const canShareFiles = () =>
  navigator.canShare?.({ files: [new File([], 'chart.png', { type: 'image/png' })] }) ?? false

const reason = (error: unknown) => (error instanceof Error ? error.message : 'no reason was given.')

/** The pictures that a form asks for, from the server, or drawn here from what was loaded while it was there. */
function usePictures(kind: string, form: RefObject<HTMLFormElement | null>) {
  const away = useRef<Away | null>(null)
  const addressOf = (format: string, submitter?: HTMLElement | null): URL => {
    const address = new URL(`/api/chart/${kind}.${format}`, location.href)
    if (!form.current) return address
    for (const [name, value] of new FormData(form.current, submitter))
      if (typeof value === 'string' && (value !== '' || name === 'with'))
        address.searchParams.append(name, value)
    return address
  }
  return {
    deliver: (format: string, submitter?: HTMLElement | null) =>
      deliver(addressOf(format, submitter), away.current),

    /** Loads what a picture is drawn from, in case the server is away when it is asked for. */
    loadAhead: async () => {
      const address = addressOf('svg')
      address.pathname = `/api/drawing/${kind}`
      try {
        const [answer, { openAway }] = await Promise.all([fetch(address), import('./away')])
        if (answer.ok) away.current = openAway(await answer.json())
      } catch {
        // What was loaded before stays.
      }
    },

    /** The picture as it is copied and shared. */
    toHand: async (): Promise<File> => {
      const address = addressOf('png')
      address.searchParams.set('scale', SHARED_SCALE)
      const delivered = await deliver(address, away.current)
      if (delivered.kind === 'refused') throw new Error(delivered.message)
      return delivered.file
    },
  }
}

/**
 * What the menu of a chart does with script: saves files without leaving the page, copies and shares pictures, and says
 * what came of it.
 * @param kind of the chart. @param title by which a shared picture is announced.
 */
export function useExport(kind: string, title: string) {
  const form = useRef<HTMLFormElement>(null)
  const shared = useRef<File | null>(null)
  const pictures = usePictures(kind, form)
  const [can, setCan] = useState({ copy: false, share: false })
  const [status, setStatus] = useState('')

  const { loadAhead } = pictures
  const ahead = useRef(loadAhead)
  ahead.current = loadAhead
  useEffect(() => {
    setCan({ copy: canCopyImages(), share: canShareFiles() })
    void ahead.current()
  }, [])

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    setStatus('Drawing…')
    const delivered = await pictures.deliver(submitter?.dataset.format ?? 'png', submitter)
    if (delivered.kind === 'refused') return setStatus(delivered.message)
    setStatus(delivered.note ?? `Saved as ${delivered.file.name}.`)
    save(delivered.file)
  }

  // The promise goes into the clipboard item: Safari lets nobody write after waiting for the picture first.
  const copyImage = async () => {
    setStatus('Drawing…')
    try {
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': pictures.toHand() })])
      setStatus('The picture is in the clipboard.')
    } catch (error) {
      setStatus(`The picture could not be copied: ${reason(error)} Save it as PNG instead.`)
    }
  }

  const share = async () => {
    try {
      shared.current ??= await pictures.toHand()
      await navigator.share({ files: [shared.current], title })
      shared.current = null
      setStatus('')
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') setStatus('')
      else if (error instanceof DOMException && error.name === 'NotAllowedError')
        setStatus('The picture is ready. Press Share once more.')
      else setStatus(`The picture could not be shared: ${reason(error)}`)
    }
  }

  return {
    form,
    can,
    status,
    setStatus,
    submit,
    copyImage,
    share,
    change: () => {
      shared.current = null
      void loadAhead()
    },
  }
}
