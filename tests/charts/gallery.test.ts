import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  CASES,
  comparisonOf,
  KEPT,
  sceneOf,
  snapshotOf,
  TIME_CASES,
  TIME_VIEWS,
  timeSceneOf,
  VIEWS,
} from './cases'

// After a change that is meant: npm run gallery -- --update, and look at what it changed.
describe.each(Object.entries(VIEWS))('the gallery’s view “%s”', (name, change) => {
  const compared = comparisonOf(change)

  it.each(CASES.filter(({ view }) => view === name))(
    'is drawn as it is kept in $file',
    ({ file, kind, frame, mode }) => {
      const drawn = snapshotOf(sceneOf(kind, compared, frame), mode)
      expect(drawn).toBe(readFileSync(join(KEPT, file), 'utf8'))
    },
  )
})

describe.each(Object.keys(TIME_VIEWS))('the gallery’s view through time “%s”', (name) => {
  it.each(TIME_CASES.filter(({ view }) => view === name))(
    'is drawn as it is kept in $file',
    ({ file, kind, query, frame, mode }) => {
      const drawn = snapshotOf(timeSceneOf(kind, query, frame), mode)
      expect(drawn).toBe(readFileSync(join(KEPT, file), 'utf8'))
    },
  )
})

describe('the gallery', () => {
  it('keeps nothing else', () => {
    const kept = readdirSync(KEPT, { recursive: true, encoding: 'utf8' })
    expect(kept.filter((file) => file.endsWith('.svg')).sort()).toEqual(
      [...CASES, ...TIME_CASES].map(({ file }) => file).sort(),
    )
  })

  it('shows each chart in each of the seven presets and both themes, and each other view too', () => {
    const opened = CASES.filter(({ view }) => view === 'as-opened')
    expect(opened).toHaveLength(3 * 7 * 2)
    for (const view of Object.keys(VIEWS))
      expect(CASES.filter((one) => one.view === view).length).toBeGreaterThanOrEqual(6)
  })
})
