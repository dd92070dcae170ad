import { describe, expect, it } from 'vitest'
import { whyPasswordWeak } from './password'

const owner = { email: 'norlaila.73@dinsos.test', name: 'Norlaila Anggraini' }

describe('whyPasswordWeak', () => {
  it.each([
    'kapal pinisi berlayar',
    'berdaya-demo-2026',
    'abdk-9x3m-ppqr-w7ty',
    'Norlaila menanam durian merah',
  ])('lets %j pass', (password) => expect(whyPasswordWeak(password, owner)).toBeNull())

  it.each(['password1234', 'Katasandi2026', '1234567890123', 'aaaabbbbaaaa'])(
    'calls %j guessable',
    (password) => expect(whyPasswordWeak(password, owner)).toBe('account.password_guessable'),
  )

  it.each(['norlaila12345', '1973Anggraini', 'norlaila.73!!'])(
    'calls %j too close to its owner',
    (password) => expect(whyPasswordWeak(password, owner)).toBe('account.password_is_you'),
  )
})
