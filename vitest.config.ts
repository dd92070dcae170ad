import tsconfigPaths from 'vite-tsconfig-paths'
import { defineConfig } from 'vitest/config'

const everywhere = ['app', 'scripts', 'prisma', 'e2e']
const integration = everywhere.map((folder) => `${folder}/**/*.server.test.ts`)

/** Integration tests run on the newest PostgreSQL, and with `POSTGRES=oldest` on the oldest supported one. */
export default defineConfig({
  plugins: [tsconfigPaths()],
  test: {
    maxWorkers: 2,
    minWorkers: 1,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: everywhere.map((folder) => `${folder}/**/*.test.{ts,tsx}`),
          exclude: integration,
          env: { NODE_ENV: 'test' },
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: integration,
          globalSetup: 'e2e/support/database-setup.ts',
          setupFiles: 'e2e/support/database-worker.ts',
          pool: 'forks',
          poolOptions: { forks: { isolate: false } },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
