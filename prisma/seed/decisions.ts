import type { Actor } from '~/domain/shared/actor'
import { answerObjection } from '~/domain/verification/answer-objection.server'
import { CHECKS } from '~/domain/verification/evidence'
import { publishList } from '~/domain/verification/publish-list.server'
import { recordObjection } from '~/domain/verification/record-objection.server'
import { verifyCandidates } from '~/domain/verification/verify-candidates.server'
import { db } from '~/platform/db.server'
import type { Calendar } from './calendar'
import type { Dice } from './random'

const FINDINGS = [
  'Rumah papan berlantai semen, tanggungan tiga anak sekolah, belum punya usaha tetap.',
  'Bekerja serabutan, biasa membuat kue untuk tetangga, dapur cukup untuk produksi kecil.',
  'Janda dengan dua anak, pernah berjualan di pasar, modal habis untuk berobat.',
  'Menumpang di rumah orang tua, lahan belakang bisa dipakai kandang atau kolam.',
  'Buruh harian, ingin menambah penghasilan dari rumah, siap mengikuti pelatihan.',
]
const SENT_BACK = [
  'Nomor KK pada berkas tidak sama dengan kartu keluarga yang ditunjukkan.',
  'Alamat pada daftar berbeda dari tempat tinggal; mohon diperbaiki.',
]
const REJECTED = [
  'Sudah pindah dan tidak lagi tinggal di desa ini menurut ketua RT.',
  'Rumah tangga memiliki kendaraan roda empat dan usaha yang berjalan baik.',
  'Anggota keluarga berstatus pegawai negeri.',
]

export type Verdict = 'verified' | 'sent_back' | 'rejected'

/** A verifier's decisions after home visits, all of one regency. */
export async function decideCandidates(
  calendar: Calendar,
  dice: Dice,
  verifier: Actor,
  people: { id: string; verdict: Verdict }[],
  daysAgo: number,
): Promise<void> {
  if (people.length === 0) return
  await verifyCandidates(
    verifier,
    people.map(({ id, verdict }) => ({
      beneficiaryId: id,
      decision: verdict,
      visitedOn: calendar.day(daysAgo + dice.between(0, 4)),
      checklist: Object.fromEntries(
        CHECKS.map((check) => [check, verdict !== 'rejected' || check !== 'poverty_seen']),
      ),
      findings: dice.pick(FINDINGS),
      latitude: null,
      longitude: null,
      reason: verdict === 'verified' ? null : dice.pick(verdict === 'sent_back' ? SENT_BACK : REJECTED),
    })),
    calendar.at(daysAgo, 15),
  )
}

/** Publishes the lists of the regencies; in the first, one objection comes in and is answered. */
export async function publishForObjections(
  calendar: Calendar,
  coordinator: Actor,
  programmeId: string,
  regencyCodes: string[],
  daysAgo: number,
  answered: boolean,
): Promise<void> {
  const { periodIds } = await publishList(
    coordinator,
    { programmeId, regencyCodes },
    calendar.at(daysAgo, 10),
  )
  const periodId = periodIds[0]
  if (!periodId) return
  const entry = await db.objectionPeriodEntry.findFirst({ where: { periodId }, orderBy: { rank: 'desc' } })
  if (!entry) return
  const { id } = await recordObjection(
    coordinator,
    {
      periodId,
      beneficiaryId: entry.beneficiaryId,
      fromName: 'Warga RT setempat',
      text: 'Menurut kami keluarga ini sudah menerima bantuan serupa dari desa tahun lalu.',
      receivedOn: calendar.day(Math.max(daysAgo - 2, 0)),
    },
    calendar.at(Math.max(daysAgo - 2, 0), 11),
  )
  if (!answered) return
  await answerObjection(
    coordinator,
    {
      objectionId: id,
      verdict: 'dismissed',
      answer:
        'Diperiksa ke desa: bantuan yang dimaksud adalah BLT, bukan bantuan usaha. Keberatan tidak diterima.',
    },
    calendar.at(daysAgo - 5, 13),
  )
}
