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

/**
 * Whether a page holds a class (`.sentence`) or a piece of markup (`<table`, ` open="`).
 * @param {string} html
 * @returns {(need: string) => boolean}
 */
function holdings(html) {
  const lists = new Set()
  for (const [, list] of html.matchAll(/ class="([^"]*)"/g)) lists.add(list)
  const known = new Map()
  for (const list of lists)
    for (const name of unescaped(list).split(/\s+/)) known.set(`.${name}`, true)
  return (need) => {
    const found = known.get(need)
    if (found !== undefined || need.startsWith('.')) return found === true
    const holds = EARLY.has(need) || html.includes(need)
    known.set(need, holds)
    return holds
  }
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
export function firstStyles({ layers, pieces }, html) {
  const found = matter(pieces, holdings(html))
  const certain = textOf(found.filter(({ uses }) => uses === undefined))
  return layers + textOf(found.filter(({ uses }) => uses === undefined || certain.includes(uses)))
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
