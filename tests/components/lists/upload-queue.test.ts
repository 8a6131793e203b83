import { describe, expect, it } from 'vitest'
import type { Sent } from '@/components/lists/send'
import {
  EMPTY_QUEUE,
  type Event,
  type Item,
  type UploadQueue,
  updateQueue,
} from '@/components/lists/upload-queue'

const file = (name: string) => new File(['Rank'], name)
const happened = (...events: Event[]): UploadQueue => events.reduce(updateQueue, EMPTY_QUEUE)
const one = (queue: UploadQueue): Item => {
  const [item] = queue.items
  if (!item) throw new Error('The queue is empty.')
  return item
}

const added: Event = { type: 'added', files: [file('a.csv')] }
const checking: Event = { type: 'checking', key: 1 }
const save: Event = { type: 'save', keys: [1] }
const answered = (sent: Sent): Event => ({ type: 'answered', key: 1, sent })
const taken: Sent = {
  outcome: 'taken',
  answer: {
    edition: '2021-11',
    version: null,
    systems: 500,
    rmaxSumTflops: 3036861.78377,
    issues: [],
    current: 4,
  },
}
const refused = (code: 'conflict' | 'unavailable'): Sent => ({
  outcome: 'refused',
  refusal: { code, message: `It is ${code}.`, issues: [], preview: null },
})

describe('an upload queue', () => {
  it('puts what comes later on top, in the order in which it came', () => {
    const queue = happened(added, { type: 'added', files: [file('b.csv'), file('c.csv')] })
    expect(queue.items.map(({ key, file: { name } }) => [key, name])).toEqual([
      [2, 'b.csv'],
      [3, 'c.csv'],
      [1, 'a.csv'],
    ])
    expect(queue.items.every(({ stage }) => stage.at === 'waiting')).toBe(true)
  })

  it('forgets what is discarded and never gives its key again', () => {
    const queue = happened(added, { type: 'discarded', key: 1 }, added)
    expect(queue.items.map(({ key }) => key)).toEqual([2])
  })
})

describe('a file in the upload queue', () => {
  it('is checked, saved after the version that was seen, and then named by its version', () => {
    const checked = happened(
      added,
      checking,
      { type: 'progress', key: 1, share: 0.5 },
      answered(taken),
    )
    expect(one(checked).stage).toEqual({
      at: 'checked',
      trouble: null,
      list: {
        edition: '2021-11',
        systems: 500,
        rmaxSumTflops: 3036861.78377,
        current: 4,
        preview: null,
        issues: [],
      },
    })
    const keeping = updateQueue(checked, save)
    expect(one(keeping).stage).toMatchObject({ at: 'saving', share: 0, list: { current: 4 } })
    const kept: Sent = { outcome: 'taken', answer: { ...taken.answer, version: 5 } }
    expect(one(updateQueue(keeping, answered(kept))).stage).toEqual({
      at: 'saved',
      edition: '2021-11',
      version: 5,
      systems: 500,
    })
  })

  it('is not saved before it was checked', () => {
    expect(one(happened(added, checking, save)).stage.at).toBe('checking')
    expect(one(happened(added, checking, answered(refused('unavailable')), save)).stage.at).toBe(
      'refused',
    )
  })

  it('that meets a conflict is checked again as the same list, and says why', () => {
    const late = happened(added, checking, answered(taken), save, answered(refused('conflict')))
    expect(one(late)).toMatchObject({
      said: '2021-11',
      trouble: 'It is conflict.',
      stage: { at: 'waiting' },
    })
    const again = [checking, answered(taken)].reduce(updateQueue, late)
    expect(one(again)).toMatchObject({
      trouble: null,
      stage: { at: 'checked', trouble: 'It is conflict.' },
    })
  })

  it('that could not be saved for another reason can be saved again', () => {
    const trouble = happened(
      added,
      checking,
      answered(taken),
      save,
      answered(refused('unavailable')),
    )
    expect(one(trouble).stage).toMatchObject({ at: 'checked', trouble: 'It is unavailable.' })
    expect(one(updateQueue(trouble, save)).stage.at).toBe('saving')
  })

  it('that is stopped says whether anything of it may have been saved, and can be tried again', () => {
    const stopped = happened(added, checking, answered({ outcome: 'stopped' }))
    expect(one(stopped).stage).toEqual({
      at: 'stopped',
      message: 'Stopped; nothing was saved.',
    })
    const unsure = happened(
      added,
      checking,
      answered(taken),
      save,
      answered({ outcome: 'stopped' }),
    )
    expect(one(unsure).stage).toMatchObject({ message: expect.stringContaining('The versions') })
    expect(one(updateQueue(stopped, { type: 'again', key: 1 })).stage.at).toBe('waiting')
  })

  it('that is said to be another list is checked as that one', () => {
    const said = happened(added, checking, answered(refused('unavailable')), {
      type: 'said',
      key: 1,
      edition: '2020-06',
    })
    expect(one(said)).toMatchObject({ said: '2020-06', stage: { at: 'waiting' } })
  })

  it('takes no answer that comes after it was answered', () => {
    const checked = happened(added, checking, answered(taken))
    expect(updateQueue(checked, answered({ outcome: 'stopped' }))).toEqual(checked)
  })
})

describe('figures that are refused', () => {
  const refusal: Sent = {
    outcome: 'refused',
    refusal: {
      code: 'refused-list',
      message: 'The sum is ten times too great.',
      issues: [],
      preview: null,
      confirm: 'figures',
    },
  }

  it('are checked again once a person has confirmed them, and saved with that answer', () => {
    const asked = happened(added, checking, answered(refusal))
    expect(one(asked)).toMatchObject({ confirmed: false, stage: { at: 'refused' } })
    const confirmed = updateQueue(asked, { type: 'confirmed', key: 1 })
    expect(one(confirmed)).toMatchObject({ confirmed: true, stage: { at: 'waiting' } })
    const kept = [checking, answered(taken), save].reduce(updateQueue, confirmed)
    expect(one(kept)).toMatchObject({ confirmed: true, stage: { at: 'saving' } })
  })

  it('are to be confirmed anew where the file is said to be another list', () => {
    const confirmed = happened(added, checking, answered(refusal), { type: 'confirmed', key: 1 })
    const said = updateQueue(confirmed, { type: 'said', key: 1, edition: '2022-06' })
    expect(one(said)).toMatchObject({ confirmed: false, said: '2022-06' })
  })
})
