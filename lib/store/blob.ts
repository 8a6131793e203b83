import { BlobServiceClient, type ContainerClient, RestError } from '@azure/storage-blob'
import { parseEditionId } from '../model/edition'
import { logName, type VersionLog } from './log'

const VERSION_BLOB = /^(\d{4}-\d{2})\/(\d{6})\.list$/
/** What the service answers to a create of a name that is taken. */
const TAKEN = new Set([409, 412])

/** Somebody waits for the answer: the client's own defaults would keep them for minutes. */
const RETRIES = {
  maxTries: 3,
  tryTimeoutInMs: 10_000,
  retryDelayInMs: 200,
  maxRetryDelayInMs: 1000,
}

function hasStatus(error: unknown, ...statuses: number[]): boolean {
  return (
    error instanceof RestError &&
    error.statusCode !== undefined &&
    statuses.includes(error.statusCode)
  )
}

/**
 * Versions in a container of Azure Blob Storage, for many processes on many machines. A create carries
 * `If-None-Match: *`, so of any number of writers of one version the service lets exactly one through.
 * @throws where the service or the container cannot be reached.
 */
export async function openBlobs(connection: string, containerName: string): Promise<VersionLog> {
  const container: ContainerClient = BlobServiceClient.fromConnectionString(connection, {
    retryOptions: RETRIES,
  }).getContainerClient(containerName)
  await container.createIfNotExists()
  return {
    async list() {
      const found = []
      for await (const { name } of container.listBlobsFlat()) {
        const [, id = '', version] = VERSION_BLOB.exec(name) ?? []
        const edition = parseEditionId(id)
        if (edition) found.push({ edition, version: Number(version) })
      }
      return found
    },
    async read(version) {
      try {
        return await container.getBlobClient(logName(version)).downloadToBuffer()
      } catch (error) {
        if (hasStatus(error, 404)) return null
        throw error
      }
    },
    async create(version, bytes) {
      try {
        await container.getBlockBlobClient(logName(version)).uploadData(Buffer.from(bytes), {
          conditions: { ifNoneMatch: '*' },
          blobHTTPHeaders: { blobContentType: 'application/octet-stream' },
        })
        return 'created'
      } catch (error) {
        if (hasStatus(error, ...TAKEN)) return 'exists'
        throw error
      }
    },
  }
}
