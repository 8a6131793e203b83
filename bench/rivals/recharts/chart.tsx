import { createRoot } from 'react-dom/client'
import { Plot } from '@/components/charts/plot'
import type { Scene } from '@/lib/scene/scene'

// The data stand in the page, which is kinder to this rival than a request of its own for them.
const data = document.getElementById('scene')?.textContent ?? '{}'
const place = document.getElementById('chart')
if (place) createRoot(place).render(<Plot scene={JSON.parse(data) as Scene} />)
