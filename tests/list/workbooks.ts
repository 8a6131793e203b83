import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const PLACES = [process.env.TOP500_WORKBOOKS ?? '', '../shared/top500', '/work/shared/top500']

/** The folder of published workbooks beside the repository, or null where it is not at hand. */
export const workbookFolder: string | null =
  PLACES.find((place) => place !== '' && existsSync(place)) ?? null

/** The published workbooks at hand: edition, file name and bytes on demand. */
export const workbooks: readonly { edition: string; fileName: string; bytes: () => Uint8Array }[] =
  workbookFolder === null
    ? []
    : readdirSync(workbookFolder)
        .filter((fileName) => /^TOP500_\d{6}\.xlsx?$/.test(fileName))
        .sort()
        .map((fileName) => ({
          edition: `${fileName.slice(7, 11)}-${fileName.slice(11, 13)}`,
          fileName,
          bytes: () => readFileSync(join(workbookFolder, fileName)),
        }))
