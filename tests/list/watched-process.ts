import '@/lib/list/import-process'

/**
 * The reader of uploads, watched: after each file it looks whether anything that all code shares was changed, and
 * answers a fault if so. `fuzz.test.ts` runs it.
 */
const SHARED = { Object, Function, Array, String, Number, RegExp, Map, Set, Promise, JSON, Math }

/** Names of everything that hangs on what all code shares. */
function shared(): string {
  const names = Object.entries(SHARED).flatMap(([name, one]) => [
    ...Reflect.ownKeys(one).map((key) => `${name}.${String(key)}`),
    ...('prototype' in one
      ? Reflect.ownKeys(one.prototype).map((key) => `${name}.prototype.${String(key)}`)
      : []),
  ])
  return names.sort().join(' ')
}

const globals = () => Reflect.ownKeys(globalThis).map(String).sort().join(' ')
const before = { globals: globals(), names: shared() }
const send = process.send?.bind(process)
process.send = (answer: object) => {
  if (!('answer' in answer)) return send?.(answer) ?? false
  const now = { globals: globals(), names: shared() }
  const same = now.globals === before.globals && now.names === before.names
  return (
    send?.(same ? answer : { fault: `Something shared was changed: ${JSON.stringify(now)}` }) ??
    false
  )
}
