import { afterAll, beforeAll } from 'vitest'
import { openBlobs } from '@/lib/store/blob'
import { startAzurite } from './azurite'
import { storeContract } from './contract'

let azurite: Awaited<ReturnType<typeof startAzurite>> | null = null
beforeAll(async () => {
  azurite = await startAzurite()
})
afterAll(() => azurite?.stop())

storeContract('in Azure Blob Storage', async (place) => openBlobs(azurite?.connection ?? '', place))
