import { createRoot } from 'react-dom/client'
import { Plot } from '@/components/charts/plot'
import type { ChartSpec } from '@/lib/chart/spec'

// The data stand in the page, which is kinder to this rival than a request of its own for them.
const data = document.getElementById('spec')?.textContent ?? '{}'
const place = document.getElementById('chart')
if (place) createRoot(place).render(<Plot spec={JSON.parse(data) as ChartSpec} />)
