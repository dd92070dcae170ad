import { randomUUID } from 'node:crypto'
import { type Recorder, type Transaction, write } from '~/domain/audit/write.server'
import { EXIT_STATUSES } from '~/domain/beneficiary/lifecycle'
import { moveBeneficiaries } from '~/domain/beneficiary/move-beneficiary.server'
import { highestCeiling } from '~/domain/programme/programme'
import type { Actor } from '~/domain/shared/actor'
import { dateOf } from '~/domain/shared/day'
import { authorize } from '~/domain/shared/permissions'
import { Refusal, refuse } from '~/domain/shared/refusal'
import { dayIn } from '~/platform/clock.server'
import { day } from '~/ui/format'
import { type DecreePlan, planDecree } from './decree-plan'
import type { IssueDecree } from './verification.form.server'
import { loadFreePlaces, loadWaitingPeople } from './waiting-people.server'

export type IssuedDecree = { id: string; number: string; added: number; removed: number; waitlisted: number }

/**
 * Issues a decree: in each regency the people who are ready get the free places in the order of need, the rest of them
 * wait. With `amendsId` it is an amending decree, which also lists the people whose place went on because they left; no
 * decree is ever edited. All of it is one write. Refuses `verification.objections_open`, `verification.nobody_to_decree`,
 * `verification.decree_in_future`, `verification.decree_before_list_closes`, `verification.programme_not_open`,
 * `database.decree_number_key`, and `database.quota` should anything else have taken a place.
 */
export async function issueDecree(
  actor: Actor,
  input: IssueDecree,
  at: Date,
  key?: string,
): Promise<IssuedDecree> {
  authorize(actor, 'decree.write')
  const today = dayIn(at)
  return write(
    actor,
    async (tx, record) => {
      const ceilingRupiah = await decreeCeiling(tx, input)
      const regencyCodes = [...new Set(input.regencyCodes)].sort()
      const people = await loadWaitingPeople(tx, input.programmeId, regencyCodes, today)
      const plan = planDecree(people, await loadFreePlaces(tx, input.programmeId, regencyCodes))
      checkPlan(actor, plan, input, today)
      const removed = input.amendsId ? await loadLeavers(tx, input.programmeId, regencyCodes) : []
      if (plan.decreed.length === 0 && removed.length === 0) refuse('verification.nobody_to_decree')

      const decree = await tx.decree.create({
        data: {
          id: randomUUID(),
          programmeId: input.programmeId,
          number: input.number,
          datedOn: dateOf(input.datedOn),
          amendsId: input.amendsId ?? null,
          subject: input.subject,
          persons: plan.decreed.length,
          totalRupiah: ceilingRupiah * BigInt(plan.decreed.length),
          issuedBy: actor.userId,
          issuedAt: at,
        },
        select: { id: true, number: true },
      })
      await insertLines(tx, decree.id, [
        ...plan.decreed.map((person) => ({ ...person, action: 'added', ceilingRupiah })),
        ...removed.map((person) => ({ ...person, action: 'removed' })),
      ])
      await movePeople(tx, record, actor, plan, decree.number, at)
      record({
        kind: input.amendsId ? 'decree.amended' : 'decree.issued',
        subject: { type: 'decree', id: decree.id },
        programmeId: input.programmeId,
        facts: {
          number: decree.number,
          datedOn: input.datedOn,
          amendsId: input.amendsId ?? null,
          regencies: regencyCodes,
          added: plan.decreed.length,
          removed: removed.length,
          waitlisted: plan.waitlisted.length,
          totalRupiah: (ceilingRupiah * BigInt(plan.decreed.length)).toString(),
        },
      })
      return {
        ...decree,
        added: plan.decreed.length,
        removed: removed.length,
        waitlisted: plan.waitlisted.length,
      }
    },
    { key, form: 'verification.decree', at },
  )
}

/** The most that the decree lets anybody receive: the highest ceiling the year offers. */
async function decreeCeiling(tx: Transaction, input: IssueDecree): Promise<bigint> {
  const programme = await tx.programme.findUnique({
    where: { id: input.programmeId },
    select: { status: true, sectors: { select: { ceilingRupiah: true } } },
  })
  if (!programme) throw new Refusal('not_found')
  if (programme.status !== 'open') refuse('verification.programme_not_open')
  if (input.amendsId) {
    const amended = await tx.decree.findFirst({
      where: { id: input.amendsId, programmeId: input.programmeId },
      select: { id: true },
    })
    if (!amended) throw new Refusal('not_found')
  }
  return highestCeiling(programme.sectors)
}

function checkPlan(actor: Actor, plan: DecreePlan, input: IssueDecree, today: string): void {
  if (plan.openObjections > 0) refuse('verification.objections_open', { n: plan.openObjections })
  if (input.datedOn > today)
    refuse('verification.decree_in_future', {}, { kind: 'invalid', field: 'datedOn' })
  if (plan.lastClosesOn !== null && input.datedOn < plan.lastClosesOn) {
    refuse(
      'verification.decree_before_list_closes',
      { day: day(plan.lastClosesOn, actor.locale) },
      { kind: 'invalid', field: 'datedOn' },
    )
  }
}

type Leaver = { beneficiaryId: string; regencyCode: string; ceilingRupiah: bigint }

/** People of earlier decrees who have left since and whom no amending decree has listed yet. */
async function loadLeavers(
  tx: Transaction,
  programmeId: string,
  regencyCodes: readonly string[],
): Promise<Leaver[]> {
  return tx.$queryRaw<Leaver[]>`
    SELECT l.beneficiary_id AS "beneficiaryId", l.regency_code AS "regencyCode", l.ceiling_rupiah AS "ceilingRupiah"
    FROM decree_line l JOIN beneficiary b ON b.id = l.beneficiary_id
    WHERE b.programme_id = ${programmeId}::uuid AND l.regency_code = ANY (${[...regencyCodes]}::text[]) AND l.action = 'added'
      AND b.status = ANY (${[...EXIT_STATUSES]}::text[])
      AND NOT EXISTS (SELECT 1 FROM decree_line r WHERE r.beneficiary_id = l.beneficiary_id AND r.action = 'removed')
    ORDER BY l.regency_code, b.number`
}

type Line = { beneficiaryId: string; regencyCode: string; ceilingRupiah: bigint; action: string }

async function insertLines(tx: Transaction, decreeId: string, lines: readonly Line[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO decree_line (decree_id, beneficiary_id, action, line_number, ceiling_rupiah, regency_code)
    SELECT ${decreeId}::uuid, beneficiary_id, action, line_number, ceiling_rupiah, regency_code
    FROM unnest(${lines.map((line) => line.beneficiaryId)}::uuid[], ${lines.map((line) => line.action)}::text[], ${lines.map((_, index) => index + 1)}::int[],
                ${lines.map((line) => line.ceilingRupiah)}::bigint[], ${lines.map((line) => line.regencyCode)}::text[])
      AS l (beneficiary_id, action, line_number, ceiling_rupiah, regency_code)`
}

async function movePeople(
  tx: Transaction,
  record: Recorder,
  actor: Actor,
  plan: DecreePlan,
  number: string,
  at: Date,
): Promise<void> {
  const moveAll = (people: DecreePlan['decreed'], to: 'decreed' | 'waitlisted', reason?: string) =>
    people.map(({ beneficiaryId }) => ({ beneficiaryId, from: 'verified' as const, to, reason }))
  await moveBeneficiaries(
    tx,
    record,
    actor,
    [...moveAll(plan.decreed, 'decreed'), ...moveAll(plan.waitlisted, 'waitlisted')],
    at,
  )
  record.many(
    plan.decreed.map((person) => ({
      kind: 'decree.named' as const,
      subject: { type: 'beneficiary' as const, id: person.beneficiaryId },
      beneficiaryId: person.beneficiaryId,
      regencyCode: person.regencyCode,
      facts: { number },
    })),
  )
}
