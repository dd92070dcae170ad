import { expect, it } from 'vitest'
import { useDatabase } from '~/../e2e/support/database'
import { createUser } from '~/../e2e/support/people'
import { db } from '~/platform/db.server'
import { chooseLanguageOf } from './choose-language.server'

useDatabase()

const AT = new Date('2026-11-24T02:00:00Z')

it('keeps the language that a person chooses, and notes it', async () => {
  const { id, actor } = await createUser({ roles: ['trainer'] })
  await chooseLanguageOf(actor, 'en', AT)
  expect(await db.userAccount.findUniqueOrThrow({ where: { id }, select: { locale: true } })).toEqual({
    locale: 'en',
  })
  const events = await db.auditEvent.findMany({ select: { kind: true, subjectId: true, facts: true } })
  expect(events).toEqual([{ kind: 'user.language_changed', subjectId: id, facts: { from: 'id', to: 'en' } }])
})

it('does nothing when the language is the present one', async () => {
  const { actor } = await createUser({ roles: ['trainer'] })
  await chooseLanguageOf(actor, 'id', AT)
  expect(await db.auditEvent.count()).toBe(0)
})
