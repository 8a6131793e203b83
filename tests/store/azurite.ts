import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { freePort } from '../port'

const require = createRequire(import.meta.url)
/** It is up in a second, and in many more on a cold or busy machine. */
const PATIENCE = 120_000
/** The emulator's well-known account, the same on every machine. */
const ACCOUNT = 'devstoreaccount1'
const KEY =
  'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=='

/** Starts the Azure Blob Storage emulator in memory. @returns its connection string, and how to stop it. */
export async function startAzurite(): Promise<{ connection: string; stop: () => void }> {
  const port = await freePort()
  const child = spawn(
    process.execPath,
    [
      require.resolve('azurite/dist/src/blob/main.js'),
      '--silent',
      '--inMemoryPersistence',
      '--disableTelemetry',
      '--skipApiVersionCheck',
      '--blobPort',
      String(port),
    ],
    { stdio: 'ignore' },
  )
  const connection = `DefaultEndpointsProtocol=http;AccountName=${ACCOUNT};AccountKey=${KEY};BlobEndpoint=http://127.0.0.1:${port}/${ACCOUNT};`
  const deadline = Date.now() + PATIENCE
  while (Date.now() < deadline) {
    const up = await fetch(`http://127.0.0.1:${port}/${ACCOUNT}?comp=list`).then(
      () => true,
      () => false,
    )
    if (up) return { connection, stop: () => child.kill('SIGKILL') }
    await new Promise((done) => setTimeout(done, 100))
  }
  child.kill('SIGKILL')
  throw new Error('Azurite did not answer within two minutes.')
}
