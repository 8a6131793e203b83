import type { Notice } from '@/lib/link/codec'
import type { View } from '@/lib/link/view'
import { type ExportChoices, ExportForm } from './export/export-form'
import { PAGE, SUBTITLE, TOUCH } from './look'
import { Notices } from './notices'

/** What can be taken away of a chart, on a page of its own. */
export type ExportPageProps = {
  choices: ExportChoices
  subtitle: string
  notices: readonly Notice[]
  theme: View['theme']
  /** The link of the page on which the chart stands, and what that is: `the comparison`. */
  back: string
  backTo: string
}

export function ExportPage({ choices, subtitle, notices, theme, back, backTo }: ExportPageProps) {
  return (
    <main id="content" className={PAGE} data-theme={theme}>
      <p className="mb-4 text-small print:hidden">
        <a className={TOUCH} href={back}>
          Back to {backTo}
        </a>
      </p>
      <h1>{choices.title}</h1>
      <p className={SUBTITLE}>{subtitle}</p>
      <Notices notices={notices} />
      <div className="mt-6 text-small">
        <ExportForm {...choices} />
      </div>
    </main>
  )
}
