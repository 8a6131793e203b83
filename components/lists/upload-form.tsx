'use client'

import { useRouter } from 'next/navigation'
import { type Dispatch, useCallback, useEffect, useReducer, useRef, useState } from 'react'
import { takeEarlyFiles } from '@/components/early-files'
import { BUTTON, FIELD, LINE } from '@/components/look'
import { LIMITS } from '@/lib/list/limits'
import type { EditionChoice } from './edition-choice'
import { send } from './send'
import { UploadItem } from './upload-item'
import {
  AT_ONCE,
  EMPTY_QUEUE,
  type Item,
  type Event as QueueEvent,
  type UploadQueue,
  updateQueue,
} from './upload-queue'

const CHOOSER = 'choose-lists'
const PASTED = 'pasted.txt'

/** A text from the clipboard that is a table, not a name. */
const isTable = (text: string) => /[\t\n\r]/.test(text.trim())

const pastedFile = (text: string) => new File([text], PASTED, { type: 'text/plain' })

/** The files of a clipboard: spreadsheets put a picture of the cells beside their text, so a table comes first. */
function clipboardFiles(data: DataTransfer | null): File[] {
  const text = data?.getData('text/plain') ?? ''
  return isTable(text) ? [pastedFile(text)] : [...(data?.files ?? [])]
}

const headingOf = (key: number) => `file-${key}`

/** Puts the focus where the eyes go when the button that had it is gone. */
const focusOn = (id: string) => document.getElementById(id)?.focus()

/** Hands over the files that are dropped on the page or pasted into it. @param setOver told whether files are held over it. */
function useFilesOfPage(
  add: (files: readonly File[]) => void,
  setOver: (over: boolean) => void,
): void {
  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const onDragOver = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setOver(false)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length > 0) add(files)
    }
    const onPaste = (event: ClipboardEvent) => {
      if (event.target instanceof HTMLInputElement) return
      const files = clipboardFiles(event.clipboardData)
      if (files.length === 0) return
      event.preventDefault()
      add(files)
    }
    document.addEventListener('dragover', onDragOver)
    document.addEventListener('dragleave', onDragLeave)
    document.addEventListener('drop', onDrop)
    document.addEventListener('paste', onPaste)
    return () => {
      document.removeEventListener('dragover', onDragOver)
      document.removeEventListener('dragleave', onDragLeave)
      document.removeEventListener('drop', onDrop)
      document.removeEventListener('paste', onPaste)
    }
  }, [add, setOver])
}

/** Has the server check the files of a queue, and save those that are to be saved, a few at a time. */
function useSending(queue: UploadQueue, dispatch: Dispatch<QueueEvent>) {
  const router = useRouter()
  const underway = useRef(new Map<number, AbortController>())

  useEffect(() => {
    const running = underway.current
    const start = async (
      { key, file, said, part, confirmed }: Item,
      save: Item['stage'] | null,
    ) => {
      const controller = new AbortController()
      running.set(key, controller)
      const list = save?.at === 'saving' ? save.list : null
      const sent = await send(
        {
          file,
          edition: list?.edition ?? said,
          part: part?.part ?? null,
          confirmed,
          expected: list?.current ?? null,
        },
        controller.signal,
        (share) => dispatch({ type: 'progress', key, share }),
      )
      running.delete(key)
      dispatch({ type: 'answered', key, sent })
      if (list && sent.outcome === 'taken') router.refresh()
    }
    for (const item of queue.items) {
      if (running.size >= AT_ONCE) break
      if (running.has(item.key)) continue
      if (item.stage.at === 'waiting') {
        dispatch({ type: 'checking', key: item.key })
        void start(item, null)
      } else if (item.stage.at === 'saving') void start(item, item.stage)
    }
  }, [queue, router, dispatch])

  useEffect(() => {
    const running = underway.current
    return () => {
      for (const controller of running.values()) controller.abort()
    }
  }, [])

  return underway
}

/** Where files are dropped, chosen and pasted. @param over whether files are held over the page. */
function DropArea({ over, add }: { over: boolean; add: (files: readonly File[]) => void }) {
  return (
    <div
      className="mt-4 border border-dashed border-muted px-5 pt-4 pb-5 data-over:border-solid data-over:border-ink data-over:bg-grid phone:px-4"
      data-over={over || undefined}
    >
      <p>
        Drop the file of a list anywhere on this page: the .xls, .xlsx or XML that top500.org
        offers, the table of its website, or what a spreadsheet program made of them (CSV, TSV, .ods
        and others), up to {LIMITS.bytes / 1024 / 1024} MB. You see what it is and what it changes
        before anything is saved; a file with several lists is taken apart.
      </p>
      <p className={LINE}>
        <label className={`button ${BUTTON}`}>
          Choose files
          <input
            id={CHOOSER}
            className="sr-only"
            type="file"
            multiple
            accept=".xls,.xlsx,.xlsb,.ods,.fods,.csv,.tsv,.txt,.xml,.html,.htm,.slk,.dif"
            onChange={({ currentTarget }) => {
              add([...(currentTarget.files ?? [])])
              // The same file may be chosen again after it was mended.
              currentTarget.value = ''
            }}
          />
        </label>
        <label htmlFor="paste">or paste a table</label>
        <textarea
          id="paste"
          className={`${FIELD} w-48 resize-none align-bottom`}
          rows={1}
          spellCheck={false}
          // What a phone's keyboard inserts comes without a paste.
          onChange={({ currentTarget }) => {
            if (!isTable(currentTarget.value)) return
            add([pastedFile(currentTarget.value)])
            currentTarget.value = ''
          }}
        />
      </p>
    </div>
  )
}

/**
 * Takes files by drop, choice and paste, has the server check them, and saves those that the person wants to save.
 * Nothing is saved before that.
 */
export function UploadForm({ editions }: { editions: readonly EditionChoice[] }) {
  const [queue, dispatch] = useReducer(updateQueue, EMPTY_QUEUE)
  const [over, setOver] = useState(false)
  const underway = useSending(queue, dispatch)
  const add = useCallback((files: readonly File[]) => dispatch({ type: 'added', files }), [])
  useFilesOfPage(add, setOver)
  useEffect(takeEarlyFiles, [])

  const savable = queue.items.filter(({ stage }) => stage.at === 'checked').map(({ key }) => key)
  const [first] = queue.items
  const change = (of: QueueEvent, focus: string) => {
    dispatch(of)
    focusOn(focus)
  }
  return (
    <>
      <DropArea over={over} add={add} />
      {savable.length > 1 && (
        <p className={LINE}>
          <button
            type="button"
            className={`button ${BUTTON}`}
            onClick={() => {
              dispatch({ type: 'save', keys: savable })
              if (first) focusOn(headingOf(first.key))
            }}
          >
            Save all {savable.length} that can be saved
          </button>
        </p>
      )}
      {queue.items.map((item) => {
        const { key, part } = item
        const heading = headingOf(key)
        return (
          <UploadItem
            key={key}
            id={heading}
            item={item}
            editions={editions}
            alone={queue.items.length === 1 || (part !== null && queue.items.length === part.of)}
            onSay={(edition) => change({ type: 'said', key, edition }, heading)}
            onConfirm={() => change({ type: 'confirmed', key }, heading)}
            onAgain={() => change({ type: 'again', key }, heading)}
            onSave={() => change({ type: 'save', keys: [key] }, heading)}
            onStop={() => {
              const running = underway.current.get(key)
              if (running) running.abort()
              else dispatch({ type: 'answered', key, sent: { outcome: 'stopped' } })
              focusOn(heading)
            }}
            onDiscard={() => change({ type: 'discarded', key }, CHOOSER)}
          />
        )
      })}
    </>
  )
}
