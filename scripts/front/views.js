import { createHash } from 'node:crypto'
import { deviceClass } from '../../lib/http/device.js'

/** The table of pages that are a pure function of their link, the lists and the day; a page that is not here is made anew. */
const VIEWS = [
  /^\/$/,
  /^\/(?:table|embed|export)\/[a-z0-9-]+$/,
  /^\/lists\/\d{4}-(?:06|11)$/,
  /^\/(?:time|changes|rank|search|claims|azure-2021)$/,
  /^\/(?:systems|time|claims|reported)\/[A-Za-z0-9-]+$/,
  // What the charts of pages answer with, and are drawn anew from.
  /^\/api\/(?:spec|figure)\/[a-z0-9-]+$/,
]

/** Longer links are no view that somebody shares. */
const LONGEST_LINK = 4096

/** Headers by which Next asks for a part of a page instead of the page; each changes the answer. */
const PARTS = [
  'rsc',
  'next-router-state-tree',
  'next-router-prefetch',
  'next-router-segment-prefetch',
  'next-url',
]

/** Whether an address is one of a view. */
export function isView(url) {
  const [path = ''] = url.split('?', 1)
  return url.length <= LONGEST_LINK && VIEWS.some((view) => view.test(path))
}

/** What is no page: what the API answers with, and files of the build, of which one answers on charts. */
const NO_PAGE = /^\/(?:(?:api|_next|pointing)\/|icon\.svg$)/

/**
 * Whether a request is for a page, be it there or not; making any keeps the thread busy.
 * @param {import('node:http').IncomingMessage} request
 */
export const isPage = ({ method, url }) =>
  (method === 'GET' || method === 'HEAD') && !NO_PAGE.test(url.split('?', 1)[0])

/** The device class for which a view is made. */
export const deviceOf = (headers) => deviceClass(headers['sec-ch-ua-mobile'], headers['user-agent'])

/** Headers by which somebody asks for a view as a device does. */
export const askedBy = (device) => ({ 'sec-ch-ua-mobile': device === 'phone' ? '?1' : '?0' })

/**
 * The key under which a view is kept: its link, the device class, what part of it is asked for, the day, and the lists.
 * @param {import('node:http').IncomingMessage} request
 * @param {{ day: string, lists: string }} moment the day in UTC, as citations name it, and a name for all list versions.
 * @returns {string | null} null for what is no view.
 */
export function viewKey({ method, url = '', headers }, { day, lists }) {
  if (method !== 'GET' && method !== 'HEAD') return null
  if (!isView(url)) return null
  const device = deviceOf(headers)
  const parts = PARTS.map((name) => `${headers[name] ?? ''}`).join('\n')
  return createHash('sha256')
    .update(JSON.stringify([url, device, parts, day, lists]))
    .digest('base64url')
}

/** What a shared cache in front must tell apart; the name of the browser is left out, as there are too many. */
export const VARY = ['Accept-Encoding', 'Sec-CH-UA-Mobile', ...PARTS]
