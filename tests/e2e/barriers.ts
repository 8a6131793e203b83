import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** Rows of long tables are made as those before them; axe takes more than a minute for a list’s. */
const ALIKE = 'tbody tr:nth-child(n + 3)'

const GROUNDS = ['light', 'dark'] as const

type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations']

/** What axe found, in one line each. */
const breaches = (found: Violations): string[] =>
  found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`)

/**
 * What axe finds on the page as it is, in either theme; in the dark one only what depends on colours. The rows of long
 * tables are hidden from the third on.
 * @param within the part of the page that is looked at; all of it where absent.
 */
export async function barriers(page: Page, within?: string): Promise<string[]> {
  await page.locator(ALIKE).evaluateAll((rows) => {
    for (const row of rows) row.setAttribute('hidden', '')
  })
  const found: string[] = []
  for (const ground of GROUNDS) {
    await page.emulateMedia({ colorScheme: ground })
    // In the one document that there is, and with nothing told of what is well: the same is found in half the time.
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
    if (within) axe.include(within)
    if (ground === 'dark') axe.withRules('color-contrast')
    found.push(
      ...breaches((await axe.analyze()).violations).map((breach) => `${ground}: ${breach}`),
    )
  }
  return found
}
