import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { configDefaults, defineConfig } from 'vitest/config'

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)) }
const tests = (folder: string) => [`${folder}/**/*.test.ts`, `${folder}/**/*.test.tsx`]

/**
 * What marks a file that cannot share its process with other tests, as it changes modules or the environment under them,
 * or should not run beside others, as it starts processes that have to end in time.
 */
const ALONE =
  /\bvi\.mock\(|\bprocess\.env\.\w+ = |\bopen(?:Import|Drawing|Process)Pool\(|\b(?:spawn|fork)\(|startAzurite\(/

const elsewhere = ['tests/e2e/**', 'tests/server/**']
const alone = readdirSync(new URL('tests', import.meta.url), { recursive: true })
  .map((file) => `tests/${String(file).replaceAll('\\', '/')}`)
  .filter((file) => /\.test\.tsx?$/.test(file) && !/^tests\/(?:e2e|server)\//.test(file))
  .filter((file) => ALONE.test(readFileSync(new URL(file, import.meta.url), 'utf8')))

const common = {
  setupFiles: ['tests/setup.ts'],
  testTimeout: 60_000,
  // One hook starts the emulator of a blob store, which takes its time on a cold machine.
  hookTimeout: 150_000,
}

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: tests('tests'),
          exclude: [...configDefaults.exclude, ...elsewhere, ...alone],
          // Reading modules and lists anew for every file takes as long as the tests themselves.
          isolate: false,
          // What one file listens to must not be heard by the next.
          restoreMocks: true,
          maxWorkers: Math.max(2, availableParallelism() - 1),
          sequence: { groupOrder: 1 },
          ...common,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'unit-alone',
          include: alone,
          maxWorkers: 1,
          sequence: { groupOrder: 0 },
          ...common,
        },
      },
      {
        // These start the production build, each its own process on its own port.
        resolve: { alias },
        test: {
          name: 'server',
          include: tests('tests/server'),
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
          testTimeout: 180_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
