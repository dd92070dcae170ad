import { type Command, Declined, WrongUse } from './command'
import { withDatabase } from './with-database'

export const userCreate: Command = {
  usage: '<e-mail> --name <name> --role <role> [--regency 64.72] [--until 2026-12-31] --as <e-mail>',
  about: 'adds an account and prints its temporary password; the very first one, an admin, needs no --as',
  words: 1,
  options: {
    name: { type: 'string' },
    role: { type: 'string' },
    regency: { type: 'string' },
    until: { type: 'string' },
    as: { type: 'string' },
  },
  run: ({ values, words, tell }) =>
    withDatabase({ share: true, tell }, async () => {
      const { createUserForm } = await import('../../app/domain/account/user.form.server')
      const given = { ...values, email: words[0], regencyCode: values.regency, expiresOn: values.until }
      const parsed = createUserForm.safeParse(given)
      if (!parsed.success)
        throw new WrongUse(
          parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'),
        )
      const { temporaryPassword } = await import('../../app/platform/auth.server')
      const password = temporaryPassword(undefined)
      const { id } = await create({ ...parsed.data, temporaryPassword: password }, values.as)
      const text = `${parsed.data.email} may sign in with the temporary password ${password}`
      return { text, data: { id, email: parsed.data.email, temporaryPassword: password } }
    }),
}

type Input = Parameters<typeof import('../../app/domain/account/create-user.server')['createUser']>[1]

async function create(input: Input, as: string | boolean | undefined): Promise<{ id: string }> {
  const { createFirstAdmin, createUser } = await import('../../app/domain/account/create-user.server')
  const now = new Date()
  if (typeof as === 'string') {
    const { actingUser } = await import('../../app/domain/account/acting-user.server')
    return createUser(await actingUser({ email: as }), input, now)
  }
  if (input.role !== 'admin') throw new Declined('--as <e-mail of an admin> is needed')
  return createFirstAdmin(input, now)
}
