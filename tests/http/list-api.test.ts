import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type Importer, takeUpload } from '@/lib/http/list-api'
import { refuse } from '@/lib/http/refusal'
import { writeList } from '@/lib/list/csv'
import { importList } from '@/lib/list/import'
import { openBundled } from '@/lib/store/bundled'
import { openFolder } from '@/lib/store/folder'
import { openOverlay } from '@/lib/store/overlay-store'
import { snapshot } from '../list/snapshots'

const folder = mkdtempSync(join(tmpdir(), 'top500-list-api-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const store = openOverlay(openBundled(), openFolder(folder))

/** The answer to an upload that a reader answers so. */
async function answerTo(importer: Importer): Promise<Response> {
  const upload = {
    bytes: new Uint8Array(1),
    fileName: 'list.csv',
    edition: null,
    part: null,
    confirmed: false,
    expected: null,
  }
  const taken = await takeUpload(store, importer, upload, false)
  if (taken.ok) throw new Error('The upload was taken')
  return refuse(taken.error)
}

test('an upload that comes while too many wait is to be sent again', async () => {
  const answer = await answerTo(async () => ({ ok: false, error: 'busy' }))
  expect([answer.status, answer.headers.get('retry-after'), await answer.json()]).toEqual([
    503,
    '5',
    {
      error: {
        code: 'busy',
        message: 'Too many files are being read just now. Send the file again in a few seconds.',
        issues: [],
      },
    },
  ])
})

test('an upload that could not be read is refused with what was found and what to do', async () => {
  const issue = {
    severity: 'error',
    code: 'too-long-to-read',
    row: null,
    column: null,
    value: null,
    message: 'It took too long.',
    remedy: 'Send less.',
  } as const
  const answer = await answerTo(async () => ({ ok: false, error: [issue] }))
  expect([answer.status, await answer.json()]).toEqual([
    422,
    {
      error: {
        code: 'unreadable-file',
        message: 'It took too long. Send less.',
        issues: [issue],
      },
    },
  ])
})

test('a reader is told the name of the file and what the sender says of it, and nothing of other lists', async () => {
  let given: unknown
  await answerTo(async (_, hints) => {
    given = hints
    return { ok: false, error: 'busy' }
  })
  expect(given).toEqual({ fileName: 'list.csv', edition: null, part: null })
})

describe('a list with figures that do not fit the lists beside it', () => {
  const read: Importer = async (bytes, hints) => importList(bytes, hints)
  /** The list of November 2021 with a column multiplied, sent with what a person says of it. */
  const send = (
    times: number,
    fields: readonly ('rmax' | 'rpeak' | 'power')[],
    confirmed: boolean,
  ) => {
    const systems = snapshot('2021-11').map((system) => ({
      ...system,
      ...Object.fromEntries(
        fields.map((field) => [field, system[field] === null ? null : system[field] * times]),
      ),
    }))
    const upload = {
      bytes: new TextEncoder().encode(writeList(systems)),
      fileName: 'TOP500_202111.csv',
      edition: null,
      part: null,
      confirmed,
      expected: null,
    }
    return takeUpload(store, read, upload, true)
  }

  test.each([
    ['ten times too fast', 10, ['rmax', 'rpeak'], 'off-the-timeline'],
    ['a thousand times too fast', 1000, ['rmax', 'rpeak'], 'off-the-timeline'],
    ['with its power in W', 1000, ['power'], 'implausible-column'],
    ['with Rpeak a thousand times too great', 1000, ['rpeak'], 'implausible-column'],
  ] as const)(
    '%s is refused, and taken once a person has confirmed it',
    async (_, times, fields, code) => {
      const refused = await send(times, fields, false)
      if (refused.ok) throw new Error('The list was taken')
      const { more, issues, message } = refused.error
      expect(refused.error.code).toBe('refused-list')
      expect(more).toMatchObject({ confirm: 'figures', preview: { rows: 500, effect: null } })
      expect(issues?.[0]).toMatchObject({ severity: 'error', code })
      expect(message).toMatch(/June 2021|every published list/)

      const taken = await send(times, fields, true)
      if (!taken.ok) throw new Error(taken.error.message)
      expect(taken.value.body).toMatchObject({ edition: '2021-11', systems: 500 })
      expect(taken.value.body.issues[0]).toMatchObject({ severity: 'warning', code })
    },
  )

  test('is taken without a word where they fit', async () => {
    const taken = await send(1, [], false)
    if (!taken.ok) throw new Error(taken.error.message)
    expect(taken.value.body.issues).toEqual([])
  })

  test('is not asked about where something else is wrong, which no answer settles', async () => {
    const answer = await takeUpload(
      store,
      read,
      {
        bytes: new TextEncoder().encode(writeList(snapshot('2021-11').slice(0, 400))),
        fileName: 'TOP500_202111.csv',
        edition: null,
        part: null,
        confirmed: true,
        expected: null,
      },
      true,
    )
    expect(answer.ok ? null : answer.error.issues?.[0]?.code).toBe('incomplete-list')
    expect(answer.ok ? null : answer.error.more).not.toHaveProperty('confirm')
  })
})
