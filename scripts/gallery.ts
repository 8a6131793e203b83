import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { embeddedFontCss } from '@/lib/export/font'
import { PALETTE } from '@/lib/scene/palette'
import { type Scene, textsOf } from '@/lib/scene/scene'
import { drawScene, escapeXml, svgText } from '@/lib/scene/svg'
import {
  CASES,
  type Case,
  comparisonOf,
  KEPT,
  sceneOf,
  snapshotOf,
  TIME_CASES,
  TIME_VIEWS,
  timeSceneOf,
  VIEWS,
} from '@/tests/charts/cases'

// Writes every picture of the gallery into one page, `.gallery/index.html`, to be looked at; with `--update` also into
// `tests/charts/kept`, against which the tests hold what is drawn.
const SHEET = fileURLToPath(new URL('../.gallery/index.html', import.meta.url))
const update = process.argv.includes('--update')

const compared = Object.fromEntries(
  Object.entries(VIEWS).map(([name, change]) => [name, comparisonOf(change)]),
)

type Shown = Pick<Case, 'file' | 'kind' | 'preset' | 'mode'> & { view: string; draw: () => Scene }

const shown: readonly Shown[] = [
  ...CASES.map((one) => ({
    ...one,
    draw: () => sceneOf(one.kind, compared[one.view] ?? comparisonOf(VIEWS[one.view]), one.frame),
  })),
  ...TIME_CASES.map((one) => ({
    ...one,
    draw: () => timeSceneOf(one.kind, one.query, one.frame),
  })),
]

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

if (update) {
  rmSync(KEPT, { recursive: true, force: true })
  for (const one of shown) write(join(KEPT, one.file), snapshotOf(one.draw(), one.mode))
  console.log(`${shown.length} pictures are kept in tests/charts/kept.`)
}

const words = new Set<string>()
function figure(one: Shown, at: number): string {
  const scene = one.draw()
  for (const { text } of textsOf(scene)) for (const char of text) words.add(char)
  const svg = svgText(
    drawScene(scene, { mode: one.mode, background: 'paper', fontCss: null, id: `chart-${at}` }),
  )
  const { width, height } = scene.frame
  const told = `${one.kind}, ${one.preset}, ${width} × ${height}, ${one.mode}`
  return `<figure style="width:${width / 2}px">${svg}<figcaption>${escapeXml(told)}</figcaption></figure>`
}

const sections = [...Object.keys(VIEWS), ...Object.keys(TIME_VIEWS)].map((view) => {
  const figures = shown.map((one, at) => (one.view === view ? figure(one, at) : '')).join('\n')
  return `<h2>${escapeXml(view)}</h2>\n<div>${figures}</div>`
})
const { ink, grid } = PALETTE
write(
  SHEET,
  `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Every chart in every frame</title>
<style>
${embeddedFontCss([...words].join(''))}
body { margin: 2rem; background: ${grid.light}; color: ${ink.light}; font: 16px Inter, sans-serif }
div { display: flex; flex-wrap: wrap; gap: 1.5rem; align-items: start }
figure { margin: 0; max-width: 100% }
svg { display: block; width: 100%; height: auto }
figcaption { padding: .4rem 0 }
</style>
<h1>Every chart in every frame</h1>
<p>${shown.length} pictures at half their size, drawn from the lists in this tree.</p>
${sections.join('\n')}
</html>
`,
)
console.log(`To be looked at: ${SHEET}`)
