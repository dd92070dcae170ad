import { createHmac, randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { Authenticator } from 'remix-auth'
import { FormStrategy } from 'remix-auth-form'
import { env } from './env.server'

/** OWASP's second argon2id setting: 19 MiB, two passes, one lane (`algorithm: 2` is argon2id). */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), ARGON2ID)
}

let nobody: Promise<string> | undefined

/** Compares with the hash of an account, or, where there is none, with a hash of nobody: both take the same time. */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword(randomBytes(24).toString('base64url'))
  const matched = await verify(passwordHash ?? (await nobody), password.normalize('NFKC'))
  return matched && passwordHash !== null
}

export type Credentials = { email: string; password: string }

/** The door for e-mail and password: reads the posted form and lets `check` say who it is, or refuse. */
export function passwordDoor<Who>(check: (credentials: Credentials) => Promise<Who>): Authenticator<Who> {
  return new Authenticator<Who>().use(
    new FormStrategy(({ form }) =>
      check({ email: textOf(form.get('email')), password: textOf(form.get('password')) }),
    ),
    'password',
  )
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value : ''
}

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const GROUPS = 4
const GROUP_LENGTH = 4

/**
 * A password to hand over once. Made from the key of the form, so that a form sent twice shows the same one
 * and it need not be kept anywhere.
 */
export function temporaryPassword(formKey: string | undefined): string {
  const source = formKey
    ? createHmac('sha512', env().SESSION_SECRETS[0] ?? '')
        .update(`temporary-password|${formKey}`)
        .digest()
    : randomBytes(64)
  const letters = Array.from({ length: GROUPS * GROUP_LENGTH }, (_, at) => {
    const number = source.readUInt16BE(at * 2)
    return LETTERS[number % LETTERS.length]
  })
  return Array.from({ length: GROUPS }, (_, group) =>
    letters.slice(group * GROUP_LENGTH, (group + 1) * GROUP_LENGTH).join(''),
  ).join('-')
}
