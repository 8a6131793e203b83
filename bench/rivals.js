import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { ROOT } from '../scripts/run.js'
import { load, WORK } from './lib.js'
import { filesOf } from './serve.js'

const HERE = fileURLToPath(new URL('rivals/', import.meta.url))

const page = (head, body) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Where systems built by Microsoft Azure rank</title>
${head}
</head>
<body>
<h1>Where systems built by Microsoft Azure rank</h1>
${body}
</body>
</html>
`

function found(html, pattern, what) {
  const [, text] = pattern.exec(html) ?? []
  if (text === undefined) throw new Error(`The main page has no ${what}; mend bench/rivals.js.`)
  return text
}

/**
 * The parts of the main page's own HTML that every rival is given.
 * @param {string} html
 * @param {number} width of the frame whose picture is taken.
 */
export function partsOf(html, width) {
  const chart = found(html, /data-chart="rank-rmax"([\s\S]*?)<\/figure>/, 'rank chart')
  return {
    svg: found(
      chart,
      new RegExp(
        `data-frame="${width}"[^>]*><svg[\\s\\S]*?</svg>`
          .replace('<svg', '(<svg')
          .replace('</svg>', '</svg>)'),
      ),
      `picture ${width} pixels wide`,
    ),
    paints: found(html, /<style[^>]*>(:root\{--paint-[^<]*)<\/style>/, 'paints'),
  }
}

/** The limit: HTML as somebody would write it by hand, with the main page's own drawing inside. */
export function staticFiles({ svg, paints }) {
  const style = `<style>:root{color-scheme:light dark}${paints}body{font-family:Inter,Arial,sans-serif}</style>`
  return [['/index.html', page(style, svg)]]
}

/** Recharts in the browser alone, one script, drawing the same scene with the product's own component. */
export async function rechartsFiles(scene, { paints }) {
  const { outputFiles } = await build({
    entryPoints: [join(HERE, 'recharts/chart.tsx')],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    tsconfig: join(ROOT, 'tsconfig.json'),
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
  const [script] = outputFiles
  // What is only for screen readers is not needed to draw, so this rival need not carry it.
  const lean = { ...scene, description: '' }
  const data = JSON.stringify(lean).replaceAll('<', '\\u003c')
  const head = `<style>:root{color-scheme:light dark}${paints}body{font-family:Inter,Arial,sans-serif}#chart{width:${scene.frame.width}px}</style>
<script src="/chart.js" defer></script>`
  return [
    [
      '/index.html',
      page(
        head,
        `<div id="chart"></div>\n<script type="application/json" id="scene">${data}</script>`,
      ),
    ],
    ['/chart.js', script.contents],
  ]
}

/**
 * A page of Observable Framework with the same dots, built by its own command.
 * @param {boolean} tip whether it tells of a dot that is pointed at.
 * @param {boolean} joined whether Plot and what it needs come as one file, instead of a file for each package.
 */
export async function frameworkFiles(scene, joined, tip = false) {
  const { PALETTE } = await load('palette', "export { PALETTE } from './lib/scene/palette'")
  const folder = join(
    WORK,
    ['framework', ...(joined ? ['joined'] : []), ...(tip ? ['tip'] : [])].join('-'),
  )
  rmSync(folder, { recursive: true, force: true })
  cpSync(join(HERE, 'framework'), folder, { recursive: true })
  const labels = new Map(scene.series.map(({ key, label }) => [key, label]))
  const chart = {
    ...scene.frame,
    tip,
    series: scene.series.map(({ label, colour }) => ({ label, colour: PALETTE[colour].light })),
    systems: scene.marks.map(({ values, series }) => ({
      rank: values.x,
      rmax: values.y,
      series: labels.get(series),
    })),
  }
  writeFileSync(join(folder, 'src/chart.json'), JSON.stringify(chart))
  if (joined) {
    await build({
      stdin: { contents: "export * from '@observablehq/plot'", resolveDir: HERE },
      outfile: join(folder, 'src/plot.js'),
      bundle: true,
      minify: true,
      format: 'esm',
      logLevel: 'error',
    })
    const file = join(folder, 'src/index.md')
    writeFileSync(file, readFileSync(file, 'utf8').replace("'@observablehq/plot'", "'./plot.js'"))
  }
  execFileSync(
    process.execPath,
    [fileURLToPath(import.meta.resolve('@observablehq/framework/dist/bin/observable.js')), 'build'],
    { cwd: folder, stdio: 'pipe', env: { ...process.env, OBSERVABLE_TELEMETRY_DISABLE: 'true' } },
  )
  return filesOf(join(folder, 'dist'))
}
