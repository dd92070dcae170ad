import type { Actor, Role } from '~/domain/shared/actor'
import { now, today } from '~/platform/clock.server'
import { open } from '~/platform/crypto.server'
import { db } from '~/platform/db.server'
import { demoAccountsMaySignIn } from '~/platform/env.server'
import { nextTotpCode, totpQrCode } from '~/platform/totp.server'

/** Does one of the roles that the actor holds now ask for a second factor. */
export async function needsSecondFactor(actor: Actor): Promise<boolean> {
  const roles = [...new Set(actor.roles.map((held) => held.role))]
  const asking = await db.rolePolicy.findFirst({ where: { role: { in: roles }, secondFactorRequired: true } })
  return asking !== null
}

/** One's own account as its page shows it. */
export async function getOwnAccount(actor: Actor) {
  const account = await db.userAccount.findUniqueOrThrow({
    where: { id: actor.userId },
    select: { name: true, email: true, createdAt: true, passwordChangedAt: true, totpConfirmedAt: true },
  })
  const grants = await db.roleGrant.findMany({
    where: { userId: actor.userId, OR: [{ expiresOn: null }, { expiresOn: { gte: new Date(today()) } }] },
    select: { role: true, regencyCode: true, expiresOn: true },
    orderBy: [{ role: 'asc' }, { regencyCode: 'asc' }],
  })
  return { ...account, grants: await named(grants), secondFactorRequired: await needsSecondFactor(actor) }
}

type HeldGrant = { role: string; regencyCode: string | null; expiresOn: Date | null }

/** Grants with the name of the regency they reach. */
export async function named<Grant extends HeldGrant>(grants: readonly Grant[]) {
  const codes = grants.flatMap((grant) => grant.regencyCode ?? [])
  const regions =
    codes.length === 0
      ? []
      : await db.region.findMany({ where: { code: { in: codes } }, select: { code: true, name: true } })
  const names = new Map(regions.map((region) => [region.code, region.name]))
  return grants.map(({ expiresOn, ...grant }) => ({
    ...grant,
    role: grant.role as Role,
    regencyName: grant.regencyCode ? (names.get(grant.regencyCode) ?? grant.regencyCode) : null,
    expiresOn: expiresOn?.toISOString().slice(0, 10) ?? null,
  }))
}

/** One's own open sessions, this one first. */
export async function listOwnSessions(actor: Actor, currentSessionId: string) {
  const sessions = await db.userSession.findMany({
    where: { userId: actor.userId, endedAt: null, expiresAt: { gt: now() } },
    select: { id: true, createdAt: true, lastSeenAt: true, browser: true, remoteAddress: true },
    orderBy: { lastSeenAt: 'desc' },
    take: 50,
  })
  return sessions
    .map((session) => ({ ...session, current: session.id === currentSessionId }))
    .sort((one, other) => Number(other.current) - Number(one.current))
}

/** The secret that waits for its first code, with its QR code as SVG; null before it was asked for. */
export async function getPendingSecondFactor(
  actor: Actor,
): Promise<{ secret: string; qrCode: string } | null> {
  const account = await db.userAccount.findUniqueOrThrow({
    where: { id: actor.userId },
    select: { email: true, totpSecretEnc: true, totpConfirmedAt: true },
  })
  if (!account.totpSecretEnc || account.totpConfirmedAt) return null
  const secret = open(account.totpSecretEnc)
  return { secret, qrCode: await totpQrCode(account.email, secret) }
}

/** The code a demonstration account would read from its app: only for such accounts, only where they may sign in. */
export async function demonstrationCode(userId: string, at: Date): Promise<string | null> {
  if (!demoAccountsMaySignIn()) return null
  const account = await db.userAccount.findUnique({
    where: { id: userId, isDemo: true, totpConfirmedAt: { not: null } },
    select: { totpSecretEnc: true, totpLastStep: true },
  })
  return account?.totpSecretEnc ? nextTotpCode(open(account.totpSecretEnc), at, account.totpLastStep) : null
}

/** The demonstration accounts to show on the sign-in page; none where they may not sign in. */
export async function listDemonstrationAccounts() {
  if (!demoAccountsMaySignIn()) return []
  const accounts = await db.userAccount.findMany({
    where: { isDemo: true, deactivatedAt: null },
    select: {
      email: true,
      name: true,
      roles: { select: { role: true, regencyCode: true, expiresOn: true } },
    },
    orderBy: { createdAt: 'asc' },
  })
  const grants = await named(accounts.flatMap((account) => account.roles))
  const nameOf = new Map(grants.map((grant) => [grant.regencyCode, grant.regencyName]))
  return accounts.map(({ email, name, roles }) => ({
    email,
    name,
    role: (roles[0]?.role ?? 'admin') as Role,
    regencyName: roles[0]?.regencyCode ? (nameOf.get(roles[0].regencyCode) ?? null) : null,
  }))
}
