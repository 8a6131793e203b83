import type { Page } from '@playwright/test'
import { getDocumentProxy } from 'unpdf'

/** A word or more on a printed page, with its place in points from the page's left and top edge. */
export type PrintedText = { text: string; left: number; right: number; top: number; bottom: number }

/** One side of paper, in points. */
export type Sheet = { width: number; height: number; texts: readonly PrintedText[] }

/** What a page puts on paper, read back from the PDF. @param upright whether the reader chose upright A4. */
export async function print(page: Page, upright = false): Promise<Sheet[]> {
  // Paper is set in Inter, as a reader has it who prints what they have read.
  await page.waitForSelector('html[data-inter]')
  if (upright) await page.addStyleTag({ content: '@page { size: A4 portrait }' })
  const file = await page.pdf({ preferCSSPageSize: true })
  const document = await getDocumentProxy(new Uint8Array(file))
  const sheets: Sheet[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const sheet = await document.getPage(number)
    const [left = 0, bottom = 0, right = 0, top = 0] = sheet.view
    const { items } = await sheet.getTextContent()
    sheets.push({
      width: right - left,
      height: top - bottom,
      texts: items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return []
        const [, , , , x = 0, y = 0] = item.transform
        return [
          {
            text: item.str,
            left: x - left,
            right: x - left + item.width,
            top: top - y - item.height,
            bottom: top - y,
          },
        ]
      }),
    })
  }
  return sheets
}

/** The words of a sheet in one line, with single spaces. */
export const wordsOf = (sheet: Sheet): string =>
  sheet.texts
    .map(({ text }) => text)
    .join(' ')
    .replaceAll(/\s+/g, ' ')

/** Texts that the paper cuts off. */
export const cutOff = (sheets: readonly Sheet[]): string[] =>
  sheets.flatMap(({ width, height, texts }) =>
    texts
      .filter(
        ({ left, right, top, bottom }) => left < 0 || top < 0 || right > width || bottom > height,
      )
      .map(({ text }) => text),
  )
