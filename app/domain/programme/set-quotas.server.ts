import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { Refusal } from '~/domain/shared/refusal'
import { enqueue } from '~/platform/queue.server'
import { whyNotChangeQuotas } from './change'
import { dependenceOn, keepVersion, loadForChange } from './programme-state.server'
import type { SetQuotas } from './settings.form.server'

/**
 * Sets how many people of each regency the year takes; a regency that gains places in an open year offers them to its
 * waiting list. Refuses `programme.closed`, `programme.reason_needed`, `programme.quota_below_placed`,
 * `changed_meanwhile`, and `not_found` for a regency that the year does not have.
 */
export async function setQuotas(
  actor: Actor,
  input: SetQuotas,
  at: Date,
  key?: string,
): Promise<{ id: string }> {
  authorize(actor, 'programme.write')
  return write(
    actor,
    async (tx, record) => {
      const before = await loadForChange(tx, input)
      const known = new Map(before.quotas.map((quota) => [quota.regencyCode, quota.persons]))
      if (input.quotas.some((quota) => !known.has(quota.regencyCode))) throw new Refusal('not_found')
      const merged = before.quotas.map(({ regencyCode, persons }) => {
        const given = input.quotas.find((quota) => quota.regencyCode === regencyCode)
        return { regencyCode, persons: given?.persons ?? persons }
      })
      const no = whyNotChangeQuotas(merged, await dependenceOn(tx, before.id))
      if (no) {
        const position = input.quotas.findIndex((quota) => quota.regencyCode === no.regencyCode)
        throw new Refusal(no.code, no.params, { field: `quotas[${position}].persons` })
      }
      await keepVersion(tx, actor, before, input.reason, at)
      const changed = merged.filter((quota) => known.get(quota.regencyCode) !== quota.persons)
      for (const { regencyCode, persons } of changed) {
        await tx.programmeQuota.update({
          where: { programmeId_regencyCode: { programmeId: before.id, regencyCode } },
          data: { persons },
        })
        if (before.status === 'open' && persons > (known.get(regencyCode) ?? 0)) {
          await enqueue(tx, 'waitlist.offer', { programmeId: before.id, regencyCode })
        }
      }
      const facts = Object.fromEntries(
        changed.map((quota) => [quota.regencyCode, `${known.get(quota.regencyCode)} > ${quota.persons}`]),
      )
      record({
        kind: 'programme.changed',
        subject: { type: 'programme', id: before.id },
        programmeId: before.id,
        facts: { part: 'quotas', version: before.version, ...facts },
      })
      return { id: before.id }
    },
    { key, form: 'programme.quotas', at },
  )
}
