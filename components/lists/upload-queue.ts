import type { UploadAnswer } from '@/lib/http/list-api'
import type { Part } from '@/lib/list/import'
import type { EditionId } from '@/lib/model/edition'
import type { Checked } from './preview'
import type { Refused, Sent } from './send'

/** A list that the server would save, and the version that it would follow. */
export type Savable = Checked & {
  edition: EditionId
  systems: number
  rmaxSumTflops: number
  current: number
}

/** How an item is called: by its file, and by its number where the file holds several lists. */
export function itemName({ file, part }: Pick<Item, 'file' | 'part'>): string {
  return part ? `${file.name}, list ${part.part} of ${part.of}` : file.name
}

/** How far a file has come. */
export type Stage =
  | { at: 'waiting' }
  /** `share` is how much of it has been sent, 0 to 1. */
  | { at: 'checking'; share: number }
  /** `trouble` is why an attempt to save it failed. */
  | { at: 'checked'; list: Savable; trouble: string | null }
  | { at: 'saving'; list: Savable; share: number }
  | { at: 'saved'; edition: EditionId; version: number; systems: number }
  | { at: 'refused'; refusal: Refused }
  | { at: 'stopped'; message: string }

/** A file in the upload queue. */
export type Item = {
  key: number
  file: File
  /** Which list the person says it is; null while the file itself says it. */
  said: EditionId | null
  /** Which of several lists of the file this is, and how many there are; null for a file with one. */
  part: (Part & { of: number }) | null
  /** Whether the person has confirmed figures of it that were refused as implausible. */
  confirmed: boolean
  /** Why it has to be looked at again, from one check to the next. */
  trouble: string | null
  stage: Stage
}

export type UploadQueue = { items: readonly Item[]; next: number }

/** What happens to the queue. */
export type Event =
  | { type: 'added'; files: readonly File[] }
  | { type: 'said'; key: number; edition: EditionId }
  | { type: 'confirmed'; key: number }
  | { type: 'again'; key: number }
  | { type: 'save'; keys: readonly number[] }
  | { type: 'checking'; key: number }
  | { type: 'progress'; key: number; share: number }
  | { type: 'answered'; key: number; sent: Sent }
  | { type: 'discarded'; key: number }

/** Nothing was added yet. */
export const EMPTY_QUEUE: UploadQueue = { items: [], next: 1 }

/** Files that are under way at one moment; the server reads each in one go. */
export const AT_ONCE = 2

const UNREACHABLE = 'The server did not answer. See whether it runs, and try again.'
const STOPPED = 'Stopped; nothing was saved.'
const STOPPED_SAVING =
  'Stopped while it was being saved. The versions of the list say whether it was; half a list is never saved.'

/** The list of an answer to a check. */
export function savable(answer: UploadAnswer): Savable {
  const { edition, systems, rmaxSumTflops, current = -1, preview = null, issues } = answer
  return { edition, systems, rmaxSumTflops, current, preview, issues }
}

/** The answer to a check. */
function checked(item: Item, sent: Sent): Item {
  switch (sent.outcome) {
    case 'taken': {
      const list = savable(sent.answer)
      return { ...item, trouble: null, stage: { at: 'checked', list, trouble: item.trouble } }
    }
    case 'refused':
      return { ...item, trouble: null, stage: { at: 'refused', refusal: sent.refusal } }
    case 'stopped':
      return { ...item, stage: { at: 'stopped', message: STOPPED } }
    case 'unreachable':
      return { ...item, stage: { at: 'stopped', message: UNREACHABLE } }
  }
}

/** The answer to an attempt to save. */
function saved(item: Item, list: Savable, sent: Sent): Item {
  switch (sent.outcome) {
    case 'taken': {
      const { edition, version, systems } = sent.answer
      return { ...item, stage: { at: 'saved', edition, version: version ?? 0, systems } }
    }
    case 'refused': {
      const { code, message } = sent.refusal
      // Somebody was faster: the file is checked again, so that it is seen against what they saved.
      return code === 'conflict'
        ? { ...item, said: list.edition, trouble: message, stage: { at: 'waiting' } }
        : { ...item, stage: { at: 'checked', list, trouble: message } }
    }
    case 'stopped':
      return { ...item, stage: { at: 'stopped', message: STOPPED_SAVING } }
    case 'unreachable':
      return { ...item, stage: { at: 'checked', list, trouble: UNREACHABLE } }
  }
}

/** One item for each list of a file that holds several, to be checked by itself. */
function parted(item: Item, lists: readonly Part[], next: number): Item[] {
  return lists.map((part, index) => ({
    ...item,
    key: next + index,
    part: { ...part, of: lists.length },
    stage: { at: 'waiting' },
  }))
}

/** The lists that an answer names, where the file turned out to hold several. */
const severalLists = (event: Event): readonly Part[] =>
  event.type === 'answered' && event.sent.outcome === 'refused'
    ? (event.sent.refusal.lists ?? [])
    : []

function step(item: Item, event: Exclude<Event, { type: 'added' | 'discarded' }>): Item {
  const { stage } = item
  switch (event.type) {
    case 'said':
      return { ...item, said: event.edition, confirmed: false, stage: { at: 'waiting' } }
    case 'confirmed':
      return { ...item, confirmed: true, stage: { at: 'waiting' } }
    case 'again':
      return { ...item, stage: { at: 'waiting' } }
    case 'save':
      return stage.at === 'checked'
        ? { ...item, stage: { at: 'saving', list: stage.list, share: 0 } }
        : item
    case 'checking':
      return { ...item, stage: { at: 'checking', share: 0 } }
    case 'progress':
      return stage.at === 'checking' || stage.at === 'saving'
        ? { ...item, stage: { ...stage, share: event.share } }
        : item
    case 'answered':
      if (stage.at === 'saving') return saved(item, stage.list, event.sent)
      return stage.at === 'checking' ? checked(item, event.sent) : item
  }
}

/** The queue after something has happened. */
export function updateQueue(queue: UploadQueue, event: Event): UploadQueue {
  if (event.type === 'added') {
    const added = event.files.map(
      (file, index): Item => ({
        key: queue.next + index,
        file,
        said: null,
        part: null,
        confirmed: false,
        trouble: null,
        stage: { at: 'waiting' },
      }),
    )
    return { items: [...added, ...queue.items], next: queue.next + added.length }
  }
  if (event.type === 'discarded')
    return { ...queue, items: queue.items.filter(({ key }) => key !== event.key) }
  const lists = severalLists(event)
  if (event.type === 'answered' && lists.length > 0)
    return {
      items: queue.items.flatMap((item) =>
        item.key === event.key && item.part === null ? parted(item, lists, queue.next) : [item],
      ),
      next: queue.next + lists.length,
    }
  const keys = event.type === 'save' ? event.keys : [event.key]
  return {
    ...queue,
    items: queue.items.map((item) => (keys.includes(item.key) ? step(item, event) : item)),
  }
}
