import { createHash, randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { anOpenYear } from '~/../e2e/support/beneficiaries'
import { useDatabase } from '~/../e2e/support/database'
import { candidateRow } from '~/../e2e/support/intake'
import { anActor } from '~/../e2e/support/people'
import { TEST_SECRETS } from '~/../e2e/support/test-secrets'
import { registerCandidates } from '~/domain/intake/register-candidates.server'
import type { Actor } from '~/domain/shared/actor'
import { now } from '~/platform/clock.server'
import { lookupHashes, open, seal } from '~/platform/crypto.server'
import { db, pool } from '~/platform/db.server'
import { forgetEnv } from '~/platform/env.server'
import { rekey } from './rekey.server'
import { SEALED_COLUMNS } from './sealed-columns'

useDatabase()

const keyOf = (name: string) => `${name}:${createHash('sha256').update(`rekey ${name}`).digest('base64')}`
const OLD = { DATA_KEYS: TEST_SECRETS.DATA_KEYS, LOOKUP_KEYS: TEST_SECRETS.LOOKUP_KEYS }

function configure(keys: { DATA_KEYS: string; LOOKUP_KEYS: string }): void {
  Object.assign(process.env, keys)
  forgetEnv()
}

afterEach(() => configure(OLD))

const BOTH = {
  DATA_KEYS: `${keyOf('d2')},${OLD.DATA_KEYS}`,
  LOOKUP_KEYS: `${keyOf('l2')},${OLD.LOOKUP_KEYS}`,
}
const NEW = { DATA_KEYS: keyOf('d2'), LOOKUP_KEYS: keyOf('l2') }

const row = (number: number) =>
  candidateRow(number, {
    telepon: `0812${String(10_000_000 + number)}`,
    bank: '124',
    no_rekening: `00${String(1_000_000_000 + number)}`,
    nama_rekening: `Siti Rekaan ${number}`,
  })

async function register(actor: Actor, programmeId: string, numbers: readonly number[]): Promise<string[]> {
  const { ids } = await registerCandidates(
    actor,
    { programmeId, entries: numbers.map(row), warningsSeen: true },
    now(),
  )
  return ids
}

/** More than one batch of a column. */
const PEOPLE = 600

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index)

/** A payment of an exported batch, put there as history: its account is frozen. */
async function aFrozenPayment(programmeId: string): Promise<string> {
  const [batch, payment] = [randomUUID(), randomUUID()]
  const client = await pool.connect()
  await client.query('BEGIN; SET LOCAL session_replication_role = replica')
  await client.query(
    `INSERT INTO batch (id, programme_id, number, quarter, form, title, status, prepared_by, prepared_at, sp2d_number)
     VALUES ($1, $2, 1, '2026-Q3', 'money', 'Uji', 'exported', $1, now(), 'SP2D-1')`,
    [batch, programmeId],
  )
  await client.query(
    `INSERT INTO payment (id, batch_id, tranche_id, beneficiary_id, programme_id, regency_code, sector_code, quarter, line_number, attempt, reference, amount_rupiah, status, account_enc)
     VALUES ($1, $2, $1, $1, $3, '64.72', 'food', '2026-Q3', 1, 0, 'UEP26-6472-000001-T1', 1000, 'sent', $4)`,
    [payment, batch, programmeId, seal('0012345678')],
  )
  await client.query('COMMIT')
  client.release()
  return payment
}

describe('rekey', () => {
  it('knows every column that holds boxes', async () => {
    const { rows } = await pool.query<{ name: string }>(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
       WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND (column_name LIKE '%\\_enc' OR column_name = 'wrapped_key') AND column_name <> 'personal_enc' ORDER BY 1`,
    )
    expect(SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`).sort()).toEqual(
      rows.map(({ name }) => name),
    )
  })

  it('brings everything under the new keys while others write, goes on after a break, and loses no write', async () => {
    const programme = await anOpenYear({ quota: 5_000 })
    const actor = await anActor('coordinator', '64.72')
    const ids = await register(actor, programme.id, range(0, PEOPLE))
    const payment = await aFrozenPayment(programme.id)

    configure(BOTH)
    const broken = rekey(now(), (_step, done) => {
      if (done >= 500) throw new Error('the power went')
    })
    await expect(broken).rejects.toThrow('the power went')

    let working = true
    const written: number[] = []
    const corrected: string[] = []
    const write = async () => {
      for (let next = 2_000; working; next += 5) {
        await register(actor, programme.id, range(next, next + 5))
        written.push(...range(next, next + 5))
        const id = ids[written.length % ids.length] ?? ''
        const phone = `+62899${String(written.length).padStart(7, '0')}`
        await db.beneficiary.update({ where: { id }, data: { phoneEnc: seal(phone) } })
        corrected.push(id)
      }
    }
    const writer = write()
    const steps: string[] = []
    const result = await rekey(now(), (step) => steps.push(step))
    working = false
    await writer

    expect(result.boxesRenewed).toBeGreaterThan(PEOPLE * 3)
    expect(result.hashesAdded).toBeGreaterThanOrEqual(PEOPLE * 4)
    expect(written.length).toBeGreaterThan(0)
    expect(steps).toContain('bank_account.number_enc')

    configure(NEW)
    const second = await rekey(now())
    expect(second.boxesRenewed).toBe(0)
    expect(second.hashesRemoved).toBe((PEOPLE + written.length) * 4)

    const people = await db.beneficiary.findMany({
      select: { id: true, nikEnc: true, kkEnc: true, phoneEnc: true },
    })
    expect(people).toHaveLength(PEOPLE + written.length)
    const hashes = await db.identityHash.findMany({ where: { kind: { in: ['nik', 'kk'] } } })
    const kept = new Set(
      hashes.map((one) => `${one.beneficiaryId} ${one.kind} ${Buffer.from(one.hash).toString('hex')}`),
    )
    expect(kept.size).toBe(people.length * 2)
    for (const { id, nikEnc, kkEnc } of people) {
      for (const [kind, box] of [
        ['nik', nikEnc],
        ['kk', kkEnc],
      ] as const) {
        const [only] = lookupHashes(kind, open(box))
        expect(kept.has(`${id} ${kind} ${only?.hash.toString('hex')}`)).toBe(true)
      }
    }
    const lastOf = new Map(
      corrected.map((id, index) => [id, `+62899${String((index + 1) * 5).padStart(7, '0')}`]),
    )
    for (const [id, phone] of lastOf) {
      const box = people.find((person) => person.id === id)?.phoneEnc
      expect(box && open(box)).toBe(phone)
    }

    const frozen = await db.payment.findUniqueOrThrow({ where: { id: payment } })
    expect(frozen.accountEnc && open(frozen.accountEnc)).toBe('0012345678')
    await expect(
      db.payment.update({ where: { id: payment }, data: { accountEnc: seal('0099999999') } }),
      'still frozen for everyone else',
    ).rejects.toThrow()
    await expect(register(actor, programme.id, [7]), 'still one NIK a year').rejects.toMatchObject({
      code: expect.any(String),
    })
  }, 180_000)

  it('refuses where a key that is needed is not configured, and changes nothing', async () => {
    const programme = await anOpenYear()
    await register(await anActor('coordinator', '64.72'), programme.id, range(0, 3))
    configure(NEW)
    await expect(rekey(now())).rejects.toMatchObject({ code: 'keys.missing', params: { keyId: 't1' } })
    configure(OLD)
    const person = await db.beneficiary.findFirstOrThrow()
    expect(open(person.nikEnc)).toMatch(/^\d{16}$/)
    expect(await db.auditEvent.count({ where: { kind: 'keys.rotated' } })).toBe(0)
  })

  it('keeps past recipients findable where it can, and says where it cannot', async () => {
    const programme = await anOpenYear()
    await register(await anActor('coordinator', '64.72'), programme.id, [0])
    const ours = await db.identityHash.findFirstOrThrow({ where: { kind: 'nik' } })
    const stranger = lookupHashes('nik', '6472015505900009')[0]
    await db.pastRecipient.createMany({
      data: [
        { year: 2024, keyId: ours.keyId, nikHash: ours.hash, source: 'daftar 2024' },
        { year: 2024, keyId: ours.keyId, nikHash: stranger?.hash ?? Buffer.alloc(0), source: 'daftar 2024' },
      ],
    })
    configure(BOTH)
    const result = await rekey(now())
    expect(result.pastRecipientsAdded).toBe(1)
    expect(result.boundToOldKeys).toEqual([{ keyId: 't1', rows: 1 }])
    const again = await rekey(now())
    expect(again).toMatchObject({ boxesRenewed: 0, hashesAdded: 0, pastRecipientsAdded: 0 })
  })
})
