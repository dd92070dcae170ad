import type { RouteConfigEntry } from '@remix-run/route-config'
import routes from '~/routes'

type Handler = (args: object) => unknown
export type RouteModule = { loader?: Handler; action?: Handler; default?: unknown }

/** A screen or verb of the portal: its address, its own file, and the files of the screens it stands in. */
export type Door = { path: string; file: string; around: readonly string[] }

const files = import.meta.glob<RouteModule>('../../app/routes/**/*.{ts,tsx}')

/** Every address of `routes.ts`, with the files that answer it. */
export function listDoors(): Door[] {
  return (routes as RouteConfigEntry[]).flatMap((entry) => doorsIn(entry, '', []))
}

function doorsIn(entry: RouteConfigEntry, base: string, around: readonly string[]): Door[] {
  const path = entry.path === undefined ? base : `${base}/${entry.path}`
  if (!entry.children) return [{ path: path === '' ? '/' : path, file: entry.file, around }]
  return entry.children.flatMap((child) => doorsIn(child, path, [...around, entry.file]))
}

export async function moduleOf(file: string): Promise<RouteModule> {
  const load = files[`../../app/${file}`]
  if (!load) throw new Error(`routes.ts names ${file}, which does not exist`)
  return load()
}
