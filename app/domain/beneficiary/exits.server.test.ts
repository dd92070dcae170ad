import { describe, expect, it } from 'vitest'
import { db } from '~/platform/db.server'
import { anOpenYear, BERAU, peopleAt, SAMARINDA } from '../../../e2e/support/beneficiaries'
import { useDatabase } from '../../../e2e/support/database'
import { anActor, createUser } from '../../../e2e/support/people'
import { actOnPeople } from './act-on-people.server'
import { decideExits } from './decide-exits.server'
import { decideSuspension } from './decide-suspension.server'
import { liftSuspension } from './lift-suspension.server'
import { proposeExits } from './propose-exits.server'
import { proposeSuspensions } from './propose-suspensions.server'
import { recordHeir } from './record-heir.server'

useDatabase()

const at = new Date('2026-06-01T02:00:00Z')
const reason = 'Pindah ke luar provinsi'

async function scene(status: 'proposed' | 'decreed' = 'decreed') {
  const { id } = await anOpenYear()
  const [person] = await peopleAt(status, 1, id)
  const beneficiaryId = person?.id ?? ''
  const standing = () =>
    db.beneficiary.findUniqueOrThrow({ where: { id: beneficiaryId }, select: { status: true, onHold: true } })
  return {
    programmeId: id,
    beneficiaryId,
    name: person?.name,
    standing,
    coordinator: await anActor('coordinator', SAMARINDA),
    verifier: await anActor('verifier', SAMARINDA),
  }
}

async function jobs(): Promise<string[]> {
  const rows = await db.$queryRaw<
    { name: string }[]
  >`SELECT task_identifier AS name FROM graphile_worker.jobs`
  return rows.map((row) => row.name)
}

describe('leaving the programme', () => {
  it('is proposed by one and confirmed by another; the place is offered on', async () => {
    const { beneficiaryId, coordinator, verifier, standing } = await scene()
    const { proposalIds } = await proposeExits(
      coordinator,
      [{ beneficiaryId, toStatus: 'withdrawn', reason }],
      at,
    )
    expect(await standing()).toMatchObject({ status: 'decreed' })
    await decideExits(verifier, [{ proposalId: proposalIds[0] ?? '', decision: 'confirmed' }], at)
    expect(await standing()).toMatchObject({ status: 'withdrawn' })
    expect(await jobs()).toEqual(['waitlist.offer'])
    expect(await db.involvement.findMany({ select: { userId: true, deed: true } })).toEqual([
      { userId: verifier.userId, deed: 'exit_confirmed' },
    ])
  })

  it('frees no place where there was none, and a refused one moves nobody', async () => {
    const { beneficiaryId, coordinator, verifier, standing } = await scene('proposed')
    const first = await proposeExits(coordinator, [{ beneficiaryId, toStatus: 'replaced', reason }], at)
    await decideExits(
      verifier,
      [{ proposalId: first.proposalIds[0] ?? '', decision: 'refused', note: 'Masih tinggal di sini' }],
      at,
    )
    expect(await standing()).toMatchObject({ status: 'proposed' })
    const second = await proposeExits(coordinator, [{ beneficiaryId, toStatus: 'replaced', reason }], at)
    await decideExits(verifier, [{ proposalId: second.proposalIds[0] ?? '', decision: 'confirmed' }], at)
    expect(await jobs()).toEqual([])
  })

  it('is never confirmed by whoever proposed it', async () => {
    const { beneficiaryId, coordinator } = await scene()
    const both = {
      ...coordinator,
      roles: [...coordinator.roles, { role: 'verifier' as const, regencyCode: SAMARINDA }],
    }
    const { proposalIds } = await proposeExits(both, [{ beneficiaryId, toStatus: 'withdrawn', reason }], at)
    const proposalId = proposalIds[0] ?? ''
    await expect(decideExits(both, [{ proposalId, decision: 'confirmed' }], at)).rejects.toMatchObject({
      code: 'beneficiary.proposed_it_yourself',
    })
    await expect(
      db.exitProposal.update({
        where: { id: proposalId },
        data: { decision: 'confirmed', decidedBy: both.userId, decidedAt: at },
      }),
    ).rejects.toThrow()
  })

  it('happens once when two verifiers decide at the same moment', async () => {
    const { beneficiaryId, coordinator, verifier, standing } = await scene()
    const { proposalIds } = await proposeExits(
      coordinator,
      [{ beneficiaryId, toStatus: 'withdrawn', reason }],
      at,
    )
    const other = await anActor('verifier', SAMARINDA)
    const proposalId = proposalIds[0] ?? ''
    const results = await Promise.allSettled([
      decideExits(verifier, [{ proposalId, decision: 'confirmed' }], at),
      decideExits(other, [{ proposalId, decision: 'confirmed' }], at),
    ])
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    expect(await standing()).toMatchObject({ status: 'withdrawn' })
    expect(await db.beneficiaryMove.count({ where: { beneficiaryId, toStatus: 'withdrawn' } })).toBe(1)
  })

  it('is proposed once at a time, within reach, by a companion for their own people only', async () => {
    const { beneficiaryId, coordinator } = await scene()
    await proposeExits(coordinator, [{ beneficiaryId, toStatus: 'deceased', reason }], at)
    await expect(
      proposeExits(coordinator, [{ beneficiaryId, toStatus: 'deceased', reason }], at),
    ).rejects.toMatchObject({ code: 'beneficiary.exit_open' })
    await expect(
      proposeExits(
        await anActor('coordinator', BERAU),
        [{ beneficiaryId, toStatus: 'withdrawn', reason }],
        at,
      ),
    ).rejects.toMatchObject({ code: 'not_found' })
    await expect(
      proposeExits(
        await anActor('companion', SAMARINDA),
        [{ beneficiaryId, toStatus: 'withdrawn', reason }],
        at,
      ),
    ).rejects.toMatchObject({ code: 'not_found' })
  })

  it('lets an heir be recorded only after a death, and only on both documents', async () => {
    const { beneficiaryId, coordinator, verifier } = await scene()
    const heir = {
      beneficiaryId,
      name: 'Rosnah',
      nik: '6472014101900001',
      relation: 'child' as const,
      deathLetterDocument: beneficiaryId,
      heirDocument: beneficiaryId,
    }
    await expect(recordHeir(coordinator, heir, at)).rejects.toMatchObject({
      code: 'beneficiary.heir_only_after_death',
    })
    const { proposalIds } = await proposeExits(
      coordinator,
      [{ beneficiaryId, toStatus: 'deceased', reason: 'Meninggal karena sakit' }],
      at,
    )
    await decideExits(verifier, [{ proposalId: proposalIds[0] ?? '', decision: 'confirmed' }], at)
    await expect(recordHeir(coordinator, heir, at)).rejects.toMatchObject({
      code: 'beneficiary.heir_documents',
    })
  })
})

describe('a suspension', () => {
  it('holds from its confirmation until it is lifted, and leads back', async () => {
    const { beneficiaryId, coordinator, verifier, standing } = await scene()
    const { holdIds } = await proposeSuspensions(coordinator, [{ beneficiaryId, reason }], at)
    const holdId = holdIds[0] ?? ''
    expect(await standing()).toMatchObject({ onHold: false })
    await decideSuspension(verifier, { holdId, decision: 'confirmed' }, at)
    expect(await standing()).toEqual({ status: 'decreed', onHold: true })
    await expect(proposeSuspensions(coordinator, [{ beneficiaryId, reason }], at)).rejects.toMatchObject({
      code: 'beneficiary.suspension_open',
    })
    await liftSuspension(verifier, { holdId, reason: 'Sudah diperiksa ulang' }, at)
    expect(await standing()).toEqual({ status: 'decreed', onHold: false })
    await expect(
      liftSuspension(verifier, { holdId, reason: 'Sudah diperiksa ulang' }, at),
    ).rejects.toMatchObject({ code: 'already_done' })
  })

  it('is confirmed once when two verifiers decide at the same moment', async () => {
    const { beneficiaryId, coordinator, verifier } = await scene()
    const { holdIds } = await proposeSuspensions(coordinator, [{ beneficiaryId, reason }], at)
    const holdId = holdIds[0] ?? ''
    const other = await anActor('verifier', SAMARINDA)
    const results = await Promise.allSettled([
      decideSuspension(verifier, { holdId, decision: 'confirmed' }, at),
      decideSuspension(other, { holdId, decision: 'refused', note: 'Tidak benar' }, at),
    ])
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
  })

  it('for several people obeys the single action and reports person by person', async () => {
    const { beneficiaryId, coordinator, programmeId } = await scene()
    const [second] = await peopleAt('training', 1, programmeId)
    const [far] = await peopleAt('training', 1, programmeId, { regencyCode: BERAU })
    await proposeSuspensions(coordinator, [{ beneficiaryId, reason }], at)
    const lines = await actOnPeople(
      coordinator,
      { tindakan: 'penangguhan', orang: [beneficiaryId, second?.id ?? '', far?.id ?? ''], reason },
      at,
    )
    expect(Object.fromEntries(lines.map((line) => [line.id, line.refusal?.code ?? 'done']))).toEqual({
      [beneficiaryId]: 'beneficiary.suspension_open',
      [second?.id ?? '']: 'done',
    })
    const companion = await createUser({ roles: [['companion', BERAU]] })
    const [line] = await actOnPeople(
      coordinator,
      { tindakan: 'pendamping', orang: [beneficiaryId], companionId: companion.id },
      at,
    )
    expect(line?.refusal?.code).toBe('beneficiary.companion_elsewhere')
  })
})
