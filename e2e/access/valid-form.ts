import { randomUUID } from 'node:crypto'

export type Entries = Record<string, string | File>

/** The answer to a form whose entries were not understood: which of them, by name. */
export type Complaint = Record<string, string[] | null>

const FILE = () => new File(['nik,no_kk,nama\n'], 'uji.csv', { type: 'text/csv' })

/** What fields of the portal take, the commonest first. */
const CANDIDATES: readonly (string | (() => string | File))[] = [
  'Keterangan uji yang cukup panjang',
  '1',
  () => randomUUID(),
  '2026-11-24',
  '1.500.000',
  '64.72',
  '2026-Q4',
  '08:30',
  '100',
  '10000',
  'on',
  'uji@berdaya.test',
  '6472014512900001',
  'L',
  '123456',
  '12345678',
  '124',
  'food',
  'verifier',
  'verified',
  'present',
  'approve',
  'accepted',
  'refused',
  'confirmed',
  'withdrawn',
  'money',
  'csv',
  'xlsx',
  'nik',
  'warn',
  'yes',
  'upheld',
  'id',
  'dark',
  'others',
  'integrity_pact',
  'suspend',
  'companion',
  '64.72.01.1001',
  '/penerima',
  '["1"]',
  '{}',
  '2026T1',
  FILE,
]

const ROUNDS = 60

/**
 * Finds entries that a form's schema takes, by sending and heeding its complaints: each field complained about gets the
 * next candidate. Gives the entries with what is still complained about, or null.
 */
export async function findValidEntries(
  send: (entries: Entries) => Promise<Complaint | null>,
  known: Entries = {},
): Promise<{ entries: Entries; complaint: Complaint | null }> {
  const entries: Entries = { ...known }
  const tried = new Map<string, number>()
  let complaint = await send(entries)
  for (let round = 0; complaint && round < ROUNDS; round += 1) {
    const names = Object.keys(complaint).filter((name) => name !== '')
    if (names.length === 0) break
    for (const name of names) {
      const next = tried.get(name) ?? 0
      const candidate = CANDIDATES[next % CANDIDATES.length] ?? ''
      entries[name] = typeof candidate === 'function' ? candidate() : candidate
      tried.set(name, next + 1)
    }
    complaint = await send(entries)
  }
  return { entries, complaint }
}
