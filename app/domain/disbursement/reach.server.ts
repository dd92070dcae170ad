import type { Actor } from '~/domain/shared/actor'
import { authorize, type Deed, reachOf } from '~/domain/shared/permissions'
import { db, emptySql, type Sql, sql } from '~/platform/db.server'

/** The condition that keeps rows of `column` within the actor's reach. Refuses `not_allowed` where there is none. */
export function reachSql(actor: Actor, deed: Deed, column: Sql): Sql {
  authorize(actor, deed)
  const { regencyCodes } = reachOf(actor, deed)
  return regencyCodes === 'all' ? emptySql : sql`AND ${column} = ANY(${[...regencyCodes]}::text[])`
}

export type NamedCode = { code: string; name: string }

/** Regencies in reach and the sectors, by their names: what the filters offer. */
export async function listChoices(
  actor: Actor,
  deed: Deed,
): Promise<{ regencies: NamedCode[]; sectors: NamedCode[] }> {
  authorize(actor, deed)
  const { regencyCodes } = reachOf(actor, deed)
  const [regencies, sectors] = await Promise.all([
    db.region.findMany({
      where: { level: 'regency', ...(regencyCodes === 'all' ? {} : { code: { in: [...regencyCodes] } }) },
      select: { code: true, name: true },
      orderBy: { code: 'asc' },
    }),
    db.sector.findMany({ select: { code: true, nameId: true, nameEn: true }, orderBy: { sortOrder: 'asc' } }),
  ])
  return {
    regencies,
    sectors: sectors.map(({ code, nameId, nameEn }) => ({
      code,
      name: actor.locale === 'en' ? nameEn : nameId,
    })),
  }
}
