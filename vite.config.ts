import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin } from 'vite'
import tsconfigPaths from 'vite-tsconfig-paths'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

/** Builds our HTTP server in the place of Remix's bare build, so that both share one set of modules and one pool. */
function serverEntry(input: Record<string, string>): Plugin {
  return {
    name: 'berdaya-server-entry',
    enforce: 'post',
    config: (_config, { isSsrBuild }) =>
      isSsrBuild
        ? { build: { rollupOptions: { input, output: { entryFileNames: '[name].js' } } } }
        : undefined,
  }
}

export default defineConfig({
  plugins: [
    tailwindcss(),
    remix({
      ssr: true,
      serverBuildFile: 'index.js',
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        v3_lazyRouteDiscovery: true,
        v3_routeConfig: true,
        unstable_optimizeDeps: true,
      },
    }),
    tsconfigPaths(),
    serverEntry({
      index: 'app/server/index.ts',
      'spreadsheet-reader': 'app/platform/spreadsheet/reader.worker.ts',
    }),
  ],
  build: { target: 'es2022', sourcemap: false, chunkSizeWarningLimit: 1_000 },
  optimizeDeps: { exclude: ['@node-rs/argon2'] },
})
