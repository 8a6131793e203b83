import type { Comparison } from '../compare/comparison'
import { altText } from '../figure/caption'
import { chartCsv, chartJson } from '../figure/csv'
import type { Figure } from '../figure/figure'
import { kindOf } from '../figure/kinds'
import { underlyingRows } from '../figure/underlying'
import { keptParams } from '../link/picture'
import { DEFAULT_VIEW, type View, viewHref } from '../link/view'
import type { Result } from '../model/issue'
import { layScene } from '../scene/lay'
import { type Scene, textsOf } from '../scene/scene'
import { drawScene, svgText } from '../scene/svg'
import type { SvgNode } from '../scene/svg-node'
import { chartFileName } from './file-name'
import { embeddedFontCss } from './font'
import { renderPdf } from './pdf'
import { FORMATS, type Format, type Picture } from './picture'
import { provenanceOf, signPng, signSvg } from './provenance'
import type { RasterFault, RasterPool } from './raster-pool'
import { outlined } from './typeset'

/** A chart as a file. */
export type Rendered = { body: Uint8Array; mediaType: string; fileName: string }

/** What a chart's link says and its picture shows: nothing of the page's theme, or of how its table is sorted. */
export function pictureHref(view: View, path?: string): string {
  const { theme, sort, rows } = DEFAULT_VIEW
  return viewHref(view, { theme, sort, rows }, path)
}

/**
 * What a chart of a view shows.
 * @param key of a kind of chart. @param origin `https://top500.example`, for the link inside the picture.
 * @throws where there is no such kind: a link's is checked when it is read.
 */
export function chartFigure(
  key: string,
  comparison: Comparison,
  view: View,
  origin: string | null,
): Figure {
  const kind = kindOf(key)
  if (!kind) throw new Error(`There is no chart “${key}”.`)
  const permalink = origin === null ? null : `${origin}${pictureHref(view)}`
  const { metric, axis } = view
  return kind.figure({ comparison: { ...comparison, metric }, axis, permalink })
}

/** A figure laid out for a picture. */
export function pictureScene(figure: Figure, { width, height, block }: Picture): Scene {
  return layScene(figure, { width, height, words: block })
}

/** The drawing of a picture, with the font inside only where the file must carry it. */
export function pictureDrawing(
  scene: Scene,
  { kind, theme, background }: Picture,
  withFont: boolean,
): SvgNode {
  const words = textsOf(scene)
    .map(({ text }) => text)
    .join('')
  const fontCss = withFont ? embeddedFontCss(words) : null
  return drawScene(scene, { mode: theme, background, fontCss, id: kind })
}

type Job = {
  comparison: Comparison
  view: View
  picture: Picture
  figure: Figure
  pool: RasterPool
}
type Writer = (job: Job) => Promise<Result<Uint8Array, RasterFault>>

const utf8 = (text: string) => new TextEncoder().encode(text)
const done = (value: Uint8Array): Result<Uint8Array, RasterFault> => ({ ok: true, value })
const provenance = ({ figure, view, picture }: Job) =>
  provenanceOf(figure, pictureHref(view), keptParams(picture))
const drawing = ({ figure, picture }: Job, withFont: boolean) =>
  pictureDrawing(pictureScene(figure, picture), picture, withFont)

/** The data that were asked for, under the chart's own words. */
function dataFigure({ figure, comparison, picture }: Job): Figure {
  if (picture.data === 'chart') return figure
  return {
    ...figure,
    subtitle: `The rows behind the chart: ${figure.subtitle}`,
    table: underlyingRows(comparison),
  }
}

/** How each format is written. */
const WRITERS: Readonly<Record<Format, Writer>> = {
  svg: async (job) => done(utf8(await signSvg(svgText(drawing(job, true)), await provenance(job)))),
  png: async (job) => {
    const png = await job.pool.render(svgText(outlined(drawing(job, false))), job.picture.scale)
    return png.ok ? done(await signPng(png.value, await provenance(job))) : png
  },
  pdf: async (job) => {
    const scene = pictureScene(job.figure, job.picture)
    return done(
      await renderPdf(pictureDrawing(scene, job.picture, false), scene.frame, {
        title: job.figure.title,
        subject: altText(job.figure),
      }),
    )
  },
  csv: async (job) => done(utf8(chartCsv(dataFigure(job)))),
  json: async (job) => done(utf8(chartJson(dataFigure(job)))),
}

/**
 * A chart of a comparison as a file, in any format.
 * @param origin of the link inside it.
 * @param pool draws PNGs.
 */
export async function renderPicture(
  comparison: Comparison,
  view: View,
  picture: Picture,
  origin: string,
  pool: RasterPool,
): Promise<Result<Rendered, RasterFault>> {
  const figure = chartFigure(picture.kind, comparison, view, origin)
  const body = await WRITERS[picture.format]({ comparison, view, picture, figure, pool })
  if (!body.ok) return body
  const { mediaType } = FORMATS[picture.format]
  return {
    ok: true,
    value: { body: body.value, mediaType, fileName: chartFileName(view, picture) },
  }
}
