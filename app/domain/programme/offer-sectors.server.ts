import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { Refusal } from '~/domain/shared/refusal'
import { whyNotChangeSectors } from './change'
import { dependenceOn, keepVersion, loadForChange } from './programme-state.server'
import type { OfferSectors } from './settings.form.server'

/**
 * Sets which sectors the year offers, with the ceiling of a grant and the form of the aid. Refuses `programme.closed`,
 * `programme.reason_needed`, `programme.sector_in_use`, `programme.ceiling_below_plans`, `programme.no_sector_left`,
 * `changed_meanwhile`.
 */
export async function offerSectors(
  actor: Actor,
  input: OfferSectors,
  at: Date,
  key?: string,
): Promise<{ id: string }> {
  authorize(actor, 'programme.write')
  return write(
    actor,
    async (tx, record) => {
      const before = await loadForChange(tx, input)
      const offered = input.sectors.flatMap(({ offered, sectorCode, ceilingRupiah, form }) =>
        offered && ceilingRupiah !== undefined && form ? [{ sectorCode, ceilingRupiah, form }] : [],
      )
      const known = await tx.sector.count({
        where: { code: { in: offered.map((sector) => sector.sectorCode) } },
      })
      if (known !== offered.length) throw new Refusal('not_found')
      if (before.status === 'open' && offered.length === 0) throw new Refusal('programme.no_sector_left')
      const no = whyNotChangeSectors(offered, await dependenceOn(tx, before.id))
      if (no) {
        const position = input.sectors.findIndex((sector) => sector.sectorCode === no.sectorCode)
        throw new Refusal(no.code, no.params, { field: `sectors[${position}].ceilingRupiah` })
      }
      await keepVersion(tx, actor, before, input.reason, at)
      await tx.programmeSector.deleteMany({ where: { programmeId: before.id } })
      await tx.programmeSector.createMany({
        data: offered.map((sector) => ({ ...sector, programmeId: before.id })),
      })
      const facts = Object.fromEntries(
        offered.map((sector) => [sector.sectorCode, `${sector.form} ${sector.ceilingRupiah}`]),
      )
      record({
        kind: 'programme.changed',
        subject: { type: 'programme', id: before.id },
        programmeId: before.id,
        facts: { part: 'sectors', version: before.version, ...facts },
      })
      return { id: before.id }
    },
    { key, form: 'programme.sectors', at },
  )
}
