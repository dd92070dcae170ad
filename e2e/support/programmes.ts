import { createProgramme } from '~/domain/programme/create-programme.server'
import { offerSectors } from '~/domain/programme/offer-sectors.server'
import { openProgramme } from '~/domain/programme/open-programme.server'
import { planTranches } from '~/domain/programme/plan-tranches.server'
import type { AidForm } from '~/domain/programme/programme'
import { setQuotas } from '~/domain/programme/set-quotas.server'
import type { CreateProgramme } from '~/domain/programme/settings.form.server'
import type { Actor } from '~/domain/shared/actor'
import { db } from '~/platform/db.server'
import { anActor } from './people'

export type WantedProgramme = Partial<CreateProgramme> & {
  by?: Actor
  at?: Date
  /** Places by regency; 150 in Samarinda when nothing is said. */
  quotas?: Record<string, number>
  sectors?: readonly { sectorCode: string; ceilingRupiah: bigint; form: AidForm }[]
  tranches?: readonly { quarter: string; share: number }[]
}

let made = 0

const SECTORS = [
  { sectorCode: 'food', ceilingRupiah: 5_000_000n, form: 'money' as const },
  { sectorCode: 'livestock', ceilingRupiah: 5_000_000n, form: 'money' as const },
  { sectorCode: 'fisheries', ceilingRupiah: 4_500_000n, form: 'goods' as const },
  { sectorCode: 'tailoring', ceilingRupiah: 4_500_000n, form: 'money' as const },
]

export function programmeEntry(wanted: Partial<CreateProgramme> = {}): CreateProgramme {
  made += 1
  return {
    code: `UEP${26 + made}`,
    name: `Usaha Ekonomi Produktif ${made}`,
    fiscalYear: 2026,
    budgetRupiah: 7_500_000_000n,
    attendancePercent: 80,
    excusedRule: 'counts',
    approvalThresholdRupiah: 500_000_000n,
    objectionDays: 7,
    earlierRecipients: 'warn',
    sameFamilyCard: 'warn',
    debtorName: 'Kas Daerah Kalimantan Timur',
    debtorBankCode: '124',
    debtorAccount: '0010012345678',
    ...wanted,
  }
}

/** A draft made through the domain's own commands, with quotas, sectors and a tranche plan. */
export async function aDraftProgramme(
  wanted: WantedProgramme = {},
): Promise<{ id: string; code: string; version: number; actor: Actor }> {
  const { by, at = new Date('2026-01-05T01:00:00Z'), quotas, sectors, tranches, ...entry } = wanted
  const actor = by ?? (await anActor('coordinator'))
  const { id, code } = await createProgramme(actor, programmeEntry(entry), at)
  const places = Object.entries(quotas ?? { '64.72': 150 })
  await setQuotas(
    actor,
    {
      programmeId: id,
      version: 0,
      quotas: places.map(([regencyCode, persons]) => ({ regencyCode, persons })),
    },
    at,
  )
  await offerSectors(
    actor,
    {
      programmeId: id,
      version: 1,
      sectors: (sectors ?? SECTORS).map((sector) => ({ ...sector, offered: true })),
    },
    at,
  )
  const plan = tranches ?? [
    { quarter: '2026-Q2', share: 6_000 },
    { quarter: '2026-Q3', share: 4_000 },
  ]
  await planTranches(actor, { programmeId: id, version: 2, tranches: [...plan] }, at)
  return { id, code, version: 3, actor }
}

/** An open programme year: people may be proposed, and its budget stands in the ledger. */
export async function anOpenProgramme(
  wanted: WantedProgramme = {},
): Promise<{ id: string; code: string; version: number; actor: Actor }> {
  const draft = await aDraftProgramme(wanted)
  await openProgramme(
    draft.actor,
    { programmeId: draft.id, version: draft.version },
    wanted.at ?? new Date('2026-01-05T01:00:00Z'),
  )
  return { ...draft, version: draft.version + 1 }
}

/** Balance of an account that is not yet granted. */
export async function balanceOf(
  programmeId: string,
  account: 'appropriation' | 'available',
): Promise<bigint> {
  const where = { programmeId, account, regencyCode: '64', sectorCode: '-', quarter: '-' }
  const row = await db.moneyBalance.findUnique({
    where: { programmeId_account_regencyCode_sectorCode_quarter: where },
  })
  return row?.amountRupiah ?? 0n
}
