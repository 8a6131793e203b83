import type { Comparison } from '../compare/comparison'
import { altText } from '../figure/caption'
import { chartCsv, chartJson } from '../figure/csv'
import type { Figure } from '../figure/figure'
import { underlyingRows } from '../figure/underlying'
import { keptParams } from '../link/picture'
import type { View } from '../link/view'
import { svgText } from '../scene/svg'
import { chartFileName } from './file-name'
import { renderPdf } from './pdf'
import { FORMATS, type Format, type Picture } from './picture'
import { renderPng } from './png'
import { provenanceOf, signPng, signSvg } from './provenance'
import { chartFigure, pictureDrawing, pictureHref, pictureScene } from './render'
import { outlined } from './typeset'

/** A chart as a file. */
export type Rendered = { body: Uint8Array; mediaType: string; fileName: string }

type Job = {
  comparison: Comparison
  view: View
  picture: Picture
  figure: Figure
}
type Writer = (job: Job) => Promise<Uint8Array>

const utf8 = (text: string) => new TextEncoder().encode(text)
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
  svg: async (job) => utf8(await signSvg(svgText(drawing(job, true)), await provenance(job))),
  png: async (job) => {
    const svg = svgText(outlined(drawing(job, false)))
    return signPng(renderPng(svg, job.picture.scale), await provenance(job))
  },
  pdf: ({ figure, picture }) => {
    const scene = pictureScene(figure, picture)
    const words = { title: figure.title, subject: altText(figure) }
    return renderPdf(pictureDrawing(scene, picture, false), scene.frame, words)
  },
  csv: async (job) => utf8(chartCsv(dataFigure(job))),
  json: async (job) => utf8(chartJson(dataFigure(job))),
}

/**
 * A chart of a comparison as a file, in any format. Takes up to seconds; a server asks `drawing-pool` instead.
 * @param origin of the link inside it.
 */
export async function renderPicture(
  comparison: Comparison,
  view: View,
  picture: Picture,
  origin: string,
): Promise<Rendered> {
  const figure = chartFigure(picture.kind, comparison, view, origin)
  const body = await WRITERS[picture.format]({ comparison, view, picture, figure })
  const { mediaType } = FORMATS[picture.format]
  return { body, mediaType, fileName: chartFileName(view, picture) }
}
