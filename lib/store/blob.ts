import { BlobServiceClient, type ContainerClient, RestError } from '@azure/storage-blob'
import { parseEditionId } from '../model/edition'
import { type EndedSessions, isOutlived } from './ended-sessions'
import {
  LARGEST_VERSION,
  type Listing,
  logName,
  type Numbered,
  type Stray,
  UnreadableVersion,
  type VersionLog,
} from './log'

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

const containerOf = (connection: string, name: string): ContainerClient =>
  BlobServiceClient.fromConnectionString(connection, {
    retryOptions: RETRIES,
  }).getContainerClient(name)

/** What the service says of a blob that was moved to where nothing can be read at once. */
const ARCHIVED = 'BlobArchived'

/** Where sessions that were ended are noted, beside the versions. */
const SESSIONS = 'sessions/'

/** What a blob is by its name and size. */
function entryOf(name: string, size: number): { version: Numbered } | { stray: Stray } {
  const [, id = '', version = '0'] = VERSION_BLOB.exec(name) ?? []
  const edition = parseEditionId(id)
  const stray = (problem: string) => ({
    stray: { edition: edition ?? parseEditionId(name.slice(0, 7)), name, problem },
  })
  if (!edition || Number(version) === 0) return stray('its name is not a version’s')
  if (size > LARGEST_VERSION) return stray('it is larger than any version')
  return { version: { edition, version: Number(version) } }
}

/**
 * Versions in a container of Azure Blob Storage, for many processes on many machines. A create carries
 * `If-None-Match: *`, so of any number of writers of one version the service lets exactly one through.
 * @param mustExist whether a container that is not there is an error, and not one to create.
 * @throws where the service or the container cannot be reached.
 */
export async function openBlobs(
  connection: string,
  containerName: string,
  { mustExist = false } = {},
): Promise<VersionLog> {
  const container = containerOf(connection, containerName)
  if (!mustExist) await container.createIfNotExists()
  return {
    async list() {
      const versions: Numbered[] = []
      const strays: Stray[] = []
      for await (const { name, properties } of container.listBlobsFlat()) {
        if (name.startsWith(SESSIONS)) continue
        const entry = entryOf(name, properties.contentLength ?? 0)
        if ('version' in entry) versions.push(entry.version)
        else strays.push(entry.stray)
      }
      return { versions, strays, unlisted: [] } satisfies Listing
    },
    async read(version) {
      try {
        return await container.getBlobClient(logName(version)).downloadToBuffer()
      } catch (error) {
        if (
          hasStatus(error, 404) &&
          error instanceof RestError &&
          error.code !== 'ContainerNotFound'
        )
          return null
        if (error instanceof RestError && error.code === ARCHIVED)
          throw new UnreadableVersion('the service keeps it where it cannot be read at once')
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

/** Notes of ended sessions in the same container: an empty blob for each. */
export function openBlobSessions(connection: string, containerName: string): EndedSessions {
  const container = containerOf(connection, containerName)
  const noteOf = (id: string) => container.getBlockBlobClient(`${SESSIONS}${id}`)
  return {
    has: (id) => noteOf(id).exists(),
    async add(id) {
      await noteOf(id).upload('', 0)
      for await (const { name, properties } of container.listBlobsFlat({ prefix: SESSIONS }))
        if (isOutlived(properties.lastModified.getTime()))
          await container.deleteBlob(name, { deleteSnapshots: 'include' })
    },
  }
}
