/** Neighbours that are alike, together. */
export function runsOf<T>(items: readonly T[], alike: (a: T, b: T) => boolean): T[][] {
  const found: T[][] = []
  for (const item of items) {
    const run = found.at(-1)
    const [first] = run ?? []
    if (run && first !== undefined && alike(first, item)) run.push(item)
    else found.push([item])
  }
  return found
}
