import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { FIELDS } from '@/lib/claim/fields'
import { PATTERNS } from '@/lib/claim/pattern'
import { DIMENSIONS } from '@/lib/compare/grouping'
import { TIME_METRICS } from '@/lib/compare/time-metric'
import { WAYS } from '@/lib/compare/way'
import { KINDS } from '@/lib/figure/kinds'
import { REFUSALS } from '@/lib/http/refusal'
import { PICTURE_PARAMETERS } from '@/lib/link/picture'
import { PRESETS } from '@/lib/link/preset'
import { DEFAULT_TIME_VIEW, type TimeView, timeParams } from '@/lib/link/time-view'
import { FORMATS } from '@/lib/picture/picture'

/** A view that differs from that of a bare link in everything. */
const ALL_OTHERWISE = {
  metric: 'rmax',
  of: 'country',
  focus: 'meta',
  beside: [],
  top: 3,
  since: '2000-06',
  until: '2021-11',
  way: 'stacked',
  axis: 'log',
  joint: 'first',
  copies: 'distinct',
  milestones: false,
  theme: 'dark',
  rows: 'all',
} as const satisfies TimeView

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true }).flatMap(
    (entry) =>
      entry.isFile() && /\.[tj]sx?$/.test(entry.name)
        ? [join(entry.parentPath, entry.name).slice(ROOT.length)]
        : [],
  )
}

describe('the documents', () => {
  it('list every refusal with its status and when it comes', () => {
    const api = read('docs/api.md')
    for (const [code, { status, when }] of Object.entries(REFUSALS))
      expect(api).toContain(`| \`${code}\` | ${status} | ${when} |`)
  })

  it('name every kind, format, size and parameter of a picture', () => {
    const api = read('docs/api.md')
    const names = [
      ...KINDS.map(({ key }) => key),
      ...Object.keys(FORMATS),
      ...PRESETS.map(({ id }) => id),
      ...PICTURE_PARAMETERS,
    ]
    expect(names.filter((name) => !api.includes(`\`${name}\``))).toEqual([])
  })

  it('name every parameter of the page through time, and everything that is followed on it', () => {
    const api = read('docs/api.md')
    const names = [
      ...timeParams({ ...DEFAULT_TIME_VIEW, ...ALL_OTHERWISE }).keys(),
      ...TIME_METRICS.map(({ id }) => id),
      ...DIMENSIONS.map(({ key }) => key),
      ...WAYS.map(({ way }) => way),
    ]
    // What every page takes is told elsewhere.
    const own = names.filter((name) => !['theme', 'rows'].includes(name))
    expect(own.length).toBeGreaterThan(40)
    expect(own.filter((name) => !api.includes(`\`${name}\``))).toEqual([])
  })

  it('name every pattern of claims with its fields, and every choice of a field', () => {
    const api = read('docs/api.md')
    for (const { key, fields } of PATTERNS)
      expect(api).toContain(`| \`${key}\` | ${fields.map((field) => `\`${field}\``).join(', ')} |`)
    const choices = Object.values(FIELDS).flatMap(({ choices: all, label }) =>
      all && label !== 'Unit' ? all.map(({ value }) => value) : [],
    )
    expect(choices.filter((value) => !api.includes(`\`${value}\``))).toEqual([])
  })

  it('name every address of the API', () => {
    const api = read('docs/api.md')
      .replaceAll('2021-11', '[name]')
      .replaceAll('180024', '[key]')
      .replaceAll('{kind}.{format}', '[file]')
      .replaceAll('{kind}', '[kind]')
      .replaceAll('/api/…', '/api/[...path]')
    const routes = sources('app/api').flatMap((file) =>
      file.endsWith('/route.ts') ? [`/${file.slice('app/'.length, -'/route.ts'.length)}`] : [],
    )
    expect(routes.length).toBeGreaterThan(8)
    expect(routes.filter((route) => !api.includes(route))).toEqual([])
  })

  it('name every variable of the environment that the program reads', () => {
    const hosting = read('docs/hosting.md')
    const variables = new Set(
      [...sources('lib'), ...sources('app'), 'scripts/listen.js', 'instrumentation.ts'].flatMap(
        (file) =>
          [...read(file).matchAll(/\benv\.([A-Z][A-Z0-9_]+)|\b(AZURE_[A-Z_]+):/g)].map(
            ([, name, alias]) => name ?? alias ?? '',
          ),
      ),
    )
    const ours = [...variables].filter((name) => !/^(NODE_|NEXT_)/.test(name))
    expect(ours.length).toBeGreaterThan(7)
    expect(ours.filter((name) => !hosting.includes(`\`${name}\``))).toEqual([])
  })
})
