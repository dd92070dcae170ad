import { describe, expect, it } from 'vitest'
import { db } from '~/platform/db.server'
import { BERAU, peopleAt, SAMARINDA } from '../../../e2e/support/beneficiaries'
import { useDatabase } from '../../../e2e/support/database'
import { anActor, anActorWith } from '../../../e2e/support/people'
import { anOpenProgramme } from '../../../e2e/support/programmes'
import { aVerified, candidates, statusOf } from '../../../e2e/support/verified-people'
import { resubmitCandidate } from './resubmit-candidate.server'
import { verifyCandidates } from './verify-candidates.server'

useDatabase()

const at = new Date('2026-03-03T02:00:00Z')

async function oneCandidate() {
  const programme = await anOpenProgramme()
  const [person] = await candidates(programme.id, 1)
  if (!person) throw new Error('nobody made')
  return { programme, person, verifier: await anActor('verifier', SAMARINDA) }
}

describe('deciding about a candidate', () => {
  it('verifies, keeps the evidence, and counts the verifier as involved', async () => {
    const { person, verifier } = await oneCandidate()
    await verifyCandidates(verifier, [aVerified(person.id, { latitude: -0.5, longitude: 117.15 })], at)
    expect(await statusOf(person)).toBe('verified')
    const kept = await db.verification.findFirst({ where: { beneficiaryId: person.id } })
    expect(kept).toMatchObject({
      decision: 'verified',
      latitude: -0.5,
      longitude: 117.15,
      decidedBy: verifier.userId,
    })
    expect(kept?.checklist).toMatchObject({ identity_seen: true, willing_to_train: true })
    expect(
      await db.involvement.count({
        where: { beneficiaryId: person.id, userId: verifier.userId, deed: 'verified' },
      }),
    ).toBe(1)
    const kinds = await db.auditEvent.findMany({
      where: { beneficiaryId: person.id },
      select: { kind: true },
    })
    expect(kinds.map((event) => event.kind).sort()).toEqual(['person.moved', 'verification.decided'])
  })

  it('sends back, and after the correction waits again', async () => {
    const { person, verifier } = await oneCandidate()
    const decision = aVerified(person.id, {
      decision: 'sent_back',
      checklist: {},
      visitedOn: null,
      reason: 'Alamat di KK berbeda dari usulan',
    })
    await verifyCandidates(verifier, [decision], at)
    const coordinator = await anActor('coordinator', SAMARINDA)
    await resubmitCandidate(coordinator, { beneficiaryId: person.id }, at)
    expect(await statusOf(person)).toBe('proposed')
    expect(await db.involvement.count({ where: { userId: coordinator.userId, deed: 'registered' } })).toBe(1)
    const again = resubmitCandidate(coordinator, { beneficiaryId: person.id }, at)
    await expect(again).rejects.toMatchObject({ code: 'verification.not_sent_back' })
  })

  it('goes to one of two verifiers who decide at the same moment', async () => {
    const { person, verifier } = await oneCandidate()
    const other = await anActor('verifier', SAMARINDA)
    const reject = aVerified(person.id, {
      decision: 'rejected',
      checklist: {},
      reason: 'Pegawai negeri sipil aktif',
    })
    const results = await Promise.allSettled([
      verifyCandidates(verifier, [aVerified(person.id)], at),
      verifyCandidates(other, [reject], at),
    ])
    const refused = results.filter((result) => result.status === 'rejected')
    expect(refused).toHaveLength(1)
    expect(refused[0]?.reason).toMatchObject({ code: 'verification.not_waiting' })
    expect(await db.verification.count({ where: { beneficiaryId: person.id } })).toBe(1)
  })

  it('is done once when the same form comes twice', async () => {
    const { person, verifier } = await oneCandidate()
    const [first, second] = await Promise.all([
      verifyCandidates(verifier, [aVerified(person.id)], at, 'key-1'),
      verifyCandidates(verifier, [aVerified(person.id)], at, 'key-1'),
    ])
    expect(first).toEqual(second)
    expect(await db.verification.count()).toBe(1)
  })

  it('decides about all of a list or about nobody', async () => {
    const { programme, person, verifier } = await oneCandidate()
    const [second] = await candidates(programme.id, 1)
    const decisions = [aVerified(person.id), aVerified(second?.id ?? '', { visitedOn: null })]
    await expect(verifyCandidates(verifier, decisions, at)).rejects.toMatchObject({
      code: 'verification.no_visit',
      params: { name: second?.name },
    })
    expect(await statusOf(person)).toBe('proposed')
  })

  it('takes a list of two hundred', async () => {
    const programme = await anOpenProgramme({ quotas: { [SAMARINDA]: 200 } })
    const people = await candidates(programme.id, 200)
    const verifier = await anActor('verifier', SAMARINDA)
    await verifyCandidates(
      verifier,
      people.map((person) => aVerified(person.id)),
      at,
    )
    expect(await db.beneficiary.count({ where: { status: 'verified' } })).toBe(200)
  })
})

describe('who may not verify', () => {
  it('is whoever registered the person, in the code and in the database', async () => {
    const { programme } = await oneCandidate()
    const both = await anActorWith(['verifier', SAMARINDA], ['coordinator', SAMARINDA])
    const [person] = await peopleAt('proposed', 1, programme.id, { registeredBy: both.userId })
    const id = person?.id ?? ''
    await expect(verifyCandidates(both, [aVerified(id)], at)).rejects.toMatchObject({
      code: 'verification.registered_it_yourself',
    })
    const behind = db.verification.create({
      data: { beneficiaryId: id, checklist: {}, decision: 'verified', decidedBy: both.userId, decidedAt: at },
    })
    await expect(behind).rejects.toThrow(/registered a person/)
  })

  it('is a verifier of another regency: the person is not found', async () => {
    const { person } = await oneCandidate()
    const deciding = verifyCandidates(await anActor('verifier', BERAU), [aVerified(person.id)], at)
    await expect(deciding).rejects.toMatchObject({ code: 'not_found' })
  })

  it.each(['coordinator', 'approver', 'auditor', 'companion'] as const)('is a %s', async (role) => {
    const { person } = await oneCandidate()
    const deciding = verifyCandidates(await anActor(role), [aVerified(person.id)], at)
    await expect(deciding).rejects.toMatchObject({ code: 'not_allowed' })
  })
})
