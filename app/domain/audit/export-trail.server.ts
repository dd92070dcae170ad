import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import type { TrailFilter } from './trail-filter'
import { write } from './write.server'

/** Notes that the filtered trail was taken out of the portal; the rows follow by `eventsToExport`. Refuses `not_allowed`. */
export async function noteTrailExport(actor: Actor, filter: TrailFilter, at: Date): Promise<void> {
  authorize(actor, 'audit.export')
  await write(
    actor,
    async (_tx, record) =>
      record({
        kind: 'audit.exported',
        subject: { type: 'system', id: 'trail' },
        facts: { kind: filter.kind, regency: filter.regencyCode, from: filter.from, to: filter.to },
      }),
    { at },
  )
}
