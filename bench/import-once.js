import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { pathToFileURL } from 'node:url'
import { read, set_cptable } from '@e965/xlsx'
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs'
import Papa from 'papaparse'

// Run by import.js as `node --expose-gc import-once.js LIBRARY bare|ours FILE…`; prints milliseconds and bytes.

const [library, way, ...names] = process.argv.slice(2)
const { importList } = await import(pathToFileURL(library).href)
set_cptable(codePages)

const SETTINGS = {
  type: 'array',
  dense: true,
  cellFormula: true,
  cellHTML: false,
  cellText: false,
  cellDates: false,
}

/** The bare call on the same bytes, whose result nobody looks at. */
function bare({ fileName, bytes }) {
  return fileName.endsWith('.csv')
    ? Papa.parse(bytes.toString('utf8')).data.length
    : read(bytes, SETTINGS).SheetNames.length
}

function ours({ fileName, bytes }) {
  const outcome = importList(bytes, { fileName })
  if (!outcome.ok || !outcome.value.edition) throw new Error(`${fileName} was refused.`)
}

const read_ = way === 'ours' ? ours : bare
const files = names.map((name) => ({ fileName: basename(name), bytes: readFileSync(name) }))

for (const file of files.slice(0, 3)) read_(file)
globalThis.gc()
const before = process.memoryUsage.rss()
let most = before
const from = performance.now()
for (const file of files) {
  read_(file)
  most = Math.max(most, process.memoryUsage.rss())
}
const time = performance.now() - from
console.log(JSON.stringify({ time, memory: most - before }))
