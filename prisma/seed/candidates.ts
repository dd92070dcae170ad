import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { assignCompanions } from '~/domain/beneficiary/assign-companions.server'
import { confirmIntakeFile } from '~/domain/intake/confirm-file.server'
import { uploadIntakeFile } from '~/domain/intake/upload-file.server'
import type { Actor } from '~/domain/shared/actor'
import { db } from '~/platform/db.server'
import type { Calendar } from './calendar'
import { type Invented, inventPerson } from './people'
import type { Dice } from './random'

const HEADER =
  'nik;no_kk;nama;tempat_lahir;tanggal_lahir;jenis_kelamin;alamat;rt;rw;kode_wilayah;telepon;desil;versi_dtsen;pendapatan_bulanan;jumlah_anggota;minat_sektor'

/** Invents people for a regency's villages; the serial grows through the whole demonstration. */
export class Inventor {
  private serial = 0
  private readonly villages = new Map<string, { code: string; capital: string }[]>()

  constructor(
    private readonly dice: Dice,
    private readonly fiscalYear: number,
  ) {}

  async people(regencyCode: string, count: number): Promise<Invented[]> {
    const villages = await this.villagesOf(regencyCode)
    return Array.from({ length: count }, () => {
      this.serial += 1
      const village = this.dice.pick(villages)
      return inventPerson(this.dice, village.code, village.capital, this.serial, [
        this.fiscalYear - 59,
        this.fiscalYear - 21,
      ])
    })
  }

  private async villagesOf(regencyCode: string) {
    const known = this.villages.get(regencyCode)
    if (known) return known
    const [regency, places] = await Promise.all([
      db.region.findUniqueOrThrow({ where: { code: regencyCode }, select: { name: true } }),
      db.region.findMany({
        where: { level: 'village', code: { startsWith: `${regencyCode}.` } },
        select: { code: true },
        orderBy: { code: 'asc' },
      }),
    ])
    const villages = places.map(({ code }) => ({
      code,
      capital: regency.name.replace(/^(Kabupaten|Kota) /, ''),
    }))
    this.villages.set(regencyCode, villages)
    return villages
  }
}

function rowOf(person: Invented): string {
  return [
    person.nik,
    person.kk,
    person.name,
    person.birthPlace,
    person.birthDate,
    person.sex,
    person.address,
    person.rt,
    person.rw,
    person.villageCode,
    person.phone,
    person.decile,
    '2026T1',
    person.monthlyIncomeRupiah,
    person.householdSize,
    person.wish,
  ].join(';')
}

/** Without a regency the file covers several, by the villages' codes. */
export type FileOfPeople = {
  programmeId: string
  regencyCode?: string
  name: string
  people: readonly Invented[]
}

/** A regency's file goes through the same upload, check and confirmation as any file. */
export async function importFile(
  coordinator: Actor,
  file: FileOfPeople,
  at: Date,
  confirmed = true,
): Promise<string> {
  const text = `\uFEFF${[HEADER, ...file.people.map(rowOf)].join('\r\n')}\r\n`
  const folder = await mkdtemp(path.join(tmpdir(), 'berdaya-demo-'))
  try {
    const stored = path.join(folder, 'usulan.csv')
    await writeFile(stored, text)
    const sha256 = createHash('sha256').update(text).digest('hex')
    const upload = { name: file.name, path: stored, size: Buffer.byteLength(text), sha256 }
    const { id } = await uploadIntakeFile(
      coordinator,
      { programmeId: file.programmeId, regencyCode: file.regencyCode },
      upload,
      at,
    )
    if (confirmed) await confirmIntakeFile(coordinator, { fileId: id }, new Date(at.getTime() + 60_000))
    return id
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Half of a regency's people get its companion. */
export async function accompany(
  coordinator: Actor,
  companion: Actor,
  ids: readonly string[],
  calendar: Calendar,
  daysAgo: number,
): Promise<void> {
  if (ids.length === 0) return
  await assignCompanions(
    coordinator,
    ids.map((beneficiaryId) => ({ beneficiaryId, companionId: companion.userId })),
    calendar.at(daysAgo),
  )
}
