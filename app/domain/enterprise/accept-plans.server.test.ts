import { describe, expect, it } from 'vitest'
import type { Actor } from '~/domain/shared/actor'
import { db } from '~/platform/db.server'
import {
  anOpenYear,
  BERAU,
  peopleAt,
  SAMARINDA,
  type TestPerson,
  type YearWanted,
} from '../../../e2e/support/beneficiaries'
import { useDatabase } from '../../../e2e/support/database'
import { anActor } from '../../../e2e/support/people'
import { atOnce, refusalOf } from '../../../e2e/support/refusals'
import { acceptPlans } from './accept-plans.server'
import { draftPlans, type PlanDraft } from './draft-plans.server'
import { sendBackPlan } from './send-back-plan.server'
import { submitPlans } from './submit-plans.server'

useDatabase()

const AT = new Date('2026-06-01T02:00:00Z')

type Scene = { programmeId: string; companion: Actor; coordinator: Actor; people: TestPerson[] }

async function aScene(people = 1, wanted: YearWanted = {}): Promise<Scene> {
  const programme = await anOpenYear(wanted)
  const companion = await anActor('companion', SAMARINDA)
  const coordinator = await anActor('coordinator', SAMARINDA)
  return {
    programmeId: programme.id,
    companion,
    coordinator,
    people: await peopleAt('trained', people, programme.id),
  }
}

function draftFor(person: TestPerson | undefined, wanted: Partial<PlanDraft> = {}): PlanDraft {
  return {
    beneficiaryId: person?.id ?? '',
    sectorCode: 'food',
    summary: 'Usaha kue basah di rumah',
    lines: [
      { item: 'Kompor dua tungku', quantity: 1, unit: 'buah', unitPriceRupiah: 850_000n },
      { item: 'Tepung terigu', quantity: 50, unit: 'kg', unitPriceRupiah: 13_000n },
      { item: 'Oven', quantity: 1, unit: 'buah', unitPriceRupiah: 3_000_001n },
    ],
    ...wanted,
  }
}

async function submitted(scene: Scene): Promise<string[]> {
  const { planIds } = await draftPlans(
    scene.companion,
    scene.people.map((person) => draftFor(person)),
    AT,
  )
  await submitPlans(
    scene.companion,
    planIds.map((planId) => ({ planId })),
    AT,
  )
  return planIds
}

const seen = (ids: string[]) => ids.map((planId) => ({ planId }))

describe('drafting a plan', () => {
  it('computes totals, and writes the open draft anew', async () => {
    const scene = await aScene()
    const [person] = scene.people
    const { planIds } = await draftPlans(scene.companion, [draftFor(person)], AT)
    const [planId = ''] = planIds
    expect((await db.businessPlan.findUniqueOrThrow({ where: { id: planId } })).totalRupiah).toBe(4_500_001n)
    const shorter = draftFor(person, {
      lines: [{ item: 'Oven', quantity: 2, unit: 'buah', unitPriceRupiah: 1_000_000n }],
      seenVersion: 0,
    })
    expect(await draftPlans(scene.coordinator, [shorter], AT)).toEqual({ planIds })
    expect(
      await db.businessPlan.findUniqueOrThrow({ where: { id: planId }, include: { lines: true } }),
    ).toMatchObject({ totalRupiah: 2_000_000n, version: 1, lines: [{ lineNumber: 1 }] })
    expect(await refusalOf(draftPlans(scene.companion, [shorter], AT))).toBe('changed_meanwhile')
  })
  it('is for trained people in reach, in sectors that are offered', async () => {
    const scene = await aScene()
    const [early] = await peopleAt('training', 1, scene.programmeId)
    const [far] = await peopleAt('trained', 1, scene.programmeId, { regencyCode: BERAU })
    const [theirs] = await peopleAt('trained', 1, scene.programmeId, {
      companionId: (await anActor('companion', SAMARINDA)).userId,
    })
    const draft = (actor: Actor, one: PlanDraft) => refusalOf(draftPlans(actor, [one], AT))
    expect(await draft(scene.companion, draftFor(early))).toBe('enterprise.person_not_trained')
    expect(await draft(scene.companion, draftFor(far))).toBe('not_found')
    expect(await draft(scene.companion, draftFor(theirs))).toBe('not_found')
    expect(await draft(await anActor('trainer'), draftFor(scene.people[0]))).toBe('not_allowed')
    expect(await draft(scene.companion, draftFor(scene.people[0], { sectorCode: 'mining' }))).toBe(
      'enterprise.sector_not_offered',
    )
    expect(await refusalOf(draftPlans(scene.companion, [], AT))).toBe('nothing_selected')
    await draftPlans(scene.coordinator, [draftFor(theirs)], AT)
  })
})

describe('submitting a plan', () => {
  it('waits until it stands under its ceiling, and then closes it', async () => {
    const scene = await aScene(1, { ceilingRupiah: 4_500_000n })
    const [person] = scene.people
    const { planIds } = await draftPlans(scene.companion, [draftFor(person)], AT)
    expect(await refusalOf(submitPlans(scene.companion, seen(planIds), AT))).toBe('enterprise.above_ceiling')
    await draftPlans(scene.companion, [draftFor(person, { lines: [] })], AT)
    expect(await refusalOf(submitPlans(scene.companion, seen(planIds), AT))).toBe('enterprise.no_lines')
    await draftPlans(
      scene.companion,
      [
        draftFor(person, {
          lines: [{ item: 'Oven', quantity: 1, unit: 'buah', unitPriceRupiah: 4_500_000n }],
        }),
      ],
      AT,
    )
    await submitPlans(scene.companion, seen(planIds), AT)
    expect(await refusalOf(submitPlans(scene.companion, seen(planIds), AT))).toBe('enterprise.not_a_draft')
    expect(await refusalOf(draftPlans(scene.companion, [draftFor(person)], AT))).toBe(
      'enterprise.plan_submitted',
    )
    expect(await refusalOf(submitPlans(await anActor('companion', BERAU), seen(planIds), AT))).toBe(
      'not_found',
    )
  })
})

describe('accepting a plan', () => {
  it('makes the grant, its tranches and the commitment in the same write', async () => {
    const scene = await aScene()
    const planIds = await submitted(scene)
    expect(await acceptPlans(scene.coordinator, seen(planIds), AT)).toEqual({ accepted: 1 })
    const id = scene.people[0]?.id ?? ''
    expect(await db.beneficiary.findUniqueOrThrow({ where: { id } })).toMatchObject({
      status: 'assigned',
      sectorCode: 'food',
    })
    const grant = await db.grant.findUniqueOrThrow({
      where: { beneficiaryId: id },
      include: { tranches: { orderBy: { number: 'asc' } } },
    })
    expect(grant.amountRupiah).toBe(4_500_001n)
    expect(grant.tranches.map((tranche) => tranche.amountRupiah)).toEqual([2_700_000n, 1_800_001n])
    const committed = await db.moneyBalance.aggregate({
      where: { programmeId: scene.programmeId, account: 'committed' },
      _sum: { amountRupiah: true },
    })
    expect(committed._sum.amountRupiah).toBe(4_500_001n)
    expect(await db.involvement.findFirst({ where: { beneficiaryId: id } })).toMatchObject({
      userId: scene.coordinator.userId,
      deed: 'plan_accepted',
    })
    const kinds = (
      await db.auditEvent.findMany({ where: { beneficiaryId: id }, orderBy: { id: 'asc' } })
    ).map((event) => event.kind)
    expect(kinds).toEqual(['plan.drafted', 'plan.submitted', 'person.moved', 'plan.accepted', 'grant.made'])
  })
  it('is never done by who wrote any of it, in the database either', async () => {
    const scene = await aScene()
    const other = await anActor('coordinator', SAMARINDA)
    const { planIds } = await draftPlans(
      scene.coordinator,
      scene.people.map((person) => draftFor(person)),
      AT,
    )
    await draftPlans(
      scene.companion,
      scene.people.map((person) => draftFor(person)),
      AT,
    )
    expect(await refusalOf(acceptPlans(other, seen(planIds), AT))).toBe('enterprise.not_submitted')
    await submitPlans(scene.companion, seen(planIds), AT)
    expect(await refusalOf(acceptPlans(scene.coordinator, seen(planIds), AT))).toBe(
      'enterprise.wrote_it_yourself',
    )
    expect(await refusalOf(acceptPlans(scene.companion, seen(planIds), AT))).toBe('not_allowed')
    const behind = db.businessPlan.update({
      where: { id: planIds[0] ?? '' },
      data: { status: 'accepted', decidedBy: scene.coordinator.userId },
    })
    await expect(behind).rejects.toThrow('business_plan_two_people')
    await acceptPlans(other, seen(planIds), AT)
  })
  it('happens once when two accept at once', async () => {
    const scene = await aScene()
    const planIds = await submitted(scene)
    const second = await anActor('coordinator')
    const both = await atOnce(
      [scene.coordinator, second].map((actor) => acceptPlans(actor, seen(planIds), AT)),
    )
    expect(both).toEqual({ done: 1, refused: ['enterprise.not_submitted'] })
    expect(await db.grant.count()).toBe(1)
  })
  it('waits for the budget and for a hold to be lifted', async () => {
    const scene = await aScene(2, { budgetRupiah: 5_000_000n })
    const planIds = await submitted(scene)
    expect(await refusalOf(acceptPlans(scene.coordinator, seen(planIds), AT))).toBe(
      'disbursement.budget_short',
    )
    expect(await db.grant.count()).toBe(0)
    await db.beneficiary.updateMany({ data: { onHold: true } })
    expect(await refusalOf(acceptPlans(scene.coordinator, seen(planIds.slice(0, 1)), AT))).toBe(
      'enterprise.person_on_hold',
    )
    expect(await refusalOf(acceptPlans(await anActor('coordinator', BERAU), seen(planIds), AT))).toBe(
      'not_found',
    )
  })
  it('takes two hundred in well under a second', async () => {
    const scene = await aScene(200, { quota: 300, budgetRupiah: 1_000_000_000n })
    const planIds = await submitted(scene)
    const from = performance.now()
    await acceptPlans(scene.coordinator, seen(planIds), AT)
    expect(await db.grant.count()).toBe(200)
    expect(performance.now() - from).toBeLessThan(5_000)
  })
})

describe('sending a plan back', () => {
  it('keeps the note, and a new draft begins beside it', async () => {
    const scene = await aScene()
    const [planId = ''] = await submitted(scene)
    await sendBackPlan(scene.coordinator, { planId, note: 'Harga oven terlalu tinggi' }, AT)
    expect(await refusalOf(sendBackPlan(scene.coordinator, { planId, note: 'Sekali lagi' }, AT))).toBe(
      'enterprise.not_submitted',
    )
    expect(await refusalOf(acceptPlans(scene.coordinator, seen([planId]), AT))).toBe(
      'enterprise.not_submitted',
    )
    const { planIds } = await draftPlans(scene.companion, [draftFor(scene.people[0])], AT)
    expect(planIds).not.toContain(planId)
    expect((await db.businessPlan.findUniqueOrThrow({ where: { id: planId } })).decisionNote).toBe(
      'Harga oven terlalu tinggi',
    )
  })
})
