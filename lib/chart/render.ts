import type { Comparison } from '../compare/comparison'
import type { Result } from '../model/issue'
import { DEFAULT_VIEW, type View, viewHref } from '../query'
import { buildChart } from './build'
import { altText } from './caption'
import { chartCsv, chartJson } from './csv'
import { chartFileName } from './file-name'
import { embeddedFontCss } from './font'
import { renderPdf } from './pdf'
import { FORMATS, type Format, keptParams, type Picture } from './picture'
import { provenanceOf, signPng, signSvg } from './provenance'
import type { RasterFault, RasterPool } from './raster-pool'
import type { ChartSpec } from './spec'
import { drawChart, type SvgNode, svgText } from './svg'
import { outlined } from './typeset'
import { underlyingRows } from './underlying'

/** A chart as a file. */
export type Rendered = { body: Uint8Array; mediaType: string; fileName: string }

/** What a chart's link says and its picture shows: nothing of the page's theme, or of how its table is sorted. */
export function pictureHref(view: View, path?: string): string {
  const { theme, sort, rows } = DEFAULT_VIEW
  return viewHref(view, { theme, sort, rows }, path)
}

/** The spec of a picture. @param origin `https://top500.example`, for the link inside the picture. */
export function pictureSpec(
  comparison: Comparison,
  view: View,
  picture: Picture,
  origin: string,
): ChartSpec {
  const { kind, width, height, block } = picture
  const permalink = `${origin}${pictureHref(view)}`
  return buildChart(comparison, { kind, width, height, block, axis: view.axis, permalink })
}

/** The drawing of a picture, with the font inside only where the file must carry it. */
export function pictureDrawing(
  spec: ChartSpec,
  { kind, theme, background }: Picture,
  withFont: boolean,
): SvgNode {
  const words = spec.texts.map(({ text }) => text).join('')
  const fontCss = withFont ? embeddedFontCss(words) : null
  return drawChart(spec, { paint: theme, background, fontCss, id: kind })
}

type Job = {
  comparison: Comparison
  view: View
  picture: Picture
  spec: ChartSpec
  pool: RasterPool
}
type Writer = (job: Job) => Promise<Result<Uint8Array, RasterFault>>

const utf8 = (text: string) => new TextEncoder().encode(text)
const done = (value: Uint8Array): Result<Uint8Array, RasterFault> => ({ ok: true, value })
const provenance = ({ spec, view, picture }: Job) =>
  provenanceOf(spec, pictureHref(view), keptParams(picture))

/** The data that were asked for, under the chart's own words. */
function dataSpec({ spec, comparison, picture }: Job): ChartSpec {
  if (picture.data === 'chart') return spec
  return {
    ...spec,
    subtitle: `The rows behind the chart: ${spec.subtitle}`,
    table: underlyingRows(comparison),
  }
}

/** How each format is written. */
const WRITERS: Readonly<Record<Format, Writer>> = {
  svg: async (job) =>
    done(
      utf8(
        await signSvg(svgText(pictureDrawing(job.spec, job.picture, true)), await provenance(job)),
      ),
    ),
  png: async (job) => {
    const svg = svgText(outlined(pictureDrawing(job.spec, job.picture, false)))
    const png = await job.pool.render(svg, job.picture.scale)
    return png.ok ? done(await signPng(png.value, await provenance(job))) : png
  },
  pdf: async ({ spec, picture }) =>
    done(
      await renderPdf(pictureDrawing(spec, picture, false), spec.frame, {
        title: spec.title,
        subject: altText(spec),
      }),
    ),
  csv: async (job) => done(utf8(chartCsv(dataSpec(job)))),
  json: async (job) => done(utf8(chartJson(dataSpec(job)))),
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
  const spec = pictureSpec(comparison, view, picture, origin)
  const body = await WRITERS[picture.format]({ comparison, view, picture, spec, pool })
  if (!body.ok) return body
  const { mediaType } = FORMATS[picture.format]
  return {
    ok: true,
    value: { body: body.value, mediaType, fileName: chartFileName(view, picture) },
  }
}
