import { altText } from '../figure/caption'
import { chartCsv, chartJson } from '../figure/csv'
import type { Figure } from '../figure/figure'
import { keptParams } from '../link/picture'
import { chartFileName } from '../picture/file-name'
import { FORMATS, type Format } from '../picture/picture'
import { provenanceOf, signPng, signSvg } from '../picture/provenance'
import { svgText } from '../scene/svg'
import { renderPdf } from './pdf'
import type { PictureJob, Rendered } from './picture-job'
import { renderPng } from './png'
import { pictureDrawing, pictureScene } from './render'
import { outlined } from './typeset'

type Writer = (job: PictureJob) => Promise<Uint8Array>

const utf8 = (text: string) => new TextEncoder().encode(text)
const provenance = ({ figure, href, picture }: PictureJob) =>
  provenanceOf(figure, href, keptParams(picture))
const drawing = ({ figure, picture }: PictureJob, withFont: boolean) =>
  pictureDrawing(pictureScene(figure, picture), picture, withFont)

/** The data that were asked for, under the chart's own words. */
function dataFigure({ figure, rows }: PictureJob): Figure {
  if (rows === null) return figure
  return { ...figure, subtitle: `The rows behind the chart: ${figure.subtitle}`, table: rows }
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

/** A chart as a file, in any format. Takes up to seconds; a server asks `drawing-pool` instead. */
export async function renderPicture(job: PictureJob): Promise<Rendered> {
  const { picture, stem } = job
  const body = await WRITERS[picture.format](job)
  const { mediaType } = FORMATS[picture.format]
  return { body, mediaType, fileName: chartFileName(stem, picture) }
}
