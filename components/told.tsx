import type { StoryLink } from './story/links'

/** A text with links: a piece without an address is plain. */
export type Told = readonly (string | StoryLink)[]

/** The words of a text, by which it is told from its neighbours. */
export const plainTold = (told: Told): string =>
  told.map((piece) => (typeof piece === 'string' ? piece : piece.label)).join('')

/** A finger has room about a name within a text; it covers of its neighbours no more than the spaces. */
const NAME = 'phone:-mx-3 phone:px-3 phone:py-[15px]'

/** A text whose names lead on. */
export function Words({ told }: { told: Told }) {
  const once = new Map<string, number>()
  return told.map((piece) => {
    if (typeof piece === 'string') return piece
    const key = `${piece.href} ${piece.label}`
    once.set(key, (once.get(key) ?? 0) + 1)
    return (
      <a key={`${key} ${once.get(key)}`} className={NAME} href={piece.href}>
        {piece.label}
      </a>
    )
  })
}
