/**
 * The style sheets of pages stand in the pages, whole: a browser asks for nothing before it paints, and no sheet that comes
 * later makes it style everything anew. Next itself would write them twice more into what React wakes a page from.
 */

/** How Next asks for a style sheet. */
const SHEET = /<link rel="stylesheet" href="([^"]+)"[^>]*\/>/g

/** A path within a style sheet that does not begin at the root. */
const RELATIVE = /url\((["']?)(\.[^"')]+)\1\)/g

/**
 * A style sheet as it can stand in a page.
 * @param {string} css
 * @param {string} address where the sheet is had from, as paths in it are relative to that.
 */
export function inlined(css, address) {
  return css
    .replace(RELATIVE, (_, __, path) => `url(${new URL(path, `http://site${address}`).pathname})`)
    .replaceAll('</', '<\\/')
}

/**
 * Puts its style sheets into a page. For React the sheets themselves stay there, as ones that are not asked for; a page
 * with a sheet that is not known stays as it is.
 * @param {string} html
 * @param {Readonly<Record<string, string>>} sheets what {@link inlined} makes of the sheets of a build, by their addresses.
 * @returns {string}
 */
export const withStyles = (html, sheets) =>
  html.replace(SHEET, (whole, href) =>
    Object.hasOwn(sheets, href)
      ? `<style data-precedence="next">${sheets[href]}</style>${whole.replace('/>', ' disabled/>')}`
      : whole,
  )
