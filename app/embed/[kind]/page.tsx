import { headers } from 'next/headers'
import { chartPage } from '@/app/chart-page'
import { ownOrigin } from '@/app/origin'
import { shapeEmbed } from '@/app/shape-export'
import { EmbeddedChart, RefusedChart } from '@/components/embedded-chart'
import { setStatus } from '@/lib/http/exchange'
import { NAMING } from '@/lib/link/view'

/** One chart for the pages of others. */
const { generateMetadata, Page } = chartPage({
  folder: '/embed',
  found: 'the page of the chart',
  tell: ({ kind, subject, theme }) => {
    const chart = shapeEmbed(kind.key, subject, theme, ownOrigin())
    return { title: `${chart.title}, ${subject.words}`, description: chart.alt }
  },
  show: async ({ kind, subject, theme, notices }) => {
    const unknown = notices.filter(({ parameter }) => NAMING.includes(parameter))
    if (unknown.length > 0) {
      setStatus(await headers(), 400)
      return <RefusedChart notices={unknown} />
    }
    return <EmbeddedChart {...shapeEmbed(kind.key, subject, theme, ownOrigin())} />
  },
})

export { generateMetadata }
export default Page
