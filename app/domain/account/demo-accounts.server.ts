import { write } from '~/domain/audit/write.server'
import { type Role, SYSTEM_ACTOR } from '~/domain/shared/actor'
import { hashPassword } from '~/platform/auth.server'
import { now } from '~/platform/clock.server'
import { seal } from '~/platform/crypto.server'
import { newTotpSecret } from '~/platform/totp.server'
import { addUsers } from './create-user.server'

export const DEMO_PASSWORD = 'berdaya-demo-2026'

export type DemoAccount = { email: string; name: string; role: Role; regencyCode: string | null }

/** Invented people of the ten regencies: coordinator, verifier, companion. */
const IN_REGENCIES: Record<string, readonly [string, string, string]> = {
  '64.01': ['Hj. Maimunah Syarkawi', 'Rudi Hartanto', 'Nurul Hidayati'],
  '64.02': ['Awang Darmansyah', 'Lusiana Pangestu', 'Mulyadi Ramadhan'],
  '64.03': ['Siti Rohani Basri', 'Fajar Nugroho', 'Yulianti Kasim'],
  '64.07': ['Yohanes Lirung', 'Maria Tipung', 'Markus Ngau'],
  '64.08': ['Abdul Khalik', 'Retno Wulandari', 'Herlina Tandi'],
  '64.09': ['Sugeng Priyanto', 'Mardiana Ishak', 'Ahmad Riduan'],
  '64.11': ['Petrus Hibau', 'Yuliana Lahai', 'Stefanus Juk'],
  '64.71': ['Ratna Kumalasari', 'Bayu Setiawan', 'Indah Permatasari'],
  '64.72': ['Noor Aida Rahim', 'Gunawan Saptadi', 'Wahyuni Astuti'],
  '64.74': ['Irwansyah Putra', 'Dewi Kartini Malik', 'Suryani Baharuddin'],
}

const PAIRS = [
  ['koordinator', 'coordinator'],
  ['verifikator', 'verifier'],
  ['pendamping', 'companion'],
] as const

const IN_PROVINCE: readonly [login: string, name: string, role: Role][] = [
  ['admin', 'Rahmat Hidayat', 'admin'],
  ['koordinator', 'Hj. Norhayati Bakri', 'coordinator'],
  ['pelatih', 'Slamet Raharjo', 'trainer'],
  ['pelatih2', 'Ermawati Djafar', 'trainer'],
  ['bendahara', 'Linda Susanti', 'treasurer'],
  ['bendahara2', 'Akhmad Fauzi', 'treasurer'],
  ['kpa', 'Drs. Syamsul Arifin', 'approver'],
  ['kadis', 'Dr. Hj. Fatimah Zahra', 'approver'],
  ['auditor', 'Bambang Irianto', 'auditor'],
  ['auditor2', 'Christina Lengkong', 'auditor'],
  ['dpo', 'Muhammad Ilham', 'dpo'],
]

/** The demonstration accounts of the contract, with their invented names. */
export function demoAccounts(): DemoAccount[] {
  const regional = Object.entries(IN_REGENCIES).flatMap(([regencyCode, names]) =>
    PAIRS.map(([login, role], at) => ({
      email: `${login}.${regencyCode.replace('.', '')}@berdaya.test`,
      name: names[at] ?? login,
      role,
      regencyCode,
    })),
  )
  const provincial = IN_PROVINCE.map(([login, name, role]) => ({
    email: `${login}@berdaya.test`,
    name,
    role,
    regencyCode: null,
  }))
  return [...provincial, ...regional]
}

/** Makes them all, with one password; approvers get their second factor. */
export async function createDemoAccounts(
  report?: (done: number, total: number) => void,
  at: Date = now(),
): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  const users = demoAccounts().map(({ email, name, role, regencyCode }) => ({
    email,
    name,
    grants: [{ role, regencyCode: regencyCode ?? undefined }],
    passwordHash,
    mustChangePassword: false,
    isDemo: true,
    totpSecretEnc: role === 'approver' ? seal(newTotpSecret()) : undefined,
  }))
  await write(SYSTEM_ACTOR, (tx, record) => addUsers(tx, record, SYSTEM_ACTOR, users, at), { at })
  report?.(users.length, users.length)
}
