import { ListLinks, type ListLinksProps } from '@/components/list-links'
import { ASIDE, PAGE, SOURCE } from '@/components/look'
import { Notices } from '@/components/notices'
import { type StoryLink, StoryLinks } from '@/components/story/links'
import { type ThemeLink, ThemeLinks } from '@/components/theme-links'
import type { Notice } from '@/lib/link/codec'
import type { View } from '@/lib/link/view'
import { ComposeForm, type ComposeFormProps } from './compose-form'

/** Everything that the page of a claim that is not finished shows. */
export type ComposePageProps = {
  /** What is still to be done, in a sentence. */
  lead: string
  form: ComposeFormProps
  listLinks: ListLinksProps
  notices: readonly Notice[]
  links: readonly StoryLink[]
  source: string
  theme: View['theme']
  themes: readonly ThemeLink[]
}

/** A claim that is being composed. */
export function ComposePage(page: ComposePageProps) {
  return (
    <main id="content" className={PAGE} data-theme={page.theme}>
      <ListLinks {...page.listLinks} />
      <h1>{page.lead}</h1>
      <p className={ASIDE}>
        The claim is read back in full, held against the rows of the list, and has a link, a picture
        and a citation.
      </p>
      <Notices notices={page.notices} />
      <ComposeForm {...page.form} />
      <StoryLinks links={page.links} />
      <footer className={SOURCE}>
        <p>{page.source}</p>
        <ThemeLinks links={page.themes} />
      </footer>
    </main>
  )
}
