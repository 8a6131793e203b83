import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type Importer, takeUpload } from '@/lib/http/list-api'
import { refuse } from '@/lib/http/refusal'
import { openBundled } from '@/lib/store/bundled'
import { openFolder } from '@/lib/store/folder'
import { openOverlay } from '@/lib/store/overlay-store'

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

test('a reader is told the sums of the lists that are there, and nothing else of them', async () => {
  let given: unknown[] = []
  await answerTo(async (_, { neighbours }) => {
    given = [...neighbours]
    return { ok: false, error: 'busy' }
  })
  expect(given).toHaveLength(67)
  expect(given.at(-10)).toEqual({ edition: '2021-11', rmaxSum: 3036861.78377 })
})
