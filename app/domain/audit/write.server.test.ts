import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openForPerson, unwrapPersonKey } from '~/platform/crypto.server'
import { db, pool } from '~/platform/db.server'
import { useDatabase } from '../../../e2e/support/database'
import { anActor } from '../../../e2e/support/people'
import type { Actor } from '../shared/actor'
import { Refusal } from '../shared/refusal'
import { write } from './write.server'

useDatabase()

let actor: Actor
beforeEach(async () => {
  actor = await anActor('admin')
})
afterEach(() => pool.query(`DELETE FROM sector WHERE code LIKE 'uji-%'`))

const aSector = (code: string) => ({ code, nameId: code, nameEn: code })
const sectorEvent = (code: string) => ({
  kind: 'sector.changed' as const,
  subject: { type: 'sector' as const, id: code },
})

describe('the write door', () => {
  it('keeps the change with its event, the actor as plain values', async () => {
    await write(actor, async (tx, record) => {
      await tx.sector.create({ data: aSector('uji-1') })
      record({ ...sectorEvent('uji-1'), facts: { added: true } })
    })
    const event = await db.auditEvent.findFirstOrThrow({ where: { subjectId: 'uji-1' } })
    expect(event).toMatchObject({
      kind: 'sector.changed',
      actorId: actor.userId,
      actorName: actor.name,
      facts: { added: true },
    })
  })

  it('keeps nothing that recorded nothing', async () => {
    await expect(write(actor, (tx) => tx.sector.create({ data: aSector('uji-2') }))).rejects.toThrow(
      'records nothing',
    )
    expect(await db.sector.count({ where: { code: 'uji-2' } })).toBe(0)
  })

  it('keeps nothing that was refused, and runs no effect', async () => {
    let effects = 0
    const refused = write(actor, async (tx, record) => {
      await tx.sector.create({ data: aSector('uji-3') })
      record(sectorEvent('uji-3'))
      record.afterCommit(() => {
        effects += 1
      })
      throw new Refusal('changed_meanwhile')
    })
    await expect(refused).rejects.toThrow(Refusal)
    expect(await db.sector.count({ where: { code: 'uji-3' } })).toBe(0)
    expect(effects).toBe(0)
  })

  it('does the same form once, however often and however many at a time it comes', async () => {
    const key = randomUUID()
    const submit = () =>
      write(
        actor,
        async (tx, record) => {
          const made = await tx.outboxMail.create({
            data: { toAddress: 'a@uji.test', subject: 'satu', bodyText: 'satu' },
          })
          record(sectorEvent('uji-4'))
          return { id: made.id }
        },
        { key, form: 'uji' },
      )
    const results = await Promise.all([submit(), submit(), submit(), submit()])
    results.push(await submit())
    expect(new Set(results.map((result) => result.id)).size).toBe(1)
    expect(await db.outboxMail.count()).toBe(1)
  })

  it('refuses the key of somebody else', async () => {
    const key = randomUUID()
    const once = (who: Actor) =>
      write(
        who,
        async (_tx, record) => {
          record(sectorEvent('uji-5'))
          return { done: true }
        },
        { key },
      )
    await once(actor)
    await expect(once(await anActor('admin'))).rejects.toThrow('already_done')
  })

  it('tries a conflict again until everyone is counted', async () => {
    await pool.query(`INSERT INTO sector (code, name_id, name_en, sort_order) VALUES ('uji-6', '', '', 0)`)
    const add = () =>
      write(actor, async (tx, record) => {
        const { sortOrder } = await tx.sector.findUniqueOrThrow({ where: { code: 'uji-6' } })
        await tx.sector.update({ where: { code: 'uji-6' }, data: { sortOrder: sortOrder + 1 } })
        record(sectorEvent('uji-6'))
      })
    await Promise.all(Array.from({ length: 8 }, add))
    expect((await db.sector.findUniqueOrThrow({ where: { code: 'uji-6' } })).sortOrder).toBe(8)
  })

  it('encrypts personal values under the key of their person, and one key serves them all', async () => {
    const beneficiaryId = randomUUID()
    const note = (name: string) =>
      write(actor, async (_tx, record) => {
        record(sectorEvent('uji-7'))
        record({
          kind: 'person.corrected',
          subject: { type: 'beneficiary', id: beneficiaryId },
          beneficiaryId,
          personal: { name },
        })
      })
    await Promise.all([note('Yohana Lejau'), note('Yohana Lejiu')])
    const events = await db.auditEvent.findMany({ where: { beneficiaryId }, orderBy: { id: 'asc' } })
    const { wrappedKey } = await db.personKey.findUniqueOrThrow({ where: { beneficiaryId } })
    const key = unwrapPersonKey(wrappedKey ?? new Uint8Array())
    const names = events.map(
      (event) => JSON.parse(openForPerson(key, event.personalEnc ?? new Uint8Array())).name,
    )
    expect(names.sort()).toEqual(['Yohana Lejau', 'Yohana Lejiu'])
    expect(JSON.stringify(events.map((event) => event.facts))).not.toContain('Yohana')
  })

  it('never lets an event be changed or removed', async () => {
    await write(actor, async (_tx, record) => record(sectorEvent('uji-8')))
    await expect(db.auditEvent.updateMany({ data: { actorName: 'lain' } })).rejects.toThrow(/never changed/)
    await expect(db.auditEvent.deleteMany()).rejects.toThrow(/never changed/)
    await expect(pool.query('TRUNCATE audit_event')).rejects.toThrow(/never changed/)
  })
})
