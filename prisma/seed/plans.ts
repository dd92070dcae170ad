import { acceptPlans } from '~/domain/enterprise/accept-plans.server'
import { type BudgetLine, planTotal } from '~/domain/enterprise/business-plan'
import { draftPlans, type PlanDraft } from '~/domain/enterprise/draft-plans.server'
import { submitPlans } from '~/domain/enterprise/submit-plans.server'
import type { Actor } from '~/domain/shared/actor'
import { db } from '~/platform/db.server'
import type { Calendar } from './calendar'
import type { Dice } from './random'

const CEILING_RUPIAH = 5_000_000n

/** What a small business of each sector buys first; the last item takes what is left under the ceiling. */
const GOODS: Record<string, readonly [item: string, quantity: number, unit: string, price: number][]> = {
  food: [
    ['Kompor gas dua tungku', 1, 'unit', 650_000],
    ['Tabung gas 12 kg dan isi', 1, 'unit', 720_000],
    ['Wajan dan panci besar', 1, 'set', 540_000],
    ['Mesin penutup kemasan', 1, 'unit', 385_000],
    ['Tepung terigu 25 kg', 4, 'sak', 265_000],
    ['Minyak goreng', 20, 'liter', 19_500],
    ['Kemasan dan label', 500, 'lembar', 1_100],
  ],
  livestock: [
    ['Ayam petelur siap bertelur', 20, 'ekor', 98_000],
    ['Kandang baterai', 2, 'unit', 640_000],
    ['Pakan 50 kg', 3, 'karung', 415_000],
    ['Vitamin dan vaksin', 1, 'paket', 210_000],
  ],
  fisheries: [
    ['Benih ikan nila', 1_500, 'ekor', 550],
    ['Pakan ikan 30 kg', 5, 'karung', 390_000],
    ['Kolam terpal 4 x 6 m', 1, 'unit', 1_150_000],
    ['Pompa air', 1, 'unit', 475_000],
  ],
  tailoring: [
    ['Mesin jahit portabel', 1, 'unit', 2_350_000],
    ['Mesin obras', 1, 'unit', 1_480_000],
    ['Kain katun', 15, 'meter', 38_000],
    ['Benang, jarum dan gunting', 1, 'set', 265_000],
  ],
}

const SUMMARIES: Record<string, string> = {
  food: 'Usaha kue basah dan keripik, dijual di warung sekitar rumah dan pasar pagi.',
  livestock: 'Ternak ayam petelur di belakang rumah, telur dijual ke warung dan tetangga.',
  fisheries: 'Pembesaran ikan nila di kolam terpal, dipanen setiap empat bulan.',
  tailoring: 'Jahit pakaian sekolah dan permak, menerima pesanan dari sekitar kelurahan.',
}

function linesOf(sectorCode: string, dice: Dice): BudgetLine[] {
  const lines: BudgetLine[] = []
  for (const [item, quantity, unit, price] of GOODS[sectorCode] ?? []) {
    const line = {
      item,
      quantity,
      unit,
      unitPriceRupiah: BigInt(price + dice.between(-4, 4) * 2_500 * (price > 50_000 ? 1 : 0)),
    }
    if (planTotal([...lines, line]) <= CEILING_RUPIAH) lines.push(line)
  }
  return lines
}

type PlanStage = 'draft' | 'submitted' | 'accepted'

/** Plans of a regency's trained people, drafted by the companion and accepted by the coordinator. */
export async function makePlans(
  calendar: Calendar,
  dice: Dice,
  staff: { companion: Actor; coordinator: Actor },
  people: { id: string; stage: PlanStage }[],
  daysAgo: number,
): Promise<void> {
  if (people.length === 0) return
  const stages = new Map(people.map((person) => [person.id, person.stage]))
  const wishes = await db.$queryRaw<{ id: string; sector: string | null }[]>`
    SELECT b.id, coalesce((SELECT r.sector_code FROM sector_recommendation r WHERE r.beneficiary_id = b.id ORDER BY r.recommended_at DESC LIMIT 1), b.wished_sector) AS sector
    FROM beneficiary b WHERE b.id = ANY(${people.map((person) => person.id)}::uuid[]) ORDER BY b.number`
  const drafts: PlanDraft[] = wishes.map(({ id, sector }) => {
    const sectorCode = sector ?? 'food'
    return {
      beneficiaryId: id,
      sectorCode,
      summary: SUMMARIES[sectorCode] ?? '',
      lines: linesOf(sectorCode, dice),
    }
  })
  await draftPlans(staff.companion, drafts, calendar.at(daysAgo))
  const plans = await db.businessPlan.findMany({
    where: { beneficiaryId: { in: people.map((person) => person.id) }, status: 'draft' },
  })
  const reaching = (...wanted: PlanStage[]) =>
    plans
      .filter((plan) => wanted.includes(stages.get(plan.beneficiaryId) ?? 'draft'))
      .map((plan) => ({ planId: plan.id }))
  const submitted = reaching('submitted', 'accepted')
  if (submitted.length > 0) await submitPlans(staff.companion, submitted, calendar.at(daysAgo - 1))
  const accepted = reaching('accepted')
  if (accepted.length > 0) await acceptPlans(staff.coordinator, accepted, calendar.at(daysAgo - 3))
}
