import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** The layers from left to right; each may import itself and what stands left of it. */
const LAYERS: readonly { name: string; holds: RegExp }[] = [
  { name: 'model', holds: /^lib\/model\// },
  { name: 'process', holds: /^lib\/process\// },
  { name: 'names', holds: /^lib\/names\/|^data\/(?:names|families)\// },
  { name: 'list', holds: /^lib\/list\// },
  { name: 'store', holds: /^lib\/store\// },
  { name: 'record', holds: /^lib\/record\// },
  { name: 'compare', holds: /^lib\/compare\/|^data\/(?:organisations|reported)\// },
  { name: 'claim', holds: /^lib\/claim\/|^data\/claims\// },
  { name: 'link', holds: /^lib\/link\// },
  { name: 'figure', holds: /^lib\/figure\// },
  { name: 'scene', holds: /^lib\/scene\// },
  { name: 'picture', holds: /^lib\/picture\// },
  { name: 'export', holds: /^lib\/export\// },
  { name: 'access', holds: /^lib\/(?:access|http)\// },
  { name: 'components', holds: /^components\// },
  { name: 'app', holds: /^app\/|^(?:proxy|instrumentation)$/ },
]

/** What only some places may import. */
const RESERVED: readonly { what: RegExp; only: RegExp; because: string }[] = [
  {
    what: /^(?:react|react-dom|next|recharts)(?:\/|$)/,
    only: /^(?:components|app)\/|^proxy$/,
    because: 'lib knows neither React nor Next',
  },
  {
    what: /^recharts(?:\/|$)/,
    only: /^components\/charts\//,
    because: 'one folder holds Recharts',
  },
  {
    what: /^lib\/export\//,
    only: /^(?:lib\/export|app)\//,
    because: 'the server alone writes files',
  },
]

type Import = { from: string; what: string }

/** Source files of a folder, as paths from the root without their extension. */
function sources(folder: string): string[] {
  if (!existsSync(join(ROOT, folder))) return []
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return sources(path)
    return /\.tsx?$/.test(entry.name) ? [path] : []
  })
}

/** Every module that a source text names: imports, exports from elsewhere, and imports while running. */
function named(text: string): string[] {
  const found = text.matchAll(
    /^(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm,
  )
  return [...found].map(([, from, alone, late]) => from ?? alone ?? late ?? '')
}

/** The modules that a source text needs while it runs: not those of which it takes types only. */
function needed(text: string): string[] {
  const types =
    /^(?:import|export)\s+(?:type\b[^'"`;]*?|\{(?:\s*type\s+[\w$]+(?:\s+as\s+[\w$]+)?\s*,?)+\s*\}\s*)\bfrom\s*['"][^'"]+['"]/gm
  return named(text.replace(types, ''))
}

/** A module's name as a path from the root where it is one of ours, else as it stands. */
function whole(from: string, what: string): string {
  if (what.startsWith('@/')) return what.slice(2).replace(/\.(?:tsx?|js)$/, '')
  if (what.startsWith('.'))
    return posix.join(posix.dirname(from), what).replace(/\.(?:tsx?|js)$/, '')
  return what
}

/** Files that import one another in a circle, each circle once, as a way around it. */
function circlesOf(imports: readonly Import[]): string[] {
  const next = new Map<string, string[]>()
  for (const { from, what } of imports) next.set(from, [...(next.get(from) ?? []), what])
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (file: string, way: readonly string[]) => {
    const at = way.indexOf(file)
    if (at >= 0) circles.push([...way.slice(at), file].join(' → '))
    if (at >= 0 || done.has(file)) return
    for (const what of next.get(file) ?? []) visit(what, [...way, file])
    done.add(file)
  }
  for (const file of next.keys()) visit(file, [])
  return circles
}

const layerOf = (path: string) => LAYERS.findIndex(({ holds }) => holds.test(path))

const FILES = [
  ...['lib', 'data', 'components', 'app'].flatMap(sources),
  'proxy.ts',
  'instrumentation.ts',
]
const IMPORTS: Import[] = FILES.flatMap((file) => {
  const from = file.replace(/\.tsx?$/, '')
  return named(readFileSync(join(ROOT, file), 'utf8')).map((what) => ({
    from,
    what: whole(file, what),
  }))
})

describe('the layers', () => {
  test('hold every source file', () => {
    const homeless = FILES.filter((file) => layerOf(file.replace(/\.tsx?$/, '')) < 0)
    expect(homeless).toEqual([])
  })

  test('import only what stands left of them', () => {
    const wrong = IMPORTS.filter(
      ({ from, what }) => layerOf(what) >= 0 && layerOf(what) > layerOf(from),
    )
    expect(wrong).toEqual([])
  })

  test('import one another in no circle, not even by a type', () => {
    expect(circlesOf(IMPORTS)).toEqual([])
  })

  test('import nothing from tests, scripts or the bench', () => {
    expect(IMPORTS.filter(({ what }) => /^(?:tests|scripts|bench)\//.test(what))).toEqual([])
  })

  test('let nothing that runs in a browser need Node, a native module or what only the server has', () => {
    const texts = new Map(
      FILES.map((file) => [file.replace(/\.tsx?$/, ''), readFileSync(join(ROOT, file), 'utf8')]),
    )
    const browser = [...texts].flatMap(([file, text]) => (/^'use client'/.test(text) ? [file] : []))
    expect(browser.length).toBeGreaterThan(5)
    const seen = new Set<string>()
    const wrong: string[] = []
    const visit = (file: string, way: string) => {
      if (/^node:|^(?:pdfkit|fontkit|@resvg\/|next\/headers)|^lib\/export\//.test(file))
        wrong.push(way)
      if (seen.has(file)) return
      seen.add(file)
      for (const what of needed(texts.get(file) ?? '')) {
        const next = whole(file, what)
        visit(next, `${way} → ${next}`)
      }
    }
    for (const file of browser) visit(file, file)
    expect(wrong).toEqual([])
  })

  test.each(RESERVED)('keep to their places: $because', ({ what, only }) => {
    const wrong = IMPORTS.filter((one) => what.test(one.what) && !only.test(one.from))
    expect(wrong).toEqual([])
  })
})

describe('the search for circles', () => {
  test('finds one of two files, one of three, and one of a file with itself', () => {
    const imports = (text: string) =>
      text.split(' ').map((pair) => {
        const [from = '', what = ''] = pair.split('>')
        return { from, what }
      })
    expect(circlesOf(imports('a>b b>c c>d a>c'))).toEqual([])
    expect(circlesOf(imports('a>b b>a'))).toEqual(['a → b → a'])
    expect(circlesOf(imports('x>a a>b b>c c>a'))).toEqual(['a → b → c → a'])
    expect(circlesOf(imports('a>a'))).toEqual(['a → a'])
  })
})

describe('the reading of imports', () => {
  test('finds each way of naming a module', () => {
    const text = [
      "import { a } from './a'",
      "import type {\n  B,\n} from '../b'",
      "export { c } from '@/lib/c'",
      "import './style.css'",
      "const late = () => import('./late')",
      "const no = 'import nothing'",
    ].join('\n')
    expect(named(text)).toEqual(['./a', '../b', '@/lib/c', './style.css', './late'])
  })

  test('leaves out those of which a module takes types only', () => {
    const text = [
      "import type { A } from './a'",
      "import { type B } from './b'",
      "import { c, type D } from './c'",
      "export type { E } from './e'",
      "import './f'",
    ].join('\n')
    expect(needed(text)).toEqual(['./c', './f'])
  })

  test('knows our own files by their path from the root', () => {
    expect(whole('lib/compare/tie.ts', '../model/system')).toBe('lib/model/system')
    expect(whole('app/page.tsx', '@/lib/link/view')).toBe('lib/link/view')
    expect(whole('app/page.tsx', 'react')).toBe('react')
  })

  test('finds more than a few in this repository', () => {
    expect(IMPORTS.length).toBeGreaterThan(50)
  })
})
