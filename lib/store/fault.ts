import { STORE_GONE } from './log'

const STORE_SLOW = 'STORE_SLOW'
const DAMAGED_VERSION = 'DAMAGED_VERSION'

/** Thrown where a store has not answered for so long that nobody should wait for it. */
export class SlowStore extends Error {
  readonly code = STORE_SLOW
  constructor() {
    super('it does not answer')
  }
}

/** Thrown where a stored version cannot be trusted: showing another one instead would be a wrong answer. */
export class DamagedVersion extends Error {
  readonly code = DAMAGED_VERSION
}

/** Whether an error says that a stored version cannot be trusted; its message is for people. */
export const isDamage = (error: unknown): error is Error => codeOf(error) === DAMAGED_VERSION

/** What errors of a disk or a connection mean. The errors' own words name paths, which are for the log alone. */
const MEANINGS: Readonly<Record<string, string>> = {
  EACCES: 'access to it is denied',
  EPERM: 'access to it is denied',
  EBADMSG: 'the disk reports an error',
  EIO: 'the disk reports an error',
  EUCLEAN: 'the disk reports an error',
  EISDIR: 'a folder has its name',
  ENOTDIR: 'a file stands where its folder should be',
  ELOOP: 'it is a link that leads to itself',
  ENXIO: 'it is not a file',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of the disk is used up',
  EFBIG: 'the disk takes no file of this size',
  EROFS: 'the disk is read-only',
  ENOENT: 'its folder is gone',
  ESTALE: 'its folder is gone',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EHOSTUNREACH: 'there is no way to its host',
  ENETUNREACH: 'there is no way to its host',
  ECONNREFUSED: 'its host refuses connections',
  ECONNRESET: 'the connection to its host broke',
  ENOTFOUND: 'its host is unknown',
  ETIMEDOUT: 'its host does not answer',
  [STORE_GONE]: 'the lists that were kept in it are gone',
  [STORE_SLOW]: 'it does not answer',
  REQUEST_SEND_ERROR: 'its host cannot be reached',
}

/** The code of an error of the system, such as `ENOSPC`; null where there is none. */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null
}

/**
 * What is the matter with a store or a version, as the end of a sentence: for people who may not know where the store
 * lies, so without paths, hosts or accounts.
 */
export function sayFault(error: unknown): string {
  const known = MEANINGS[codeOf(error) ?? '']
  if (known) return known
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number')
    return `its service answers with status ${error.statusCode}`
  return 'the reason stands in the server’s log'
}

/** Whether an error is one of a disk or a connection, and none of the program. */
export function isStoreFault(error: unknown): boolean {
  return (
    /^(?:E[A-Z\d]+|STORE_[A-Z]+|REQUEST_SEND_ERROR)$/.test(codeOf(error) ?? '') ||
    (error instanceof Error && 'statusCode' in error)
  )
}

/** The same for the log of whoever runs the server, with everything that the error says. */
export const logFault = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)
