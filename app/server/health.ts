import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { RequestHandler } from 'express'
import { pool } from '~/platform/db.server'

let migrated = false

/** The migrations that this version came with, or none where they are not shipped beside the build. */
function shipped(): string[] {
  const folder = join(process.cwd(), 'prisma', 'migrations')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  )
}

async function isMigrated(): Promise<boolean> {
  const { rows } = await pool.query<{ missing: number }>(
    `SELECT count(*)::int AS missing FROM unnest($1::text[]) AS name
     WHERE NOT EXISTS (SELECT FROM _prisma_migrations WHERE migration_name = name AND finished_at IS NOT NULL)`,
    [shipped()],
  )
  return rows[0]?.missing === 0
}

export const healthz: RequestHandler = (_request, response) => {
  response.setHeader('Cache-Control', 'no-store').json({ status: 'up' })
}

/** Ready while the database answers and is migrated, and the server is not on its way out. */
export function readyz(draining: () => boolean): RequestHandler {
  return async (_request, response) => {
    response.setHeader('Cache-Control', 'no-store')
    const reason = draining() ? 'draining' : await whyNotReady()
    if (reason) response.status(503).json({ status: 'not ready', reason })
    else response.json({ status: 'ready' })
  }
}

async function whyNotReady(): Promise<string | null> {
  try {
    await pool.query('SELECT 1')
    migrated ||= await isMigrated()
    return migrated ? null : 'database not migrated'
  } catch {
    return 'database not reachable'
  }
}
