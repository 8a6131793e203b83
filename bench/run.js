import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { figure } from './measure.js'

/** What can be measured, in the order in which it is. */
const MEASURES = {
  'first-paint': () => import('./first-paint.js'),
  tooltip: () => import('./tooltip.js'),
  lighthouse: () => import('./lighthouse.js'),
  parse: () => import('./parse.js'),
  record: () => import('./record.js'),
  requests: () => import('./requests.js'),
  'new-view': () => import('./new-view.js'),
  import: () => import('./import.js'),
  image: () => import('./image.js'),
  hostile: () => import('./hostile.js'),
  memory: () => import('./memory.js'),
  store: () => import('./store.js'),
  connections: () => import('./connections.js'),
}

const USAGE = `Usage: npm run bench -- [--rounds N] [--readme] [MEASURE…]
Measures all, or what is named: ${Object.keys(MEASURES).join(', ')}.
  --rounds N  how often each thing is measured, in turns with the others
  --readme    puts the last results of every measure into bench/README.md
Ends with 0 if every aim was reached, 1 if one was missed, 2 if the command was not understood.`

const RESULTS = fileURLToPath(new URL('results/', import.meta.url))
const README = fileURLToPath(new URL('README.md', import.meta.url))
const BETWEEN = /(<!-- results -->\n)[\s\S]*(<!-- end of results -->)/

function arguments_() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        rounds: { type: 'string' },
        readme: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    console.error(error.message)
    return null
  }
}

const line = (cells) => `| ${cells.join(' | ')} |`

/** A result as Markdown, which is also what the terminal shows. */
function write(title, { conditions, tables, aims }) {
  const parts = tables.flatMap(({ caption, columns, rows }) => [
    ...(caption ? [caption] : []),
    [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n'),
  ])
  const judged = aims.map(
    ({ what, found, limit, met }) =>
      `- ${what}: ${figure(found)}, aim at most ${figure(limit)}: **${met ? 'reached' : 'missed'}**`,
  )
  return [`### ${title}`, conditions, ...parts, ...(judged.length ? [judged.join('\n')] : [])].join(
    '\n\n',
  )
}

function machine() {
  const [first] = cpus()
  const memory = Math.round(totalmem() / 1024 ** 3)
  return `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} × ${first?.model.trim() || process.arch}, ${memory} GB`
}

/** Puts the last result of every measure into the README, in the order of the table above. */
function writeReadme() {
  const files = new Set(readdirSync(RESULTS))
  const all = Object.keys(MEASURES)
    .filter((name) => files.has(`${name}.md`))
    .map((name) => readFileSync(`${RESULTS}${name}.md`, 'utf8').trim())
  const readme = readFileSync(README, 'utf8')
  writeFileSync(
    README,
    readme.replace(BETWEEN, (_, begin, end) => `${begin}\n${all.join('\n\n')}\n\n${end}`),
  )
}

async function run() {
  const parsed = arguments_()
  const names = parsed?.positionals.length ? parsed.positionals : Object.keys(MEASURES)
  const rounds = parsed?.values.rounds
  const understood =
    parsed &&
    !parsed.values.help &&
    names.every((name) => Object.hasOwn(MEASURES, name)) &&
    (rounds === undefined || /^[1-9]\d{0,3}$/.test(rounds))
  if (!understood) {
    console.log(USAGE)
    return parsed?.values.help ? 0 : 2
  }
  mkdirSync(RESULTS, { recursive: true })
  let missed = 0
  for (const name of names) {
    const { title, measure } = await MEASURES[name]()
    console.log(`Measuring ${name} …`)
    const result = await measure(rounds === undefined ? {} : { rounds: Number(rounds) })
    missed += result.aims.filter(({ met }) => !met).length
    const text = write(title, {
      ...result,
      conditions: `${result.conditions} (${machine()})`,
    })
    console.log(`\n${text}\n`)
    writeFileSync(`${RESULTS}${name}.md`, `${text}\n`)
  }
  if (parsed.values.readme) writeReadme()
  return missed ? 1 : 0
}

process.exitCode = await run()
