import { CHECKS } from '~/domain/verification/evidence'
import { publishList } from '~/domain/verification/publish-list.server'
import type { VerifyDecision } from '~/domain/verification/verification.form.server'
import { verifyCandidates } from '~/domain/verification/verify-candidates.server'
import { db } from '~/platform/db.server'
import { peopleAt, SAMARINDA, type TestPerson } from './beneficiaries'
import { anActor } from './people'

/** The decision of a verifier who saw everything as it should be. */
export function aVerified(beneficiaryId: string, part: Partial<VerifyDecision> = {}): VerifyDecision {
  return {
    beneficiaryId,
    decision: 'verified',
    visitedOn: '2026-03-02',
    checklist: Object.fromEntries(CHECKS.map((check) => [check, true])),
    findings: 'Rumah kayu, dapur bersama, satu sumber penghasilan.',
    latitude: null,
    longitude: null,
    reason: null,
    ...part,
  }
}

export type Wanted = {
  deciles?: readonly (number | null)[]
  regencyCode?: string
  publish?: boolean
  at?: Date
}

/** Candidates with the deciles given, in the order given. */
export async function candidates(
  programmeId: string,
  count: number,
  { deciles = [], regencyCode = SAMARINDA }: Wanted = {},
): Promise<TestPerson[]> {
  const registrar = await anActor('coordinator', regencyCode)
  const people = await peopleAt('proposed', count, programmeId, {
    regencyCode,
    registeredBy: registrar.userId,
  })
  for (const [index, decile] of deciles.entries()) {
    await db.beneficiary.update({ where: { id: people[index]?.id ?? '' }, data: { decile } })
  }
  return people
}

/** People verified by a verifier of the regency and, unless told otherwise, published on 3 March 2026. */
export async function verifiedPeople(
  programmeId: string,
  count: number,
  wanted: Wanted = {},
): Promise<TestPerson[]> {
  const { regencyCode = SAMARINDA, publish = true, at = new Date('2026-03-03T02:00:00Z') } = wanted
  const people = await candidates(programmeId, count, wanted)
  const verifier = await anActor('verifier', regencyCode)
  await verifyCandidates(
    verifier,
    people.map((person) => aVerified(person.id)),
    at,
  )
  if (publish)
    await publishList(await anActor('coordinator'), { programmeId, regencyCodes: [regencyCode] }, at)
  return people
}

export async function statusOf(person: { id: string }): Promise<string | undefined> {
  return (await db.beneficiary.findUnique({ where: { id: person.id }, select: { status: true } }))?.status
}
