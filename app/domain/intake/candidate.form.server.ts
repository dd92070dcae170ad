import { z } from 'zod'
import { idField, versionField } from '~/domain/shared/fields.form.server'
import { isVillageCode } from '~/domain/shared/region'
import { type RawRow, type RowContext, readRow } from './import-row'

const entry = z.string().trim().max(1_000).default('')

const personFields = {
  nik: entry,
  no_kk: entry,
  nama: entry,
  tempat_lahir: entry,
  tanggal_lahir: entry,
  jenis_kelamin: entry,
  alamat: entry,
  rt: entry,
  rw: entry,
  kode_wilayah: entry,
  telepon: entry,
  desil: entry,
  versi_dtsen: entry,
  pendapatan_bulanan: entry,
  jumlah_anggota: entry,
  minat_sektor: entry,
  catatan: entry,
}

const accountFields = { bank: entry, no_rekening: entry, nama_rekening: entry }

/** Whether the person has read the warnings that the first sending brought up. */
const warningsSeen = z
  .literal('on')
  .optional()
  .transform((mark) => mark === 'on')

/** Everything a form can know without the database; the command asks the rest of the same rules. */
const ANYTHING: RowContext = {
  on: '2199-12-31',
  places: {
    village: (code) => (isVillageCode(code) ? { code, level: 'village', name: '' } : null),
    isDistrict: () => true,
    regency: () => null,
    districtNamed: () => null,
    villageNamed: () => null,
    nearest: () => null,
    nameOf: (code) => code,
  },
  regencyCode: null,
  mayRegister: () => true,
  bankCode: (text) => text,
  sectorCode: (text) => text,
  dtsenVersion: null,
}

function addProblems(raw: RawRow, context: z.RefinementCtx): void {
  for (const { column, code, severity, params } of readRow(raw, ANYTHING).problems) {
    if (severity === 'error')
      context.addIssue({
        code: 'custom',
        path: [column],
        message: `intake.problem.${code}`,
        params: params ?? {},
      })
  }
}

/** One person by hand, by the rules of the import file. */
export const registerForm = z
  .object({ programmeId: idField, warningsSeen, ...personFields, ...accountFields })
  .superRefine((row, context) => addProblems(row, context))

/** A correction; personal numbers are not shown, so an empty one stays as it is. */
export const correctForm = z
  .object({
    beneficiaryId: idField,
    version: versionField,
    reason: z.string().trim().max(500).default(''),
    warningsSeen,
    ...personFields,
  })
  .superRefine((row, context) => {
    const kept = { nik: '6472015705900001', no_kk: '6472011209110001' }
    addProblems({ ...row, nik: row.nik || kept.nik, no_kk: row.no_kk || kept.no_kk }, context)
  })

export type RegisterInput = z.output<typeof registerForm>
export type CorrectInput = z.output<typeof correctForm>
