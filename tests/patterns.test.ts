import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type AnyNode, parse } from 'acorn'
import { transformSync } from 'esbuild'
import { isSafe } from 'redos-detector'
import nestsNoRepetition from 'safe-regex2'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const FOLDERS = ['app', 'components', 'data', 'lib', 'scripts'] as const
const FILES = ['proxy.ts', 'instrumentation.ts'] as const
const LOADERS = { ts: 'ts', tsx: 'tsx', js: 'js' } as const

/** An expression as it stands in a file. */
type Pattern = { file: string; expression: RegExp }

const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && 'type' in value

function* nodesOf(node: AnyNode): Generator<AnyNode> {
  yield node
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (isNode(child)) yield* nodesOf(child)
}

/** Everything that stands in a source text, types taken out. */
function syntaxOf(text: string, extension: keyof typeof LOADERS): AnyNode[] {
  const { code } = transformSync(text, {
    loader: LOADERS[extension],
    format: 'esm',
    target: 'esnext',
    jsx: 'automatic',
  })
  return [...nodesOf(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }))]
}

const expressionsIn = (nodes: readonly AnyNode[]) =>
  nodes.flatMap((node) =>
    node.type === 'Literal' && node.regex ? [new RegExp(node.regex.pattern, node.regex.flags)] : [],
  )

/** Whether a text builds expressions while it runs, which nobody can look at here. */
const buildsExpressions = (nodes: readonly AnyNode[]) =>
  nodes.some(
    (node) =>
      (node.type === 'NewExpression' || node.type === 'CallExpression') &&
      node.callee.type === 'Identifier' &&
      node.callee.name === 'RegExp',
  )

const sources = [
  ...FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true }).map((name) => `${folder}/${name}`),
  ),
  ...FILES,
].flatMap((file) => {
  const extension = /\.(tsx?|js)$/.exec(file)?.[1]
  return extension && extension in LOADERS
    ? [{ file, nodes: syntaxOf(readFileSync(join(ROOT, file), 'utf8'), extension as 'ts') }]
    : []
})
const patterns: Pattern[] = sources.flatMap(({ file, nodes }) =>
  expressionsIn(nodes).map((expression) => ({ file, expression })),
)

/**
 * Whether an expression can be shown not to run wild: either no repetition stands in another, or the number of ways in
 * which it can read a text is bounded.
 */
const isShownSafe = (expression: RegExp) =>
  nestsNoRepetition(expression, { limit: 1000 }) ||
  isSafe(expression, { maxScore: 1000, timeout: 10_000 }).safe

/** A text of about 30,000 characters, as many as a cell may have: `before`, then `again` many times, then `after`. */
const attack = (before: string, again: string, after: string) =>
  before + again.repeat(30_000 / again.length) + after

/**
 * Expressions that nest repetitions that the checkers cannot prove bounded, as their counts are too high; each with the
 * worst texts that are known for it. A row for an expression that is no longer there is an error.
 */
const ATTACKED: readonly { begins: string; texts: readonly string[] }[] = [
  {
    begins: '<(?:\\w{1,9}:)?Override\\b',
    texts: [attack('', '<abcdefghi:', ''), attack('<Override', ' ', '<')],
  },
  {
    begins: '^(?!__MACOSX\\/)(?:.*\\/)?[^/.]',
    texts: [attack('', 'a/', ''), attack('', 'a', '/'), attack('a/', 'a.xls', '?')],
  },
  {
    begins: '^\\s*(?:\\d{4}[-/.]',
    texts: [attack('', ' ', '!'), attack('2021-11-01', ' ', '!'), attack('', 'a', '-')],
  },
  {
    begins: "^\\s*'?(?:[=#]|t(?:ie)?",
    texts: [
      attack('', ' ', '!'),
      attack('', '1', '!'),
      attack('1', ' ', '!'),
      attack('t', ' ', 't'),
    ],
  },
  {
    begins: '^(?:<\\?xml[^>]{0,200}>\\s*)?(?:<!--[\\s\\S]{0,2000}?',
    texts: [attack('<?xml>', ' ', '!'), attack('<!--', '-->', '!'), attack('<!-- -->', ' ', '<!')],
  },
  {
    begins: '^(?:\\d+|[1-9]\\d{0,2}(?:,\\d{3})+',
    texts: [attack('1', ',111', '!'), attack('', '1', '!'), attack('1', ',11', ',1')],
  },
  {
    begins: '^(?:\\d+|[1-9]\\d{0,2}(?:\\.\\d{3})+',
    texts: [attack('1', '.111', '!'), attack('', '1', '!'), attack('1', '.11', ',1')],
  },
  {
    begins: '^(?:<\\?xml[^>]*>\\s*)?(?:<!--(?:(?!-->)[\\s\\S]){0,2000}-->\\s*)*<office',
    texts: [attack('', '<!---->', '!'), attack('', '<!--', '-->'), attack('<!-- -->', ' ', '<!')],
  },
  {
    begins: '^(?:<\\?xml[^>]*>\\s*)?[\\s\\S]{0,2000}?urn:schemas',
    texts: [attack('<?xml>', ' ', '!'), attack('<?xml>', 'urn:schemas-', '')],
  },
  {
    begins: '^(?:<\\?xml[^>]{0,200}\\?>\\s*)?(?:<!--(?:(?!-->)',
    texts: [
      attack('', '<!---->', '!'),
      attack('<!DOCTYPE.L', '<LIST<LIST-5', '>'),
      attack('<!doctype ', '<list', ' top500'),
    ],
  },
]
const attackedBy = ({ source }: RegExp) => ATTACKED.find(({ begins }) => source.startsWith(begins))

describe('the regular expressions of the program', () => {
  it('are found', () => {
    expect(patterns.length).toBeGreaterThan(150)
    expect(expressionsIn(syntaxOf('const a: RegExp = /x+/u\nf(/y/)', 'ts'))).toEqual([/x+/u, /y/])
  })

  it('are all written down, none is built of a text while the program runs', () => {
    const built = sources.filter(({ nodes }) => buildsExpressions(nodes)).map(({ file }) => file)
    expect(built).toEqual([])
    expect(buildsExpressions(syntaxOf('const a = new RegExp(text)', 'ts'))).toBe(true)
  })

  it('nest no repetition in another, unless it is shown not to run wild or stands under attack below', () => {
    const wild = patterns
      .filter(({ expression }) => !attackedBy(expression) && !isShownSafe(expression))
      .map(({ file, expression }) => `${file}: ${expression}`)
    expect(wild).toEqual([])
  })

  it('that are attacked are those that need it', () => {
    const needless = ATTACKED.filter(
      ({ begins }) => !patterns.some(({ expression }) => expression.source.startsWith(begins)),
    )
    expect(needless).toEqual([])
  })

  it.each(ATTACKED)('hold against texts made for them: $begins', ({ begins, texts }) => {
    for (const { expression } of patterns.filter(({ expression: { source } }) =>
      source.startsWith(begins),
    ))
      for (const text of texts) {
        const begun = process.cpuUsage()
        text.search(expression)
        // Microseconds of the processor: a machine that is busy otherwise makes no pattern run wild.
        expect(process.cpuUsage(begun).user).toBeLessThan(5_000_000)
      }
  })
})

describe('the checkers', () => {
  it.each([
    // What stopped the server with 196 bytes.
    /^\uFEFF?\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s>]/,
    /^(a+)+$/,
    /^(\d+,?)*$/,
    /^([a-z]+\s?)+$/,
  ])('find %s', (expression) => {
    expect(isShownSafe(expression)).toBe(false)
  })

  it.each([/^\d+(?:\.\d+)?$/, /^[!-~]+(?: [!-~]+)*$/, /^\d{1,3}(?:[ ']\d{3})+(?=$|[.,])/])(
    'let %s pass',
    (expression) => {
      expect(isShownSafe(expression)).toBe(true)
    },
  )
})
