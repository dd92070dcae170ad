import { decideExits } from '~/domain/beneficiary/decide-exits.server'
import { decideSuspension } from '~/domain/beneficiary/decide-suspension.server'
import { proposeExits } from '~/domain/beneficiary/propose-exits.server'
import { proposeSuspensions } from '~/domain/beneficiary/propose-suspensions.server'
import type { Actor } from '~/domain/shared/actor'
import { db } from '~/platform/db.server'
import type { Calendar } from './calendar'

type Staff = { coordinator: Actor; verifier: Actor }

async function oneAt(
  programmeId: string,
  regencyCode: string,
  status: string,
  skip: number,
): Promise<string | null> {
  const found = await db.beneficiary.findFirst({
    where: { programmeId, regencyCode, status, onHold: false },
    orderBy: { number: 'desc' },
    skip,
    select: { id: true },
  })
  return found?.id ?? null
}

/** In each regency somebody withdraws; here and there an exit or a suspension still waits for the second person. */
export async function leaveTheRoad(
  calendar: Calendar,
  staff: Staff,
  programmeId: string,
  regencyCode: string,
  index: number,
): Promise<void> {
  const leaver = await oneAt(programmeId, regencyCode, 'training', 0)
  if (leaver) {
    const { proposalIds } = await proposeExits(
      staff.coordinator,
      [
        {
          beneficiaryId: leaver,
          toStatus: 'withdrawn',
          reason: 'Pindah bekerja ke luar daerah dan mengundurkan diri secara tertulis.',
        },
      ],
      calendar.at(9),
    )
    const proposalId = proposalIds[0]
    if (proposalId) await decideExits(staff.verifier, [{ proposalId, decision: 'confirmed' }], calendar.at(8))
  }
  if (index % 3 === 0) {
    const gone = await oneAt(programmeId, regencyCode, 'assigned', 2)
    if (gone)
      await proposeExits(
        staff.coordinator,
        [
          {
            beneficiaryId: gone,
            toStatus: 'deceased',
            reason: 'Meninggal dunia menurut laporan kelurahan; surat kematian menyusul.',
          },
        ],
        calendar.at(2),
      )
  }
  if (index % 2 === 0) await suspendOne(calendar, staff, programmeId, regencyCode, index % 4 === 0)
}

async function suspendOne(
  calendar: Calendar,
  staff: Staff,
  programmeId: string,
  regencyCode: string,
  confirmed: boolean,
): Promise<void> {
  const person = await oneAt(programmeId, regencyCode, 'trained', 0)
  if (!person) return
  const reason = 'Ada laporan warga bahwa usaha dijalankan orang lain; menunggu pemeriksaan di lapangan.'
  const { holdIds } = await proposeSuspensions(
    staff.coordinator,
    [{ beneficiaryId: person, reason }],
    calendar.at(6),
  )
  const holdId = holdIds[0]
  if (holdId && confirmed)
    await decideSuspension(staff.verifier, { holdId, decision: 'confirmed' }, calendar.at(5))
}
