import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize, within } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { db } from '~/platform/db.server'
import type { SectorNames } from './sector.form.server'
import { isBasicSector, sectorCodeOf } from './sector-code'

/** All sectors, the deactivated ones too, with the number of programmes that offer each. */
export async function listSectors(actor: Actor) {
  within(actor, 'programme.read')
  const sectors = await db.sector.findMany({ orderBy: [{ sortOrder: 'asc' }, { code: 'asc' }] })
  const offered = await db.programmeSector.groupBy({ by: ['sectorCode'], _count: { programmeId: true } })
  return sectors.map((sector) => ({
    ...sector,
    basic: isBasicSector(sector.code),
    programmes: offered.find((one) => one.sectorCode === sector.code)?._count.programmeId ?? 0,
  }))
}

export async function getSector(actor: Actor, code: string) {
  within(actor, 'programme.read')
  const sector = await db.sector.findUnique({ where: { code } })
  return sector ?? refuse('not_found')
}

/** Adds a sector that programmes may offer from now on. Refuses `programme.sector_exists`. */
export async function addSector(
  actor: Actor,
  names: SectorNames,
  at: Date,
  key?: string,
): Promise<{ code: string }> {
  authorize(actor, 'sector.write')
  const code = sectorCodeOf(names.nameEn)
  return write(
    actor,
    async (tx, record) => {
      const same = await tx.sector.findFirst({
        where: { OR: [{ code }, { nameId: { equals: names.nameId, mode: 'insensitive' } }] },
      })
      if (code === '' || same) refuse('programme.sector_exists')
      const { _max } = await tx.sector.aggregate({ _max: { sortOrder: true } })
      await tx.sector.create({ data: { code, ...names, sortOrder: (_max.sortOrder ?? 0) + 1 } })
      record({
        kind: 'sector.changed',
        subject: { type: 'sector', id: code },
        facts: { change: 'added', ...names },
      })
      return { code }
    },
    { at, key, form: 'sector.add' },
  )
}

/** Changes the names under which a sector is shown. Refuses `not_found`, `programme.sector_exists`. */
export async function renameSector(
  actor: Actor,
  { code, ...names }: { code: string } & SectorNames,
  at: Date,
): Promise<void> {
  authorize(actor, 'sector.write')
  await write(
    actor,
    async (tx, record) => {
      const before = (await tx.sector.findUnique({ where: { code } })) ?? refuse('not_found')
      const same = await tx.sector.findFirst({
        where: { code: { not: code }, nameId: { equals: names.nameId, mode: 'insensitive' } },
      })
      if (same) refuse('programme.sector_exists')
      await tx.sector.update({ where: { code }, data: names })
      const facts = { change: 'renamed', fromId: before.nameId, fromEn: before.nameEn, ...names }
      record({ kind: 'sector.changed', subject: { type: 'sector', id: code }, facts })
    },
    { at },
  )
}

/**
 * Takes a sector out of what new programmes may offer, or puts it back; programmes that offer it keep it.
 * Refuses `programme.sector_always` for the four basic ones, `already_done`.
 */
export async function switchSector(
  actor: Actor,
  input: { code: string; active: boolean },
  at: Date,
): Promise<void> {
  authorize(actor, 'sector.write')
  if (!input.active && isBasicSector(input.code)) refuse('programme.sector_always')
  await write(
    actor,
    async (tx, record) => {
      const { count } = await tx.sector.updateMany({
        where: { code: input.code, active: !input.active },
        data: { active: input.active },
      })
      if (count !== 1) refuse('already_done')
      const facts = { change: input.active ? 'activated' : 'deactivated' }
      record({ kind: 'sector.changed', subject: { type: 'sector', id: input.code }, facts })
    },
    { at },
  )
}
