/**
 * What of a style sheet a page needs for its first paint stands in the page; the whole sheet comes after that, in the
 * same order of layers, so that nothing changes by it. `scripts/styles.js` takes the sheets of a build apart.
 */

/** How Next asks for a style sheet. */
const SHEET = /<link rel="stylesheet" href="([^"]+)"[^>]*\/>/g

/** Attributes that a script in the head sets before anything is painted; see `components/font-script.tsx`. */
const EARLY = new Set([' data-inter="'])

const ENTITIES = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&#39;': "'",
}
const unescaped = (text) =>
  text.replace(/&(?:amp|lt|gt|quot|#x27|#39);/g, (entity) => ENTITIES[entity])

/** What finds the classes of a page and each piece of markup that a sheet asks for, by the sheet. */
const finders = new WeakMap()

function finderOf(sheet) {
  const known = finders.get(sheet)
  if (known) return known
  // `<th` begins `<thead`, too.
  const markup = sheet.markup
    .filter((piece) => !EARLY.has(piece))
    .sort((a, b) => b.length - a.length)
  const finder = new RegExp([' class="([^"]*)"', ...markup].join('|'), 'g')
  finders.set(sheet, finder)
  return finder
}

/**
 * Says whether a page holds a class (`.sentence`) or a piece of markup (`<table`, ` open="`).
 * @param {import('../styles.js').Sheet} sheet
 * @param {string} html
 * @returns {(need: string) => boolean}
 */
function holdings(sheet, html) {
  const lists = new Set()
  const held = new Set(EARLY)
  for (const [markup, list] of html.matchAll(finderOf(sheet)))
    if (list === undefined) held.add(markup)
    else lists.add(list)
  for (const list of lists) for (const name of unescaped(list).split(/\s+/)) held.add(`.${name}`)
  return (need) => held.has(need)
}

/** The pieces that matter for a page. @param {import('../styles.js').Piece[]} pieces */
function matter(pieces, holds) {
  return pieces.flatMap((piece) => {
    if (piece.css !== undefined) return [piece]
    if (piece.pieces !== undefined) {
      const own = matter(piece.pieces, holds)
      return own.length > 0 ? [{ css: `${piece.head}{${textOf(own)}}` }] : []
    }
    const selectors = piece.selectors.filter(({ needs }) => needs.every(holds))
    return selectors.length > 0
      ? [{ css: selectors.map(({ text }) => text).join(',') + piece.body }]
      : []
  })
}

const textOf = (pieces) => pieces.map(({ css }) => css).join('')

/**
 * What of a style sheet matters before somebody touches a page.
 * @param {import('../styles.js').Sheet} sheet
 */
export function firstStyles(sheet, html) {
  const found = matter(sheet.pieces, holdings(sheet, html))
  const certain = textOf(found.filter(({ uses }) => uses === undefined))
  return (
    sheet.layers + textOf(found.filter(({ uses }) => uses === undefined || certain.includes(uses)))
  )
}

/** Makes the whole sheets count; they are fetched as for paper, as no browser waits for those. */
const WHOLE =
  "addEventListener('load',function(){setTimeout(function(){document.querySelectorAll('link[rel=stylesheet][media=print]').forEach(function(sheet){sheet.media='all'})})})"

const END = '</body>'

/**
 * Puts into a page what it needs of its style sheets for its first paint, and lets the sheets themselves come later; where
 * there is no script they count as before. A page with a sheet that is not known stays as it is.
 * @param {string} html
 * @param {{ nonce: string, sheets: Readonly<Record<string, import('../styles.js').Sheet>> }} page its nonce, and the style
 *   sheets that are known, by their addresses.
 * @returns {string}
 */
export function withFirstStyles(html, { nonce, sheets }) {
  const asked = [...html.matchAll(SHEET)].map(([, href]) => href)
  const end = html.lastIndexOf(END)
  if (asked.length === 0 || end < 0 || !asked.every((href) => Object.hasOwn(sheets, href)))
    return html
  const body = html
    .slice(0, end)
    .replace(
      SHEET,
      (whole, href) =>
        `<style data-precedence="next">${firstStyles(sheets[href], html)}</style>` +
        `<noscript>${whole}</noscript>${whole.replace('/>', ' media="print"/>')}`,
    )
  return `${body}<script nonce="${nonce}">${WHOLE}</script>${html.slice(end)}`
}
