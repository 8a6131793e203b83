import type { Cell } from '@/lib/list/cell'
import type { System } from '@/lib/model/system'

/** A text as XML and HTML write it. */
export const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** TFlop/s as the project's XML gives them, in GFlop/s with a decimal: `148600000.0`. */
export function gflops(tflops: number | null): string {
  if (tflops === null) return ''
  const [whole = '', fraction = ''] = tflops.toString().split('.')
  const digits = whole + fraction.padEnd(3, '0').slice(0, 3)
  const rest = fraction.slice(3)
  return `${digits.replace(/^0+(?=\d)/, '')}.${rest || '0'}`
}

type Form = { prefix?: string; declaration?: string; attributes?: string }

/** A list in the XML of the TOP500 project, as the files of November 2019 and later are written. */
export function publishedXml(
  systems: readonly System[],
  { prefix = 'top500', declaration = '', attributes = '' }: Form = {},
): string {
  const name = (local: string) => (prefix === '' ? local : `${prefix}:${local}`)
  const element = (local: string, value: string | number | null) =>
    value === null || value === ''
      ? `<${name(local)}/>`
      : `<${name(local)}>${escaped(String(value))}</${name(local)}>`
  const sites = systems.map(
    (system) => `  <${name('site')}>
    ${element('rank', system.rank)}
    ${element('system-id', system.systemId)}
    ${element('system-name', system.name)}
    ${element('manufacturer', system.manufacturer)}
    ${element('computer', system.computer)}
    ${element('r-max', gflops(system.rmax))}
    ${element('power', system.power)}
    ${element('r-peak', gflops(system.rpeak))}
    ${element('n-max', system.nmax ?? 0)}
    ${element('n-half', system.nhalf ?? 0)}
    <${name('installation-site')}>
      ${element('installation-site-name', system.site)}
      ${element('site-id', system.siteId)}
    </${name('installation-site')}>
    ${element('country', system.country)}
    ${element('year', system.year)}
    ${element('number-of-processors', system.cores)}
  </${name('site')}>`,
  )
  const space = prefix === '' ? 'xmlns' : `xmlns:${prefix}`
  return `${declaration}<${name('list')} ${space}="http://www.top500.org/xml/top500/1.0"${attributes}>\n${sites.join('\n')}\n</${name('list')}>\n`
}

/** The fields that the project's XML gives. */
export const XML_FIELDS = [
  ...(['rank', 'systemId', 'name', 'manufacturer', 'computer', 'rmax', 'power', 'rpeak'] as const),
  ...(['nmax', 'nhalf', 'site', 'siteId', 'country', 'year', 'cores'] as const),
] as const

/** Systems with the fields that the XML gives, and no others. */
export const inXml = (systems: readonly System[]) =>
  systems.map((system) => Object.fromEntries(XML_FIELDS.map((field) => [field, system[field]])))

const td = (cell: Cell) => `<td>${cell === null ? '' : escaped(String(cell))}</td>`

/** Rows as an HTML table. @param cell writes one cell. */
export const htmlTable = (
  rows: readonly (readonly Cell[])[],
  cell: (value: Cell) => string = td,
): string =>
  `<table border=1>${rows.map((cells) => `<tr>${cells.map(cell).join('')}</tr>`).join('\n')}</table>`
