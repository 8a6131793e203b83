import { cache } from 'react'

/**
 * Does the same work once for all parts of one page, its metadata and its body. What is asked is told apart by its JSON.
 * @param work what a page asks for; what it is given must come whole out of JSON.
 */
export function oncePerPage<Asked, Found>(work: (asked: Asked) => Found): (asked: Asked) => Found {
  const once = cache((asked: string) => work(JSON.parse(asked)))
  return (asked) => once(JSON.stringify(asked))
}
