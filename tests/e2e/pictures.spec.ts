import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { expect, test } from '@playwright/test'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'

const KINDS = ['rank-rmax', 'totals', 'rank-strip']
const THEMES = ['light', 'dark']
const LONG_SITE =
  "site:Grand Equipement National de Calcul Intensif - Centre Informatique National de l'Enseignement Suprieur (GENCI-CINES)"
const VIEWS = [
  { name: 'the view of a bare link', query: {}, size: { width: 1200, height: 675 } },
  {
    name: 'long names on a portrait',
    query: { by: 'run-by', focus: LONG_SITE, metric: 'share', axis: 'linear' },
    size: { width: 1080, height: 1350 },
  },
] as const

for (const { name, query, size } of VIEWS)
  for (const kind of KINDS)
    for (const theme of THEMES)
      test(`${name} as ${kind}, ${theme}: the SVG, opened alone, looks like the PNG`, async ({
        page,
        request,
      }, info) => {
        const params = { ...query, theme, width: String(size.width), height: String(size.height) }
        const [svg, png] = await Promise.all(
          ['svg', 'png'].map((format) => request.get(`/api/chart/${kind}.${format}`, { params })),
        )
        expect([svg?.status(), png?.status()]).toEqual([200, 200])
        const file = info.outputPath('chart.svg')
        writeFileSync(file, (await svg?.body()) ?? '')

        const asked: string[] = []
        page.on('request', (one) => asked.push(new URL(one.url()).protocol))
        await page.setViewportSize(size)
        await page.goto(pathToFileURL(file).href)
        await page.evaluate(() => document.fonts.ready)
        const faces = await page.evaluate(() =>
          [...document.fonts]
            .filter(({ status }) => status === 'loaded')
            .map(({ family, weight }) => `${family} ${weight}`),
        )
        expect([...new Set(faces)].sort()).toEqual(['Inter 400', 'Inter 600'])
        // Nothing but itself and the font that it carries.
        expect(asked.filter((scheme) => scheme !== 'file:' && scheme !== 'data:')).toEqual([])

        const shot = PNG.sync.read(await page.screenshot())
        const drawn = PNG.sync.read((await png?.body()) ?? Buffer.alloc(0))
        expect([drawn.width, drawn.height]).toEqual([shot.width, shot.height])
        const apart = new PNG(size)
        const pixels = pixelmatch(shot.data, drawn.data, apart.data, size.width, size.height)
        writeFileSync(info.outputPath('apart.png'), PNG.sync.write(apart))
        expect(pixels / (size.width * size.height)).toBeLessThan(0.01)
      })
