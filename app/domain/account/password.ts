/** Length counts for more than odd signs, so length is what is asked for. */
export const SHORTEST_PASSWORD = 12
export const LONGEST_PASSWORD = 200

/** Beginnings that guessers try first. */
const GUESSED = [
  'password',
  'katasandi',
  'kata sandi',
  'qwerty',
  '123456',
  'indonesia',
  'kaltim',
  'dinsos',
  'rahasia',
  'bismillah',
]

/** Why a password may not be used: the code of a refusal, or null. */
export function whyPasswordWeak(
  password: string,
  owner: { email: string; name: string },
): 'account.password_guessable' | 'account.password_is_you' | null {
  const plain = password.normalize('NFKC').toLowerCase()
  if (new Set(plain).size < 5) return 'account.password_guessable'
  if (GUESSED.some((word) => plain.startsWith(word) && plain.length - word.length < 8))
    return 'account.password_guessable'
  const own = [owner.email.split('@')[0] ?? '', ...owner.name.toLowerCase().split(/\s+/)]
  if (
    own.some(
      (part) => part.length >= 4 && plain.includes(part.toLowerCase()) && plain.length - part.length < 8,
    )
  ) {
    return 'account.password_is_you'
  }
  return null
}
