import { createProgramme } from '~/domain/programme/create-programme.server'
import { offerSectors } from '~/domain/programme/offer-sectors.server'
import { openProgramme } from '~/domain/programme/open-programme.server'
import { planTranches } from '~/domain/programme/plan-tranches.server'
import { setQuotas } from '~/domain/programme/set-quotas.server'
import type { Actor } from '~/domain/shared/actor'
import { db } from '~/platform/db.server'
import type { Calendar } from './calendar'

const BUDGET_RUPIAH = 7_500_000_000n
const CEILING_RUPIAH = 5_000_000n
const PLACES_A_REGENCY = 150
const SHARES_BP = [4_000, 3_500, 2_500]

export type DemoProgramme = { id: string; code: string; quarters: string[] }

/** The programme year: 150 places in each of the ten regencies, four sectors, three tranches. */
export async function openDemoYear(admin: Actor, calendar: Calendar): Promise<DemoProgramme> {
  const year = calendar.fiscalYear
  const { id, code } = await createProgramme(
    admin,
    {
      code: `UEP${String(year).slice(2)}`,
      name: `Bantuan Usaha Ekonomi Produktif ${year}`,
      fiscalYear: year,
      budgetRupiah: BUDGET_RUPIAH,
      attendancePercent: 80,
      excusedRule: 'counts',
      approvalThresholdRupiah: 90_000_000n,
      objectionDays: 7,
      earlierRecipients: 'block',
      sameFamilyCard: 'warn',
      debtorName: 'Kas Daerah Provinsi Kalimantan Timur',
      debtorBankCode: '124',
      debtorAccount: '0010000000001',
    },
    calendar.at(130),
  )
  const step = async () => ({
    programmeId: id,
    version: (await db.programme.findUniqueOrThrow({ where: { id } })).version,
  })
  const quotas = await db.programmeQuota.findMany({ where: { programmeId: id } })
  await setQuotas(
    admin,
    {
      ...(await step()),
      quotas: quotas.map(({ regencyCode }) => ({ regencyCode, persons: PLACES_A_REGENCY })),
    },
    calendar.at(129),
  )
  const sectors = ['food', 'livestock', 'fisheries', 'tailoring'].map((sectorCode) => ({
    sectorCode,
    offered: true,
    ceilingRupiah: CEILING_RUPIAH,
    form: sectorCode === 'livestock' ? ('goods' as const) : ('money' as const),
  }))
  await offerSectors(admin, { ...(await step()), sectors }, calendar.at(129, 10))
  const quarters = calendar.quarters()
  const tranches = quarters.map((quarter, index) => ({ quarter, share: SHARES_BP[index] }))
  await planTranches(admin, { ...(await step()), tranches }, calendar.at(129, 11))
  await openProgramme(admin, await step(), calendar.at(128))
  return { id, code, quarters }
}
