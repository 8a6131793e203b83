import { chartPage } from '@/app/chart-page'
import { ownOrigin } from '@/app/origin'
import { BACK } from '@/app/shape-chart'
import { shapeExport } from '@/app/shape-export'
import { ExportPage } from '@/components/export-page'
import { subjectFigure } from '@/lib/picture/subject'

/** What can be taken away of a chart, on a page of its own, for readers without script. */
const { generateMetadata, Page } = chartPage({
  folder: '/export',
  found: 'the page of the chart',
  tell: ({ kind, subject }) => {
    const { title, subtitle } = subjectFigure(subject, kind.key, null)
    return {
      title: `Export: ${title}, ${subject.words}`,
      description: `${title}, to be taken away as picture, data and words. ${subtitle}.`,
    }
  },
  show: ({ kind: { key }, subject, theme, back, notices }) => (
    <ExportPage
      choices={shapeExport({ id: key, kind: key }, subject, ownOrigin(), new Date())}
      subtitle={subjectFigure(subject, key, null).subtitle}
      notices={notices}
      theme={theme}
      back={back}
      backTo={BACK[subject.page]}
    />
  ),
})

export { generateMetadata }
export default Page
