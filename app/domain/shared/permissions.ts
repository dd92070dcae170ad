import { type Actor, ROLES, type Role } from './actor'
import { Refusal } from './refusal'

/**
 * The one table of who may do what. A deed that a role is not named for is refused.
 * `province` asks for the role held for the whole province; everyone else acts within their reach.
 * "Own" deeds (trainer, companion) are narrowed further by the queries: own cohorts, own people.
 */
type Rule = Partial<Record<Role, 'reach' | 'province'>>

const everyone: Rule = Object.fromEntries(ROLES.map((role) => [role, 'reach']))

export const PERMISSIONS = {
  'account.own': everyone,
  'home.read': everyone,
  'help.read': everyone,

  'user.write': { admin: 'province' },
  'user.read': {
    admin: 'province',
    treasurer: 'reach',
    approver: 'reach',
    auditor: 'reach',
    dpo: 'reach',
    coordinator: 'reach',
  },
  'outbox.read': { admin: 'province' },
  'sector.write': { admin: 'province' },
  'programme.write': { admin: 'province', coordinator: 'province' },
  'programme.read': {
    admin: 'reach',
    coordinator: 'reach',
    treasurer: 'reach',
    approver: 'reach',
    auditor: 'reach',
    dpo: 'reach',
  },

  'intake.write': { coordinator: 'reach' },
  'intake.read': { coordinator: 'reach', auditor: 'reach' },
  'person.register': { coordinator: 'reach' },
  'person.correct': { coordinator: 'reach' },
  'person.contact': { coordinator: 'reach', companion: 'reach' },
  'person.read': {
    coordinator: 'reach',
    verifier: 'reach',
    companion: 'reach',
    trainer: 'reach',
    treasurer: 'reach',
    approver: 'reach',
    auditor: 'reach',
  },
  'person.export': { coordinator: 'reach', auditor: 'reach' },
  'person.income': { coordinator: 'reach', verifier: 'reach', auditor: 'reach' },
  'person.birthDate': { coordinator: 'reach', verifier: 'reach', companion: 'reach', auditor: 'reach' },
  'person.reveal': {
    coordinator: 'reach',
    verifier: 'reach',
    treasurer: 'reach',
    approver: 'reach',
    auditor: 'reach',
  },
  'reveal.log': { auditor: 'reach', dpo: 'reach' },
  'document.write': { coordinator: 'reach', verifier: 'reach', companion: 'reach' },
  'document.read': {
    coordinator: 'reach',
    verifier: 'reach',
    companion: 'reach',
    treasurer: 'reach',
    approver: 'reach',
    auditor: 'reach',
  },

  'verification.decide': { verifier: 'reach' },
  'verification.read': { coordinator: 'reach', verifier: 'reach', auditor: 'reach' },
  'decree.write': { coordinator: 'province' },
  'decree.read': {
    coordinator: 'reach',
    verifier: 'reach',
    treasurer: 'reach',
    approver: 'reach',
    auditor: 'reach',
  },
  'objection.write': { coordinator: 'province' },
  'waitlist.offer': { coordinator: 'reach' },

  'cohort.write': { coordinator: 'reach' },
  'cohort.read': { coordinator: 'reach', companion: 'reach', trainer: 'reach', auditor: 'reach' },
  'attendance.write': { trainer: 'reach', coordinator: 'reach' },
  'attendance.read': { trainer: 'reach', coordinator: 'reach', companion: 'reach', auditor: 'reach' },
  'recommendation.write': { trainer: 'reach' },

  'plan.draft': { companion: 'reach', coordinator: 'reach' },
  'plan.decide': { coordinator: 'reach' },
  'plan.read': {
    coordinator: 'reach',
    companion: 'reach',
    trainer: 'reach',
    treasurer: 'reach',
    approver: 'reach',
    auditor: 'reach',
  },

  'bankAccount.enter': { coordinator: 'reach' },
  'bankAccount.verify': { verifier: 'reach', treasurer: 'reach' },
  'bankAccount.read': {
    coordinator: 'reach',
    verifier: 'reach',
    treasurer: 'reach',
    approver: 'reach',
    auditor: 'reach',
  },

  'exit.propose': { coordinator: 'reach', companion: 'reach' },
  'exit.confirm': { verifier: 'reach' },
  'exit.read': { coordinator: 'reach', verifier: 'reach', companion: 'reach', auditor: 'reach' },
  'hold.read': {
    coordinator: 'reach',
    verifier: 'reach',
    companion: 'reach',
    treasurer: 'reach',
    approver: 'reach',
    auditor: 'reach',
  },

  'tranche.read': {
    coordinator: 'reach',
    companion: 'reach',
    treasurer: 'reach',
    approver: 'reach',
    auditor: 'reach',
  },
  'batch.read': { coordinator: 'reach', treasurer: 'reach', approver: 'reach', auditor: 'reach' },
  'batch.prepare': { treasurer: 'province' },
  'batch.export': { treasurer: 'province' },
  'batch.decide': { approver: 'province' },
  'bankFile.post': { treasurer: 'province' },
  'bankFile.confirm': { approver: 'province' },
  'bankFile.read': { treasurer: 'reach', approver: 'reach', auditor: 'reach' },

  'budget.read': { coordinator: 'reach', treasurer: 'reach', approver: 'reach', auditor: 'reach' },
  'rules.read': { treasurer: 'reach', approver: 'reach', auditor: 'reach' },
  'audit.read': { auditor: 'reach' },
  'audit.export': { auditor: 'reach' },
} as const satisfies Record<string, Rule>

export type Deed = keyof typeof PERMISSIONS
export const DEEDS = Object.keys(PERMISSIONS) as Deed[]

/** The regencies in which the actor may do the deed: a list of codes, or `all` for the province. */
export type Reach = { regencyCodes: readonly string[] | 'all' }

export function reachOf(actor: Actor, deed: Deed): Reach {
  const rule: Rule = PERMISSIONS[deed]
  const codes = new Set<string>()
  for (const held of actor.roles) {
    const needed = rule[held.role]
    if (needed === undefined) continue
    if (held.regencyCode === null) return { regencyCodes: 'all' }
    if (needed === 'reach') codes.add(held.regencyCode)
  }
  return { regencyCodes: [...codes].sort() }
}

/** May the actor do the deed: somewhere (no regency given), or in that regency. Default no. */
export function may(actor: Actor, deed: Deed, regencyCode?: string): boolean {
  const { regencyCodes } = reachOf(actor, deed)
  if (regencyCodes === 'all') return true
  return regencyCode === undefined ? regencyCodes.length > 0 : regencyCodes.includes(regencyCode)
}

/** The first line of every command. Refuses `not_allowed`. */
export function authorize(actor: Actor, deed: Deed, regencyCode?: string): void {
  if (!may(actor, deed, regencyCode)) throw new Refusal('not_allowed')
}

/**
 * The `where` part that keeps a query within the actor's reach; spread it into a Prisma filter on a table with
 * a `regencyCode`. Refuses `not_allowed` where the actor may not do the deed anywhere.
 */
export function within(actor: Actor, deed: Deed): { regencyCode?: { in: string[] } } {
  authorize(actor, deed)
  const { regencyCodes } = reachOf(actor, deed)
  return regencyCodes === 'all' ? {} : { regencyCode: { in: [...regencyCodes] } }
}
