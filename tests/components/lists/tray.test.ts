import { describe, expect, it } from 'vitest'
import type { Sent } from '@/components/lists/send'
import { EMPTY_TRAY, type Event, type Item, onTray, type Tray } from '@/components/lists/tray'

const file = (name: string) => new File(['Rank'], name)
const happened = (...events: Event[]): Tray => events.reduce(onTray, EMPTY_TRAY)
const one = (tray: Tray): Item => {
  const [item] = tray.items
  if (!item) throw new Error('The tray is empty.')
  return item
}

const brought: Event = { type: 'brought', files: [file('a.csv')] }
const checking: Event = { type: 'checking', key: 1 }
const keep: Event = { type: 'keep', keys: [1] }
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

describe('a tray', () => {
  it('puts what comes later on top, in the order in which it came', () => {
    const tray = happened(brought, { type: 'brought', files: [file('b.csv'), file('c.csv')] })
    expect(tray.items.map(({ key, file: { name } }) => [key, name])).toEqual([
      [2, 'b.csv'],
      [3, 'c.csv'],
      [1, 'a.csv'],
    ])
    expect(tray.items.every(({ stage }) => stage.at === 'waiting')).toBe(true)
  })

  it('forgets what is thrown away and never gives its key again', () => {
    const tray = happened(brought, { type: 'thrown-away', key: 1 }, brought)
    expect(tray.items.map(({ key }) => key)).toEqual([2])
  })
})

describe('a file on the tray', () => {
  it('is checked, kept after the version that was seen, and then named by its version', () => {
    const checked = happened(
      brought,
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
    const keeping = onTray(checked, keep)
    expect(one(keeping).stage).toMatchObject({ at: 'keeping', share: 0, list: { current: 4 } })
    const kept: Sent = { outcome: 'taken', answer: { ...taken.answer, version: 5 } }
    expect(one(onTray(keeping, answered(kept))).stage).toEqual({
      at: 'kept',
      edition: '2021-11',
      version: 5,
      systems: 500,
    })
  })

  it('is not kept before it was checked', () => {
    expect(one(happened(brought, checking, keep)).stage.at).toBe('checking')
    expect(one(happened(brought, checking, answered(refused('unavailable')), keep)).stage.at).toBe(
      'refused',
    )
  })

  it('that meets a conflict is checked again as the same list, and says why', () => {
    const late = happened(brought, checking, answered(taken), keep, answered(refused('conflict')))
    expect(one(late)).toMatchObject({
      said: '2021-11',
      trouble: 'It is conflict.',
      stage: { at: 'waiting' },
    })
    const again = [checking, answered(taken)].reduce(onTray, late)
    expect(one(again)).toMatchObject({
      trouble: null,
      stage: { at: 'checked', trouble: 'It is conflict.' },
    })
  })

  it('that could not be kept for another reason can be kept again', () => {
    const trouble = happened(
      brought,
      checking,
      answered(taken),
      keep,
      answered(refused('unavailable')),
    )
    expect(one(trouble).stage).toMatchObject({ at: 'checked', trouble: 'It is unavailable.' })
    expect(one(onTray(trouble, keep)).stage.at).toBe('keeping')
  })

  it('that is stopped says whether anything of it may have been kept, and can be tried again', () => {
    const stopped = happened(brought, checking, answered({ outcome: 'stopped' }))
    expect(one(stopped).stage).toEqual({
      at: 'stopped',
      message: 'Stopped; nothing of it was kept.',
    })
    const unsure = happened(
      brought,
      checking,
      answered(taken),
      keep,
      answered({ outcome: 'stopped' }),
    )
    expect(one(unsure).stage).toMatchObject({ message: expect.stringContaining('The history') })
    expect(one(onTray(stopped, { type: 'again', key: 1 })).stage.at).toBe('waiting')
  })

  it('that is said to be another list is checked as that one', () => {
    const said = happened(brought, checking, answered(refused('unavailable')), {
      type: 'said',
      key: 1,
      edition: '2020-06',
    })
    expect(one(said)).toMatchObject({ said: '2020-06', stage: { at: 'waiting' } })
  })

  it('takes no answer that comes after it was answered', () => {
    const checked = happened(brought, checking, answered(taken))
    expect(onTray(checked, answered({ outcome: 'stopped' }))).toEqual(checked)
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

  it('are checked again once a person has confirmed them, and kept with that answer', () => {
    const asked = happened(brought, checking, answered(refusal))
    expect(one(asked)).toMatchObject({ confirmed: false, stage: { at: 'refused' } })
    const confirmed = onTray(asked, { type: 'confirmed', key: 1 })
    expect(one(confirmed)).toMatchObject({ confirmed: true, stage: { at: 'waiting' } })
    const kept = [checking, answered(taken), keep].reduce(onTray, confirmed)
    expect(one(kept)).toMatchObject({ confirmed: true, stage: { at: 'keeping' } })
  })

  it('are to be confirmed anew where the file is said to be another list', () => {
    const confirmed = happened(brought, checking, answered(refusal), { type: 'confirmed', key: 1 })
    const said = onTray(confirmed, { type: 'said', key: 1, edition: '2022-06' })
    expect(one(said)).toMatchObject({ confirmed: false, said: '2022-06' })
  })
})
