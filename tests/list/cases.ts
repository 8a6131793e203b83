import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const PLACES = [process.env.TOP500_CASES ?? '', '../shared/cases', '/work/shared/cases']

/** The folder of files on which the software was wrong, or null where it is not there. */
export const caseFolder: string | null =
  PLACES.find((place) => place !== '' && existsSync(place)) ?? null

/** One of these files by how its name begins, with the name under which a person would send it. */
export function caseFile(begins: string): { fileName: string; bytes: Uint8Array } {
  const name =
    caseFolder && readdirSync(caseFolder).find((candidate) => candidate.startsWith(begins))
  if (!caseFolder || !name) throw new Error(`No file of ../shared/cases begins with ${begins}`)
  return {
    fileName: name.slice(Math.max(0, name.indexOf('TOP500_'))),
    bytes: readFileSync(join(caseFolder, name)),
  }
}
