import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  accountIdentity,
  hasUnusualLength,
  isAccountNumber,
  maskAccountNumber,
  normalizeAccountNumber,
} from './account-number'
import { isKk, normalizeKk } from './kk'
import { nameProblem, normalizeName } from './name'
import { searchName } from './person-name-search'
import { maskPhone, parsePhone } from './phone'

describe('a family card number', () => {
  it('is 16 digits and nothing more is asked of it', () => {
    expect(isKk(normalizeKk('6472 0112 0911 0001'))).toBe(true)
    expect(isKk('3578019913990000')).toBe(true)
    for (const text of ['647201120911000', '64720112091100011', '0000000000000000', 'abc'])
      expect(isKk(text)).toBe(false)
  })
})

describe('a telephone number', () => {
  it.each([
    ['0812-3456-7890', '+6281234567890'],
    ['+62 812 3456 7890', '+6281234567890'],
    ['6281234567890', '+6281234567890'],
    ['81234567890', '+6281234567890'],
    ['+62 0812 3456 7890', '+6281234567890'],
    ['(0541) 741234', '+62541741234'],
  ])('is kept as +62: %s', (text, kept) => {
    expect(parsePhone(text)).toBe(kept)
  })

  it.each([
    '',
    '0812',
    '08123456',
    '0812345678901234',
    '+60123456789',
    '741234',
    '0812.3456.7890 / 0813',
    'tidak ada',
    '541741234',
  ])('refuses %j', (text) => {
    expect(parsePhone(text)).toBeNull()
  })

  it('stays the same when read again', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 10_000_000, max: 99_999_999 }),
        (second, rest) => {
          const kept = parsePhone(`08${second}${rest}`)
          expect(kept).toBe(`+628${second}${rest}`)
          expect(parsePhone(kept ?? '')).toBe(kept)
        },
      ),
    )
  })

  it('shows its last digits only', () => {
    expect(maskPhone('+6281234567890')).toBe('+62*******7890')
  })
})

describe('an account number', () => {
  it('is digits, with the unusual lengths pointed out', () => {
    expect(normalizeAccountNumber('0123-45.67 890')).toBe('01234567890')
    expect(isAccountNumber('0123456789')).toBe(true)
    expect(isAccountNumber('12AB')).toBe(false)
    expect(hasUnusualLength('123456')).toBe(true)
    expect(hasUnusualLength('0123456789')).toBe(false)
    expect(maskAccountNumber('0123456789')).toBe('******6789')
    expect(accountIdentity('124', '0123456789')).not.toBe(accountIdentity('002', '0123456789'))
  })
})

describe('a name', () => {
  it.each([
    ['A', 'name_short'],
    ['x'.repeat(101), 'name_long'],
    ['12', 'name_letters'],
    ['6472015705900001', 'name_letters'],
    ['=HYPERLINK("http://x")', 'formula_like'],
    ['@Siti', 'formula_like'],
    ['Al', null],
    ["Ma'ruf", null],
    ['x'.repeat(100), null],
  ])('%s: %s', (name, problem) => {
    expect(nameProblem(normalizeName(name))).toBe(problem)
  })

  it('is found whatever its case, accents and apostrophes', () => {
    expect(searchName('  MA’RUF  Éndang-Sari ')).toBe('maruf endang sari')
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(searchName(searchName(name))).toBe(searchName(name))
        expect(searchName(name)).toMatch(/^[^\s'A-Z]*( [^\s'A-Z]+)*$/)
      }),
    )
  })
})
