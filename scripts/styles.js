import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import postcss from 'postcss'
import { ROOT, SHEETS } from './run.js'

/** Where Next leaves the style sheets of a build, and under which address it serves them. */
const BUILT = { folder: join(ROOT, '.next/static'), address: '/_next/static' }

/**
 * A piece of a style sheet, and what a page must hold for it to matter before somebody touches the page: classes
 * (`.sentence`), and pieces of markup (`<table`, ` open="`); of several selectors one is enough.
 * @typedef {{ css: string, uses?: string } | { body: string, selectors: { text: string, needs: string[] }[] }
 *   | { head: string, pieces: Piece[] }} Piece
 * `uses`: it matters only where this stands in what matters.
 *
 * @typedef {{ layers: string, markup: string[], pieces: Piece[] }} Sheet
 * `layers` says their order; `markup`: every piece of markup that its rules ask for.
 */

/** What matters once a pointer, a finger or the keyboard is there. */
const TOUCHED =
  /:(?:hover|focus|focus-visible|focus-within|active|-moz-focusring|-moz-ui-invalid)(?![\w-])|::(?:selection|backdrop)/

/** Parts of fields that browsers draw, and the markup of the fields that have them. */
const FIELD_PARTS = [
  [/::file-selector-button/, ' type="file"'],
  [/::-webkit-(?:date|calendar)/, ' type="date'],
  [/::-webkit-(?:inner|outer)-spin/, ' type="number"'],
  [/::-webkit-search/, ' type="search"'],
  [/::placeholder/, ' placeholder="'],
]

/** An escape in a selector, and where the character that it stands for is put meanwhile: no selector holds one of there. */
const ESCAPE = /\\(?:([0-9a-f]{1,6})\s?|(.))/giu
const ELSEWHERE = 0xf0000
const hidden = (selector) =>
  selector.replace(ESCAPE, (_, code, char) =>
    String.fromCodePoint(ELSEWHERE + (code ? Number.parseInt(code, 16) : char.codePointAt(0))),
  )
const shown = (text) =>
  text.replace(/[\u{f0000}-\u{10ffff}]/gu, (char) =>
    String.fromCodePoint(char.codePointAt(0) - ELSEWHERE),
  )

/** A pseudo-class with others in parentheses that hold none themselves. */
const FUNCTIONAL = /:([\w-]+)\(([^()]*)\)/g

/** A selector without its pseudo-classes of several choices and of what is not: what they ask for need not be there. */
function opened(selector) {
  const next = selector.replace(FUNCTIONAL, (_, name, inner) =>
    /^(?:is|where|has)$/.test(name) && !inner.includes(',') ? ` ${inner} ` : '',
  )
  return next === selector ? next : opened(next)
}

/** What a page must hold for a selector to mean anything before it is touched; null where it means nothing until then. */
export function needsOf(selector) {
  const plain = opened(hidden(selector))
  if (TOUCHED.test(plain)) return null
  const attributes = [...plain.matchAll(/\[([\w-]+)/g)].map(([, name]) => ` ${name}="`)
  const rest = plain.replace(/\[[^\]]*\]/g, '')
  const classes = [...rest.matchAll(/\.((?:[\w-]|[^\0-\x7f])+)/gu)].map(
    ([, name]) => `.${shown(name)}`,
  )
  const tags = [...rest.matchAll(/(?:^|[\s>+~])([a-z][a-z0-9]*)/g)].map(([, name]) => `<${name}`)
  const fields = FIELD_PARTS.flatMap(([part, markup]) => (part.test(rest) ? [markup] : []))
  return [...new Set([...attributes, ...classes, ...tags, ...fields])]
}

/** What matters on paper, in forced colours (which browsers force at once), or where a browser knows too little. */
const LATER = {
  page: /./,
  media: /^(?:print\b|\(forced-colors)/,
  supports: /^\(\(\(-webkit-hyphens|^\(not \(\(-webkit-appearance/,
}

/** A part of a sheet as a piece; none where it can wait. @returns {Piece[]} */
function pieceOf(node) {
  if (node.type === 'rule') {
    const selectors = node.selectors.flatMap((text) => {
      const needs = needsOf(text)
      return needs === null ? [] : [{ text, needs }]
    })
    const body = node.toString().slice(node.selector.length)
    return selectors.length > 0 ? [{ body, selectors }] : []
  }
  if (node.type !== 'atrule' || LATER[node.name]?.test(node.params)) return []
  if (node.name === 'property')
    // One without a value of its own says no more than that children do not inherit it.
    return /initial-value/.test(`${node}`) ? [{ css: `${node}`, uses: `var(${node.params}` }] : []
  if (node.name === 'keyframes') return [{ css: `${node}`, uses: node.params }]
  if (node.name === 'layer' && !node.nodes) return []
  if (node.name === 'font-face' || !node.nodes) return [{ css: `${node};`.replace('};', '}') }]
  const pieces = node.nodes.flatMap(pieceOf)
  return pieces.length > 0 ? [{ head: `@${node.name} ${node.params}`, pieces }] : []
}

/** Everything that the rules of some pieces ask for. */
const asked = (pieces) =>
  pieces.flatMap((piece) =>
    piece.pieces ? asked(piece.pieces) : (piece.selectors ?? []).flatMap(({ needs }) => needs),
  )

/** A path within a style sheet that does not begin at the root. */
const RELATIVE = /url\((["']?)(\.[^"')]+)\1\)/g

/**
 * Takes a style sheet apart into what may matter for the first paint.
 * @param {string} address where the sheet is had from, as paths in it are relative to that.
 * @returns {Sheet}
 */
export function sheetOf(css, address) {
  const root = postcss.parse(css)
  root.walkDecls((declaration) => {
    declaration.value = declaration.value.replace(
      RELATIVE,
      (_, __, path) => `url(${new URL(path, `http://site${address}`).pathname})`,
    )
    // Prefixed declarations come several times over.
    const next = declaration.next()
    if (next?.toString() === declaration.toString()) declaration.remove()
  })
  const layers = []
  root.walkAtRules('layer', ({ params }) => {
    for (const name of params.split(/\s*,\s*/)) if (!layers.includes(name)) layers.push(name)
  })
  const pieces = root.nodes.flatMap(pieceOf)
  return {
    // Whichever pieces stand in a page, its layers have the order that they have in the whole sheet.
    layers: layers.length > 0 ? `@layer ${layers.join(',')};` : '',
    markup: [...new Set(asked(pieces))].filter((need) => !need.startsWith('.')),
    pieces,
  }
}

/** Takes the style sheets of a build apart, for the layer in front of the pages. */
export function writeSheets() {
  const files = readdirSync(BUILT.folder, { recursive: true })
    .map((file) => String(file).replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.css'))
  const sheets = files.map((file) => {
    const address = `${BUILT.address}/${file}`
    return [address, sheetOf(readFileSync(join(BUILT.folder, file), 'utf8'), address)]
  })
  writeFileSync(SHEETS, JSON.stringify(Object.fromEntries(sheets)))
}
