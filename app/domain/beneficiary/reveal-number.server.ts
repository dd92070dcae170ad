import { type Transaction, write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { open } from '~/platform/crypto.server'
import type { PersonalNumber } from './personal-number'
import { requirePerson } from './reach.server'

export type RevealNumber = { beneficiaryId: string; number: PersonalNumber; purpose: string }

/**
 * Shows one personal number in full, once, with an event that says who asked and why. The result is kept nowhere, so the
 * command takes no idempotency key: asking twice is two events. Refuses `not_found` out of reach or where there is none.
 */
export async function revealNumber(actor: Actor, input: RevealNumber, at: Date): Promise<{ value: string }> {
  authorize(actor, 'person.reveal')
  return write(
    actor,
    async (tx, record) => {
      const person = await requirePerson(tx, actor, 'person.reveal', input.beneficiaryId)
      const box = (await boxOf(tx, input)) ?? refuse('not_found')
      record({
        kind: 'person.revealed',
        subject: { type: 'beneficiary', id: person.id },
        beneficiaryId: person.id,
        programmeId: person.programmeId,
        regencyCode: person.regencyCode,
        facts: { number: input.number },
        personal: { purpose: input.purpose },
      })
      return { value: open(box) }
    },
    { at },
  )
}

async function boxOf(
  tx: Transaction,
  { beneficiaryId, number }: RevealNumber,
): Promise<Uint8Array | null | undefined> {
  if (number === 'account') {
    const account = await tx.bankAccount.findFirst({
      where: { beneficiaryId, supersededAt: null },
      orderBy: { enteredAt: 'desc' },
      select: { numberEnc: true },
    })
    return account?.numberEnc
  }
  const person = await tx.beneficiary.findUnique({
    where: { id: beneficiaryId },
    select: { nikEnc: true, kkEnc: true, phoneEnc: true },
  })
  return number === 'nik' ? person?.nikEnc : number === 'kk' ? person?.kkEnc : person?.phoneEnc
}
