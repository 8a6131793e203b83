import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { ATTEMPTS, VERIFICATIONS, WRITES } from '@/lib/access/rate'
import { FIELDS } from '@/lib/claim/fields'
import { PATTERNS } from '@/lib/claim/pattern'
import { DIMENSIONS } from '@/lib/compare/grouping'
import { LONGEST_NAME } from '@/lib/compare/organisations'
import { TIME_METRICS } from '@/lib/compare/time-metric'
import { WAYS } from '@/lib/compare/way'
import { DRAWING_LIMITS } from '@/lib/export/drawing-pool'
import { READING_LIMITS } from '@/lib/export/read-provenance'
import { KINDS } from '@/lib/figure/kinds'
import { REFUSALS } from '@/lib/http/refusal'
import { PICTURE_LIMITS, PICTURE_PARAMETERS } from '@/lib/link/picture'
import { PRESETS } from '@/lib/link/preset'
import { DEFAULT_TIME_VIEW, type TimeView, timeParams } from '@/lib/link/time-view'
import { MOST_BESIDE } from '@/lib/link/view'
import { POOL_LIMITS } from '@/lib/list/import-pool'
import { LIMITS } from '@/lib/list/limits'
import { FORMATS } from '@/lib/picture/picture'
import { LARGEST_FORM, MOST_PARTS } from '@/scripts/front/forms'
import { MOST_BYTES } from '@/scripts/front/kept'

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
  ranks: 'printed',
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

  it('tell every limit with the figure that the program has', () => {
    const hosting = read('docs/hosting.md').replace(/\s+/g, ' ')
    const many = (count: number) => count.toLocaleString('en')
    const megabytes = (bytes: number) => `${bytes / 1024 ** 2} MB`
    const told = [
      `| ${megabytes(LIMITS.bytes)}; ${megabytes(LIMITS.inflated)} inflated; ${many(LIMITS.parts)} parts and ${LIMITS.sheets} sheets`,
      `${LIMITS.lists} lists; ${many(LIMITS.rows)} rows and ${LIMITS.columns} columns a sheet; ${many(LIMITS.cell)} characters a cell`,
      `${POOL_LIMITS.memory} MB and ${POOL_LIMITS.time / 1000} seconds a file; ${POOL_LIMITS.waiting.files} files or ${megabytes(POOL_LIMITS.waiting.bytes)} wait`,
      `${megabytes(READING_LIMITS.bytes)}, ${many(READING_LIMITS.elements)} elements, ${many(READING_LIMITS.chunks)} chunks; ${VERIFICATIONS.points} a minute`,
      `${many(PICTURE_LIMITS.width[0])} to ${many(PICTURE_LIMITS.width[1])} by ${many(PICTURE_LIMITS.height[0])} to ${many(PICTURE_LIMITS.height[1])} pixels, ${PICTURE_LIMITS.pixels / 1e6} million pixels`,
      `${DRAWING_LIMITS.time / 1000} seconds each; ${DRAWING_LIMITS.waiting.tasks} wait`,
      `| ${WRITES.points} a minute from one address`,
      `| ${ATTEMPTS.points} in five minutes from one address`,
      `| ${Math.floor(LARGEST_FORM / 1024 ** 2)} MB, ${MOST_PARTS} parts |`,
      `${MOST_BESIDE} beside the focus, names of ${LONGEST_NAME} letters`,
      `at most ${megabytes(MOST_BYTES)} of finished views`,
    ]
    expect(told.filter((limit) => !hosting.includes(limit))).toEqual([])
    expect([WRITES.seconds, VERIFICATIONS.seconds, ATTEMPTS.seconds]).toEqual([60, 60, 300])
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

describe('the README', () => {
  const readme = read('README.md')

  it('names no file or folder that is not there, in its tree and in its recipes', () => {
    const named = [
      ...readme.matchAll(
        /(?:^|[`(\s])((?:app|components|data|docs|lib|scripts|tests|bench)\/[\w./[\]-]*)/gm,
      ),
    ].map(([, path = '']) => path.replace(/\.$/, ''))
    expect(named.length).toBeGreaterThan(60)
    // What a command would write is no file of the project.
    expect(
      named.filter((path) => !existsSync(join(ROOT, path)) && !path.startsWith('data/lists/')),
    ).toEqual([])
  })

  it('has a line in its tree for every layer, and no other', () => {
    const layers = readdirSync(join(ROOT, 'lib')).map((name) => `lib/${name}`)
    const lines = [...readme.matchAll(/(?:^|; )(lib\/\w+)\/ {1,}/gm)].map(([, path = '']) => path)
    expect(lines.filter((path) => !layers.includes(path))).toEqual([])
    expect(layers.filter((path) => !readme.includes(`${path}/`))).toEqual([])
  })

  it('tells only commands that there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const told = [...readme.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name)
    expect(told.length).toBeGreaterThan(5)
    expect(told.filter((name) => !(name in scripts))).toEqual([])
  })

  // A recipe is true where the table that it sends to is there, and holds rows of the kind that it adds.
  it.each([
    ['an organisation', 'data/organisations/organisations.ts', "key: 'azure'"],
    ['a metric', 'lib/compare/metric.ts', "id: 'best-rank'"],
    ['a metric through time', 'lib/compare/time-metric.ts', "id: 'newcomers'"],
    ['a way to draw figures over time', 'lib/compare/way.ts', "way: 'stacked'"],
    ['a way to group systems', 'lib/compare/grouping.ts', "key: 'country'"],
    ['a chart', 'lib/figure/kinds.ts', 'rankRmax'],
    ['a chart’s page', 'lib/figure/kind.ts', 'changes: ChangesAsked'],
    ['what a page’s link leads to', 'app/subject.ts', 'comparison: async'],
    ['a layout', 'lib/scene/lay.ts', 'bands'],
    ['a mark', 'lib/scene/marks/marks.ts', 'dot'],
    ['a field', 'lib/model/field.ts', "key: 'rmax'"],
    ['a unit', 'lib/list/columns.ts', 'TFlop'],
    ['a claim', 'data/claims/article.ts', "id: '"],
    ['a condition', 'lib/claim/condition.ts', 'top'],
    ['a word of a claim', 'data/claims/words.ts', 'CONDITION_WORDS'],
    ['an announced system', 'data/reported/reported.ts', 'OpenAI'],
    ['a milestone', 'data/reported/milestones.ts', 'Satya Nadella'],
    ['a size of pictures', 'lib/link/preset.ts', "id: 'article'"],
    ['a script of letters', 'lib/scene/script.ts', 'arabic'],
    ['a page', 'components/site-header.tsx', "href: '/time'"],
  ])('sends whoever adds %s to the table that holds its kind, %s', (_, table, row) => {
    expect(readme).toContain(`\`${table}\``)
    expect(read(table).toLowerCase()).toContain(row.toLowerCase())
  })
})
