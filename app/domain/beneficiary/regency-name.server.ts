import { db } from '~/platform/db.server'

/** The name of a regency or city by its code; null for any other code. */
export async function regencyName(code: string | null): Promise<string | null> {
  if (!code) return null
  const region = await db.region.findFirst({ where: { code, level: 'regency' }, select: { name: true } })
  return region?.name ?? null
}
