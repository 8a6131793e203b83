import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { KINDS } from '@/lib/figure/kinds'
import { REFUSALS } from '@/lib/http/refusal'
import { PICTURE_PARAMETERS } from '@/lib/link/picture'
import { PRESETS } from '@/lib/link/preset'
import { FORMATS } from '@/lib/picture/picture'

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
