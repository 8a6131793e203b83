import { createHash } from 'node:crypto'

/**
 * Where what a page needs only once somebody comes near is to be had. Next writes what React wakes the page from into the
 * page itself, which makes it twice as long as what a reader sees, and loads its scripts at once.
 */
const LATER = '/later'

/** Script tags of a page, their attributes and what stands between, and tags that announce a file. */
const SCRIPTS = /<script\b([^>]*)>([\s\S]*?)<\/script>/g
const LINKS = /<link\b([^>]*)>/g

/** How Next begins a script that does nothing but push what React wakes the page from to a list. */
const FLIGHT = ['(self.__next_f=self.__next_f||[]).push(', 'self.__next_f.push(']

/** Next's own scripts in files; one for browsers without modules stays where it is. */
const CHUNK = /\ssrc="(\/_next\/[^"]+)"/

/** How the script begins that keeps Next's waiting; see `components/approach-script.tsx`. */
const WAITS = 'self.__next_s='

const END = '</body>'

const nameOf = (text) => createHash('sha256').update(text).digest('base64url').slice(0, 22)

/** A text that can stand in a script of a page. */
const literal = (value) => JSON.stringify(value).replaceAll('<', '\\u003c')

/**
 * Takes out of a page what it needs only once somebody comes near; `components/approach-script.tsx` fetches that. A page
 * that Next has written in another way than it is known to stays as it is.
 * @param {string} html
 * @param {{ nonce: string, address: string | null }} page its nonce, and where what React wakes it from will be asked for;
 *   null where that stays in the page, as nobody keeps it, and only Next's scripts wait.
 * @returns {{ html: string, flight: string | null }} `flight`: what React wakes it from, as one script, where it was taken out.
 */
export function setAside(html, { nonce, address }) {
  const flight = []
  const chunks = []
  const rest = html.replace(SCRIPTS, (whole, attributes, text) => {
    if (FLIGHT.some((begin) => text.startsWith(begin))) {
      flight.push(text)
      return address === null ? whole : ''
    }
    const [, chunk] = CHUNK.exec(attributes) ?? []
    if (chunk === undefined || attributes.includes(' noModule')) return whole
    chunks.push(chunk)
    return ''
  })
  const end = rest.lastIndexOf(END)
  if (!html.includes(WAITS) || flight.length === 0 || chunks.length === 0 || end < 0)
    return { html, flight: null }
  const body = rest
    .slice(0, end)
    .replace(LINKS, (whole, attributes) => (attributes.includes(' as="script"') ? '' : whole))
  const late = `self.later=${literal(address === null ? chunks : [address, ...chunks])}`
  return {
    html: `${body}<script nonce="${nonce}">${late}</script>${rest.slice(end)}`,
    flight: address === null ? null : flight.join(';\n'),
  }
}

/** Where what a view was relieved of is to be had. `page`: a name for this making of it, as a browser keeps the answer. */
export function laterAddress({ url, device, lists, page }) {
  return `${LATER}?${new URLSearchParams({ of: url, device, lists: nameOf(lists), page })}`
}

/**
 * What such an address asks for; null for any other address.
 * @returns {{ url: string, device: string, isCurrent: (lists: string) => boolean } | null}
 */
export function readLater(url) {
  const [path, query] = url.split('?', 2)
  if (path !== LATER || query === undefined) return null
  const params = new URLSearchParams(query)
  const lists = params.get('lists')
  return {
    url: params.get('of') ?? '',
    device: params.get('device') === 'phone' ? 'phone' : 'wide',
    isCurrent: (now) => nameOf(now) === lists,
  }
}

/** What stands in place of it where the lists have changed since: the page is asked for anew. */
export const OUTDATED = 'location.reload()'
