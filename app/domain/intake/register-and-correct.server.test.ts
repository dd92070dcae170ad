import { describe, expect, it, vi } from 'vitest'
import { db } from '~/platform/db.server'
import { useDatabase } from '../../../e2e/support/database'
import { candidateRow } from '../../../e2e/support/intake'
import { anActor } from '../../../e2e/support/people'
import { anOpenProgramme } from '../../../e2e/support/programmes'
import { refusalOf } from '../../../e2e/support/refusals'
import type { CorrectInput } from './candidate.form.server'
import { correctForm, registerForm } from './candidate.form.server'
import { correctPerson } from './correct-person.server'
import { registerCandidates } from './register-candidates.server'

useDatabase()
vi.setConfig({ testTimeout: 60_000 })

const AT = new Date('2026-02-10T02:00:00Z')

async function registered() {
  const programme = await anOpenProgramme({ quotas: { '64.72': 150 } })
  const coordinator = await anActor('coordinator', '64.72')
  const { ids } = await registerCandidates(
    coordinator,
    { programmeId: programme.id, entries: [candidateRow(1)], warningsSeen: false },
    AT,
  )
  const person = await db.beneficiary.findUniqueOrThrow({ where: { id: ids[0] } })
  const row = candidateRow(1)
  const correction: CorrectInput = {
    beneficiaryId: person.id,
    version: person.version,
    reason: '',
    warningsSeen: false,
    nik: '',
    no_kk: '',
    nama: row.nama ?? '',
    tempat_lahir: '',
    tanggal_lahir: row.tanggal_lahir ?? '',
    jenis_kelamin: 'P',
    alamat: row.alamat ?? '',
    rt: '',
    rw: '',
    kode_wilayah: '64.72.01.1001',
    telepon: '',
    desil: '',
    versi_dtsen: '',
    pendapatan_bulanan: '',
    jumlah_anggota: '',
    minat_sektor: '',
    catatan: '',
  }
  return { programme, coordinator, person, correction }
}

describe('one person by hand', () => {
  it('is registered by the rules of the file', async () => {
    const { programme, coordinator, person } = await registered()
    expect(person).toMatchObject({
      number: 1,
      status: 'proposed',
      intakeFileId: null,
      registeredBy: coordinator.userId,
    })
    const again = (entry: object, warningsSeen = false) =>
      registerCandidates(coordinator, { programmeId: programme.id, entries: [entry], warningsSeen }, AT)
    expect(await refusalOf(again(candidateRow(1)))).toBe('intake.entry_refused')
    expect(await refusalOf(again(candidateRow(2, { nik: '123' })))).toBe('intake.entry_refused')
    expect(await refusalOf(again(candidateRow(2, { kode_wilayah: '64.71.01.1001' })))).toBe(
      'intake.entry_refused',
    )
    const family = candidateRow(2, { no_kk: candidateRow(1).no_kk ?? '' })
    expect(await refusalOf(again(family))).toBe('intake.warnings')
    expect((await again(family, true)).ids).toHaveLength(1)
  })

  it('is told of wrong entries beside their fields', () => {
    const id = '01900000-0000-7000-8000-000000000001'
    const wrong = registerForm.safeParse({
      programmeId: id,
      nik: '1',
      no_kk: '',
      nama: 'A',
      tanggal_lahir: '2026-02-31',
      jenis_kelamin: 'P',
      alamat: 'x',
      kode_wilayah: '64.72.01.1001',
    })
    expect(wrong.error?.issues.map((issue) => [issue.path[0], issue.message])).toEqual([
      ['tanggal_lahir', 'intake.problem.date_form'],
      ['nik', 'intake.problem.nik_length'],
      ['no_kk', 'intake.problem.required'],
      ['nama', 'intake.problem.name_short'],
    ])
    const kept = correctForm.safeParse({
      beneficiaryId: id,
      version: '0',
      nama: 'Siti',
      tanggal_lahir: '1990-05-17',
      jenis_kelamin: 'P',
      alamat: 'x',
      kode_wilayah: '64.72.01.1001',
    })
    expect(kept.success).toBe(true)
  })
})

describe('a correction', () => {
  it('keeps what was left empty, and what it was before', async () => {
    const { coordinator, person, correction } = await registered()
    await correctPerson(
      coordinator,
      { ...correction, nama: 'Siti Rekaan Baru', desil: '3', versi_dtsen: '2026T1' },
      AT,
    )
    expect(await db.beneficiary.findUniqueOrThrow({ where: { id: person.id } })).toMatchObject({
      name: 'Siti Rekaan Baru',
      searchName: 'siti rekaan baru',
      decile: 3,
      version: 1,
    })
    expect(await db.identityHash.count({ where: { beneficiaryId: person.id, kind: 'nik' } })).toBe(1)
    expect(await db.auditEvent.findFirstOrThrow({ where: { kind: 'person.corrected' } })).toMatchObject({
      facts: { changed: ['name', 'decile', 'dtsenVersion'] },
      beneficiaryId: person.id,
    })
  })

  it('of a NIK asks for a reason, and moves the lookup', async () => {
    const { programme, coordinator, person, correction } = await registered()
    const nik = candidateRow(421).nik ?? ''
    expect(await refusalOf(correctPerson(coordinator, { ...correction, nik }, AT))).toBe(
      'intake.reason_needed',
    )
    await correctPerson(coordinator, { ...correction, nik, reason: 'Salah ketik' }, AT)
    const first = registerCandidates(
      coordinator,
      {
        programmeId: programme.id,
        entries: [candidateRow(1, { no_kk: candidateRow(5).no_kk ?? '' })],
        warningsSeen: true,
      },
      AT,
    )
    expect((await first).ids).toHaveLength(1)
    expect(
      await refusalOf(
        correctPerson(
          coordinator,
          { ...correction, version: 1, nik: candidateRow(1).nik ?? '', reason: 'x' },
          AT,
        ),
      ),
    ).toBe('intake.entry_refused')
    expect(person.number).toBe(1)
  })

  it('of what somebody else changed meanwhile, of nothing, or out of reach, is refused', async () => {
    const { coordinator, correction } = await registered()
    expect(await refusalOf(correctPerson(coordinator, correction, AT))).toBe('intake.nothing_changed')
    expect(
      await refusalOf(correctPerson(coordinator, { ...correction, nama: 'Lain Orang', version: 7 }, AT)),
    ).toBe('changed_meanwhile')
    expect(
      await refusalOf(
        correctPerson(await anActor('coordinator', '64.71'), { ...correction, nama: 'Lain Orang' }, AT),
      ),
    ).toBe('not_found')
    expect(
      await refusalOf(
        correctPerson(await anActor('verifier', '64.72'), { ...correction, nama: 'Lain Orang' }, AT),
      ),
    ).toBe('not_allowed')
  })
})
