import type { Chart } from '@/components/chart-figure'
import { Charts } from '@/components/chart-list'
import { ListLinks, type ListLinksProps } from '@/components/list-links'
import { PAGE, SOURCE } from '@/components/look'
import { Notices } from '@/components/notices'
import { type StoryLink, StoryLinks } from '@/components/story/links'
import { type ThemeLink, ThemeLinks } from '@/components/theme-links'
import { plainTold, type Told, Words } from '@/components/told'
import type { Notice } from '@/lib/link/codec'
import type { View } from '@/lib/link/view'
import { ComposeForm, type ComposeFormProps } from './compose-form'

/** Everything that the page of one statement shows. */
export type ClaimPageProps = {
  statement: string
  /** `True by the list of November 2021`. */
  verdict: string
  /** What the lists say, a sentence each. */
  findings: readonly Told[]
  listLinks: ListLinksProps
  charts: readonly Chart[]
  /** The form from which it was composed; null for a statement of the article. */
  form: ComposeFormProps | null
  notices: readonly Notice[]
  links: readonly StoryLink[]
  source: string
  theme: View['theme']
  themes: readonly ThemeLink[]
}

/** One statement: its verdict, what decides it, and the picture of both. */
export function ClaimPage(page: ClaimPageProps) {
  return (
    <main id="content" className={PAGE} data-theme={page.theme}>
      <ListLinks {...page.listLinks} />
      <h1 className="max-w-[28em] wrap-anywhere">“{page.statement}”</h1>
      <p className="mt-3 font-strong">{page.verdict}.</p>
      {page.findings.map((sentence) => (
        <p key={plainTold(sentence)} className="mt-2 max-w-[52em] wrap-anywhere">
          <Words told={sentence} />
        </p>
      ))}
      <Notices notices={page.notices} />
      <StoryLinks links={page.links} />
      <Charts charts={page.charts} />
      {page.form && <ComposeForm {...page.form} />}
      <footer className={SOURCE}>
        <p>{page.source}</p>
        <ThemeLinks links={page.themes} />
      </footer>
    </main>
  )
}
