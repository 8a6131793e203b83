import { fileURLToPath } from 'node:url'
import { configDefaults, defineConfig } from 'vitest/config'

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)) }
const tests = (folder: string) => [`${folder}/**/*.test.ts`, `${folder}/**/*.test.tsx`]

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: tests('tests'),
          exclude: [...configDefaults.exclude, 'tests/e2e/**', 'tests/server/**'],
          testTimeout: 60_000,
          // One hook starts the emulator of a blob store, which takes its time on a cold machine.
          hookTimeout: 150_000,
        },
      },
      {
        // These start the production build, each its own process on its own port.
        resolve: { alias },
        test: {
          name: 'server',
          include: tests('tests/server'),
          testTimeout: 180_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
