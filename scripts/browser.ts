import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The browser for end-to-end tests: the named one, Playwright's own, or the system's; null if there is none. */
export function findBrowser(): string | null {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH must be a browser: ${named} does not exist`)
    return named
  }
  if (existsSync(chromium.executablePath())) return chromium.executablePath()
  const folders = (process.env.PATH ?? '').split(delimiter)
  const places = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return places.find((path) => existsSync(path)) ?? null
}

/** Installs a browser if there is none: Playwright's, and where that cannot be fetched the system's. */
export function ensureBrowser(): string {
  const found = findBrowser()
  if (found) return found
  process.stdout.write('No browser found: installing Chromium …\n')
  const tries: [string, string[]][] = [
    [process.execPath, [join('node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium']],
    ['apt-get', ['update', '-q']],
    ['apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium']],
  ]
  for (const [program, args] of tries) {
    spawnSync(program, args, {
      stdio: 'ignore',
      timeout: 300_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    const installed = findBrowser()
    if (installed) return installed
  }
  throw new Error(
    'There is no browser for the end-to-end tests: run `sudo apt-get install chromium`, or set CHROMIUM_PATH.',
  )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    ensureBrowser()
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`)
    process.exit(1)
  }
}
