import PDFDocument from 'pdfkit'
import type { SvgNode } from '../scene/svg-node'
import { hasGlyphs } from '../scene/text'
import { FONT_FILES } from './font'
import { anchorShare, typeset, wordsOf } from './typeset'

/** A CSS pixel is 1/96 inch, a point of a PDF 1/72. */
const POINTS = 72 / 96

/** Without a fixed date two files of the same chart would differ. The date of the data stands in the picture. */
const NO_DATE = new Date(0)

type Pdf = InstanceType<typeof PDFDocument>

const number = (node: SvgNode, name: string, otherwise = 0) => Number(node.attrs[name] ?? otherwise)
const colour = (node: SvgNode, name: string) => {
  const value = node.attrs[name]
  return value === undefined || value === 'none' ? null : String(value)
}

function finishShape(pdf: Pdf, node: SvgNode): void {
  const fill = colour(node, 'fill')
  const stroke = colour(node, 'stroke')
  if (stroke)
    pdf
      .lineWidth(number(node, 'stroke-width', 1))
      .lineCap(node.attrs['stroke-linecap'] === 'round' ? 'round' : 'butt')
  if (fill && stroke) pdf.fillAndStroke(fill, stroke)
  else if (fill) pdf.fill(fill)
  else if (stroke) pdf.stroke(stroke)
}

/** A shape from its outline. How strong its colour is has to be said before the outline, as PDF allows nothing in between. */
function shape(pdf: Pdf, node: SvgNode, outline: () => void): void {
  const strength = number(node, 'fill-opacity', 1)
  if (strength < 1) pdf.save().fillOpacity(strength)
  outline()
  finishShape(pdf, node)
  if (strength < 1) pdf.restore()
}

/** What draws each element; those that are not named (title, desc, metadata, style) show nothing. */
const DRAWERS: Readonly<Record<string, (pdf: Pdf, node: SvgNode) => void>> = {
  rect: (pdf, node) =>
    shape(pdf, node, () =>
      pdf.rect(number(node, 'x'), number(node, 'y'), number(node, 'width'), number(node, 'height')),
    ),
  path: (pdf, node) => shape(pdf, node, () => pdf.path(String(node.attrs.d ?? ''))),
  text: drawText,
}

function drawText(pdf: Pdf, node: SvgNode): void {
  const { text, size, weight } = wordsOf(node)
  pdf
    .font(weight === 600 ? 'semibold' : 'regular')
    .fontSize(size)
    .fillColor(colour(node, 'fill') ?? '#000000')
  const share = anchorShare(node)
  const y = number(node, 'y')
  if (hasGlyphs(text)) {
    const x = number(node, 'x') - (share === 0 ? 0 : share * pdf.widthOfString(text))
    pdf.text(text, x, y, { lineBreak: false, baseline: 'alphabetic' })
    return
  }
  const { runs, width } = typeset(text, size, weight)
  // Features, even none, keep pdfkit from setting each word by itself, in the order of Latin.
  for (const run of runs)
    pdf.font(run.face).text(run.text, number(node, 'x') - share * width + run.x, y, {
      ...{ lineBreak: false, baseline: 'alphabetic', features: [] },
    })
}

function drawNode(pdf: Pdf, node: SvgNode): void {
  DRAWERS[node.tag]?.(pdf, node)
  if (node.tag === 'svg' || node.tag === 'g')
    for (const child of node.children) if (typeof child !== 'string') drawNode(pdf, child)
}

/**
 * A drawing as a PDF of one page: shapes and words stay vectors, the font is inside. The same drawing always gives
 * the same bytes. The drawing must have fixed paints, not those of the page.
 * @param words title and description for the file's properties.
 */
export async function renderPdf(
  drawing: SvgNode,
  frame: { width: number; height: number },
  words: { title: string; subject: string },
): Promise<Uint8Array> {
  const pdf = new PDFDocument({
    size: [frame.width * POINTS, frame.height * POINTS],
    margin: 0,
    autoFirstPage: true,
    displayTitle: true,
    lang: 'en',
    info: {
      Title: words.title,
      Subject: words.subject,
      Creator: 'TOP500 Compare',
      CreationDate: NO_DATE,
      ModDate: NO_DATE,
    },
  })
  const chunks: Buffer[] = []
  const finished = new Promise<void>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', resolve)
    pdf.on('error', reject)
  })
  pdf.registerFont('regular', FONT_FILES[400]).registerFont('semibold', FONT_FILES[600])
  pdf.scale(POINTS)
  drawNode(pdf, drawing)
  pdf.end()
  await finished
  return Buffer.concat(chunks)
}
