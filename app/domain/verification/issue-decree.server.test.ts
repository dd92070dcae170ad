import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { write } from '~/domain/audit/write.server'
import { moveBeneficiary } from '~/domain/beneficiary/move-beneficiary.server'
import { db } from '~/platform/db.server'
import { BERAU, SAMARINDA } from '../../../e2e/support/beneficiaries'
import { useDatabase } from '../../../e2e/support/database'
import { anActor } from '../../../e2e/support/people'
import { anOpenProgramme } from '../../../e2e/support/programmes'
import { statusOf, verifiedPeople } from '../../../e2e/support/verified-people'
import { answerObjection } from './answer-objection.server'
import { confirmOffer } from './confirm-offer.server'
import { issueDecree } from './issue-decree.server'
import { offerPlaces } from './offer-places.server'
import { recordObjection } from './record-objection.server'
import type { IssueDecree } from './verification.form.server'

useDatabase()

const PUBLISHED = '2026-03-03'
const at = new Date('2026-03-10T02:00:00Z')
const later = new Date('2026-06-01T02:00:00Z')

function decreeOf(programmeId: string, part: Partial<IssueDecree> = {}): IssueDecree {
  return {
    programmeId,
    number: '400.9/0123/DINSOS/2026',
    datedOn: '2026-03-10',
    subject: 'Penetapan penerima bantuan usaha ekonomi produktif',
    regencyCodes: [SAMARINDA],
    ...part,
  }
}

async function exit(person: { id: string }, to: 'withdrawn' | 'replaced'): Promise<void> {
  const actor = await anActor('verifier', SAMARINDA)
  const status = await statusOf(person)
  await write(actor, (tx, record) =>
    moveBeneficiary(
      tx,
      record,
      actor,
      { beneficiaryId: person.id, from: status as 'decreed', to, reason: 'Pindah ke luar daerah' },
      later,
    ),
  )
}

describe('a decree', () => {
  it('names the most needy up to the quota and lets the rest wait', async () => {
    const programme = await anOpenProgramme({ quotas: { [SAMARINDA]: 2 } })
    const [high, low, unknown] = await verifiedPeople(programme.id, 3, { deciles: [4, 1, null] })
    const decree = await issueDecree(await anActor('coordinator'), decreeOf(programme.id), at)
    expect(decree).toMatchObject({ added: 2, waitlisted: 1, removed: 0 })
    expect(await Promise.all([high, low, unknown].map((person) => statusOf(person ?? { id: '' })))).toEqual([
      'decreed',
      'decreed',
      'waitlisted',
    ])
    const lines = await db.decreeLine.findMany({
      where: { decreeId: decree.id },
      orderBy: { lineNumber: 'asc' },
    })
    expect(lines.map((line) => line.beneficiaryId)).toEqual([low?.id, high?.id])
    expect(await db.decree.findUnique({ where: { id: decree.id } })).toMatchObject({
      persons: 2,
      totalRupiah: 10_000_000n,
    })
  })

  it('gives the last place to one of two people who issue at the same moment', async () => {
    const programme = await anOpenProgramme({ quotas: { [SAMARINDA]: 1 } })
    await verifiedPeople(programme.id, 3, { deciles: [1, 2, 3] })
    const [first, second] = [await anActor('coordinator'), await anActor('coordinator')]
    const results = await Promise.allSettled([
      issueDecree(first, decreeOf(programme.id, { number: 'SK-1' }), at),
      issueDecree(second, decreeOf(programme.id, { number: 'SK-2' }), at),
    ])
    const refused = results.filter((result) => result.status === 'rejected')
    expect(refused.map((result) => result.reason.code)).toEqual(['verification.nobody_to_decree'])
    expect(await db.beneficiary.count({ where: { status: 'decreed' } })).toBe(1)
    expect(await db.beneficiary.count({ where: { status: 'waitlisted' } })).toBe(2)
  })

  it('never exceeds the quota, not even behind the code', async () => {
    const programme = await anOpenProgramme({ quotas: { [SAMARINDA]: 1 } })
    const people = await verifiedPeople(programme.id, 2, { deciles: [1, 2] })
    const behind = db.beneficiary.updateMany({
      where: { id: { in: people.map((person) => person.id) } },
      data: { status: 'decreed' },
    })
    await expect(behind).rejects.toThrow(/quota/)
  })

  it('keeps every quota, whatever the numbers', async () => {
    const programme = await anOpenProgramme({ quotas: { [SAMARINDA]: 3, [BERAU]: 2 } })
    const coordinator = await anActor('coordinator')
    const round = fc.record({ here: fc.integer({ min: 0, max: 4 }), there: fc.integer({ min: 0, max: 4 }) })
    let number = 0
    await fc.assert(
      fc.asyncProperty(round, async ({ here, there }) => {
        const ready = [here > 0 ? SAMARINDA : null, there > 0 ? BERAU : null].filter((code) => code !== null)
        if (here > 0) await verifiedPeople(programme.id, here)
        if (there > 0) await verifiedPeople(programme.id, there, { regencyCode: BERAU })
        if (ready.length === 0) return
        number += 1
        await issueDecree(
          coordinator,
          decreeOf(programme.id, { number: `SK-${number}`, regencyCodes: ready }),
          at,
        ).catch((error) => {
          expect(error).toMatchObject({ code: 'verification.nobody_to_decree' })
        })
        for (const [regencyCode, quota] of [
          [SAMARINDA, 3],
          [BERAU, 2],
        ] as const) {
          expect(
            await db.beneficiary.count({ where: { regencyCode, status: 'decreed' } }),
          ).toBeLessThanOrEqual(quota)
        }
      }),
      { numRuns: 6 },
    )
  }, 60_000)

  it('waits for the list to close and for every objection to be answered', async () => {
    const programme = await anOpenProgramme({ quotas: { [SAMARINDA]: 5 } })
    const [first, second] = await verifiedPeople(programme.id, 2, { deciles: [1, 2] })
    const coordinator = await anActor('coordinator')
    const early = issueDecree(
      coordinator,
      decreeOf(programme.id, { datedOn: '2026-03-09' }),
      new Date('2026-03-09T02:00:00Z'),
    )
    await expect(early).rejects.toMatchObject({ code: 'verification.nobody_to_decree' })

    const period = await db.objectionPeriod.findFirstOrThrow()
    const objection = {
      periodId: period.id,
      beneficiaryId: first?.id ?? '',
      fromName: 'Ketua RT 05',
      text: 'Yang bersangkutan sudah pindah',
      receivedOn: '2026-03-05',
    }
    const outOfTime = recordObjection(coordinator, { ...objection, receivedOn: '2026-03-10' }, at)
    await expect(outOfTime).rejects.toMatchObject({ code: 'verification.objection_out_of_time' })
    const { id } = await recordObjection(coordinator, objection, at)
    await expect(issueDecree(coordinator, decreeOf(programme.id), at)).rejects.toMatchObject({
      code: 'verification.objections_open',
      params: { n: 1 },
    })

    await answerObjection(
      coordinator,
      { objectionId: id, answer: 'Benar, sudah pindah sejak Januari', verdict: 'upheld' },
      at,
    )
    const twice = answerObjection(
      coordinator,
      { objectionId: id, answer: 'Ternyata masih tinggal di sana', verdict: 'dismissed' },
      at,
    )
    await expect(twice).rejects.toMatchObject({ code: 'verification.objection_answered' })
    expect(await issueDecree(coordinator, decreeOf(programme.id), at)).toMatchObject({
      added: 1,
      waitlisted: 0,
    })
    expect(await statusOf(second ?? { id: '' })).toBe('decreed')
    expect(await statusOf(first ?? { id: '' })).toBe('verified')
  })

  it('is dated between the end of its lists and today', async () => {
    const programme = await anOpenProgramme()
    await verifiedPeople(programme.id, 1)
    const coordinator = await anActor('coordinator')
    const tomorrow = issueDecree(coordinator, decreeOf(programme.id, { datedOn: '2026-03-11' }), at)
    await expect(tomorrow).rejects.toMatchObject({ code: 'verification.decree_in_future' })
    const before = issueDecree(coordinator, decreeOf(programme.id, { datedOn: PUBLISHED }), at)
    await expect(before).rejects.toMatchObject({
      code: 'verification.decree_before_list_closes',
      field: 'datedOn',
    })
  })

  it('has a number of its own and is never edited', async () => {
    const programme = await anOpenProgramme()
    const coordinator = await anActor('coordinator')
    await verifiedPeople(programme.id, 1)
    const { id } = await issueDecree(coordinator, decreeOf(programme.id), at)
    await verifiedPeople(programme.id, 1)
    await expect(issueDecree(coordinator, decreeOf(programme.id), at)).rejects.toMatchObject({
      code: 'database.decree_number_key',
    })
    await expect(db.decree.update({ where: { id }, data: { number: 'X' } })).rejects.toThrow(/never changed/)
  })

  it.each([
    ['coordinator', SAMARINDA],
    ['verifier', null],
    ['auditor', null],
    ['approver', null],
  ] as const)('is not issued by a %s of %s', async (role, regency) => {
    const programme = await anOpenProgramme()
    await verifiedPeople(programme.id, 1)
    await expect(issueDecree(await anActor(role, regency), decreeOf(programme.id), at)).rejects.toMatchObject(
      { code: 'not_allowed' },
    )
  })

  it('is issued for hundreds of people in one write', async () => {
    const programme = await anOpenProgramme({ quotas: { [SAMARINDA]: 400 } })
    await verifiedPeople(programme.id, 450)
    const decree = await issueDecree(await anActor('coordinator'), decreeOf(programme.id), at)
    expect(decree).toMatchObject({ added: 400, waitlisted: 50 })
    expect(await db.decreeLine.count({ where: { decreeId: decree.id } })).toBe(400)
    expect(
      await db.auditEvent.count({
        where: { kind: 'person.moved', facts: { path: ['to'], equals: 'waitlisted' } },
      }),
    ).toBe(50)
  })
})

describe('a place that falls free', () => {
  it('is offered to the next in rank, confirmed, and goes on by an amending decree', async () => {
    const programme = await anOpenProgramme({ quotas: { [SAMARINDA]: 2 } })
    const [one, two, three, four] = await verifiedPeople(programme.id, 4, { deciles: [1, 2, 3, 4] })
    const coordinator = await anActor('coordinator')
    const decree = await issueDecree(coordinator, decreeOf(programme.id), at)
    expect(await offerPlaces(programme.id, SAMARINDA, later)).toEqual({ offered: 0 })

    await exit(one ?? { id: '' }, 'withdrawn')
    const both = await Promise.all([
      offerPlaces(programme.id, SAMARINDA, later),
      offerPlaces(programme.id, SAMARINDA, later),
    ])
    expect(both.reduce((sum, run) => sum + run.offered, 0)).toBe(1)
    expect(await offerPlaces(programme.id, SAMARINDA, later)).toEqual({ offered: 0 })
    expect(await statusOf(three ?? { id: '' })).toBe('verified')
    expect(await statusOf(four ?? { id: '' })).toBe('waitlisted')

    const amending = decreeOf(programme.id, { number: 'SK-2', datedOn: '2026-06-01', amendsId: decree.id })
    const regional = await anActor('coordinator', SAMARINDA)
    await confirmOffer(regional, { beneficiaryId: three?.id ?? '' }, later)
    await expect(confirmOffer(regional, { beneficiaryId: three?.id ?? '' }, later)).rejects.toMatchObject({
      code: 'verification.offer_answered',
    })
    expect(await issueDecree(coordinator, amending, later)).toMatchObject({ added: 1, removed: 1 })
    expect(await statusOf(three ?? { id: '' })).toBe('decreed')
    expect(await statusOf(two ?? { id: '' })).toBe('decreed')
  })

  it('is not given away while its offer is unanswered', async () => {
    const programme = await anOpenProgramme({ quotas: { [SAMARINDA]: 1 } })
    const [one] = await verifiedPeople(programme.id, 2, { deciles: [1, 2] })
    const coordinator = await anActor('coordinator')
    await issueDecree(coordinator, decreeOf(programme.id), at)
    await exit(one ?? { id: '' }, 'replaced')
    await offerPlaces(programme.id, SAMARINDA, later)
    const [newcomer] = await verifiedPeople(programme.id, 1, { deciles: [1] })
    const second = issueDecree(
      coordinator,
      decreeOf(programme.id, { number: 'SK-2', datedOn: '2026-06-01' }),
      later,
    )
    await expect(second).rejects.toMatchObject({ code: 'verification.nobody_to_decree' })
    expect(await statusOf(newcomer ?? { id: '' })).toBe('verified')
  })
})
