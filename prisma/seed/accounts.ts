import { enterAccounts } from '~/domain/beneficiary/enter-accounts.server'
import { verifyAccounts } from '~/domain/beneficiary/verify-accounts.server'
import type { Actor } from '~/domain/shared/actor'
import { db } from '~/platform/db.server'
import type { Calendar } from './calendar'
import type { Dice } from './random'

type Staff = { coordinator: Actor; verifier: Actor }
export type KnownAccount = { bankCode: string; accountNumber: string }

/** Accounts of a regency's people: nearly all entered, most of these verified after the name inquiry. */
export async function openAccounts(
  calendar: Calendar,
  dice: Dice,
  staff: Staff,
  people: { id: string; name: string; account: KnownAccount }[],
  daysAgo: number,
): Promise<void> {
  const entered = people.filter(() => !dice.chance(7))
  if (entered.length === 0) return
  await enterAccounts(
    staff.coordinator,
    entered.map(({ id, name, account }) => ({ beneficiaryId: id, ...account, holderName: name })),
    calendar.at(daysAgo),
  )
  const accounts = await db.bankAccount.findMany({
    where: { beneficiaryId: { in: entered.map((person) => person.id) }, supersededAt: null },
    select: { id: true, holderName: true },
    orderBy: { id: 'asc' },
  })
  const checked = accounts.filter(() => !dice.chance(8))
  await verifyAccounts(
    staff.verifier,
    checked.map(({ id, holderName }) => ({
      accountId: id,
      decision: 'verified',
      inquiryName: asTheBankWritesIt(holderName, dice),
    })),
    calendar.at(daysAgo - 2),
  )
}

/** Capital letters, and now and then an older spelling. */
function asTheBankWritesIt(name: string, dice: Dice): string {
  const capital = name.toUpperCase()
  return dice.chance(12) ? capital.replace('MUHAMMAD', 'MOHAMMAD').replace('YUSUF', 'YUSUP') : capital
}
