import { chartPage } from '@/app/chart-page'
import { shapeTable } from '@/app/shape-chart'
import { TablePage } from '@/components/table-page'
import { counted } from '@/lib/compare/figure'

/** The whole table of a chart. */
const { generateMetadata, Page } = chartPage({
  folder: '/table',
  found: 'itself',
  tell: ({ kind, subject, theme, back }) => {
    const none = { theme, back, listLinks: null, notices: [] }
    const { title, subtitle, data } = shapeTable(kind.key, subject, none)
    return {
      title: `Table: ${title}, ${subject.words}`,
      description: `${title}, as a table of ${counted(data.rows.length, 'row')}. ${subtitle}.`,
    }
  },
  show: (chart) => {
    const { kind, subject } = chart
    const links = { ...chart, listLinks: chart.listLinks(`/table/${kind.key}`) }
    return <TablePage {...shapeTable(kind.key, subject, links)} />
  },
})

export { generateMetadata }
export default Page
