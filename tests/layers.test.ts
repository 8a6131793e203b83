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
  { name: 'link', holds: /^lib\/link\// },
  { name: 'figure', holds: /^lib\/figure\// },
  { name: 'scene', holds: /^lib\/scene\// },
  { name: 'chart', holds: /^lib\/chart\// },
  { name: 'claims', holds: /^(?:lib|data)\/claims\// },
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

  test('knows our own files by their path from the root', () => {
    expect(whole('lib/compare/tie.ts', '../model/system')).toBe('lib/model/system')
    expect(whole('app/page.tsx', '@/lib/link/view')).toBe('lib/link/view')
    expect(whole('app/page.tsx', 'react')).toBe('react')
  })

  test('finds more than a few in this repository', () => {
    expect(IMPORTS.length).toBeGreaterThan(50)
  })
})
