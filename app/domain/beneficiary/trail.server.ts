import { z } from 'zod'
import type { EventKind } from '~/domain/audit/event'
import type { Actor } from '~/domain/shared/actor'
import { may } from '~/domain/shared/permissions'
import { openForPerson, unwrapPersonKey } from '~/platform/crypto.server'
import { db } from '~/platform/db.server'
import { maskDigits } from './personal-number'
import { requirePerson } from './reach.server'

const PAGE = 30

export type TrailEntry = {
  id: string
  kind: EventKind
  at: Date
  recordedAt: Date
  actorName: string
  facts: Record<string, unknown>
  /** Null where the event holds none; `erased` where the person's key is gone. */
  personal: Record<string, string | number | null> | null
  erased: boolean
}

const valuesSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))

/** What was done to a person's case, newest first, with the personal values of the events. Refuses `not_found` out of reach. */
export async function listTrail(
  actor: Actor,
  beneficiaryId: string,
  after: string | null,
): Promise<{ entries: TrailEntry[]; after: string | null }> {
  await requirePerson(db, actor, 'person.read', beneficiaryId)
  const [events, key] = await Promise.all([
    db.auditEvent.findMany({
      where: { beneficiaryId, ...(after && /^\d{1,18}$/.test(after) ? { id: { lt: BigInt(after) } } : {}) },
      orderBy: { id: 'desc' },
      take: PAGE + 1,
    }),
    db.personKey.findUnique({ where: { beneficiaryId }, select: { wrappedKey: true } }),
  ])
  const personKey = key?.wrappedKey ? unwrapPersonKey(key.wrappedKey) : null
  const read = (box: Uint8Array) =>
    personKey ? visible(actor, valuesSchema.parse(JSON.parse(openForPerson(personKey, box)))) : null
  const entries = events.slice(0, PAGE).map(
    (event): TrailEntry => ({
      id: String(event.id),
      kind: event.kind as EventKind,
      at: event.at,
      recordedAt: event.recordedAt,
      actorName: event.actorName,
      facts: event.facts as Record<string, unknown>,
      personal: event.personalEnc ? read(event.personalEnc) : null,
      erased: event.personalEnc !== null && personKey === null,
    }),
  )
  return { entries, after: events.length > PAGE ? (entries.at(-1)?.id ?? null) : null }
}

const INCOME = /income|rupiah/i
const NUMBER = /^(?:nik|kk|phone)(?:\.|$)/

/**
 * What the actor may see of the values: who needs no birth date sees none at all, income only who may see it, and
 * personal numbers stay masked for everybody, as a number is shown in full by `revealNumber` only.
 */
function visible(
  actor: Actor,
  values: Record<string, string | number | null>,
): Record<string, string | number | null> | null {
  if (!may(actor, 'person.birthDate')) return null
  const seen = Object.entries(values).filter(([name]) => may(actor, 'person.income') || !INCOME.test(name))
  return Object.fromEntries(
    seen.map(([name, value]) => [
      name,
      NUMBER.test(name) && typeof value === 'string' ? maskDigits(value) : value,
    ]),
  )
}
