import { describe, expect, expectTypeOf, it } from 'vitest'
import './all.server'
import { provideTexts } from './source'
import { fill, groupDigits, type PluralKey, type TextKey, textsIn } from './texts'

describe('texts', () => {
  const id = textsIn('id')
  const en = textsIn('en')

  it('finds a sentence in either language', () => {
    expect(id('common.nav.beneficiaries')).toBe('Penerima manfaat')
    expect(en('common.nav.beneficiaries')).toBe('Beneficiaries')
  })

  it('fills in values and groups quantities, but not years', () => {
    expect(id('common.progress.of', { done: 1500, total: 150000n })).toBe('1.500 dari 150.000')
    expect(en('common.progress.of', { done: 1500, total: 150000n })).toBe('1,500 of 150,000')
    expect(id('common.programmeYear', { year: 2026 })).toBe('Tahun program 2026')
  })

  it('leaves a value nobody gave visible', () => {
    expect(fill('{a} dan {b}', { a: 'satu' }, 'id')).toBe('satu dan {b}')
  })

  it('has one plural form in Indonesian and two in English', () => {
    expect(en.plural('common.form.problems', 1)).toBe('There is 1 entry to correct')
    expect(en.plural('common.form.problems', 2)).toBe('There are 2 entries to correct')
    expect(id.plural('common.form.problems', 1)).toBe('Ada 1 isian yang perlu diperbaiki')
  })

  it('says undefined for a code without a sentence', () => {
    expect(id.find('refusal.nothing_like_this')).toBeUndefined()
    expect(id.find('refusal.not_found')).toContain('tidak ada')
  })

  it('takes a namespace that arrives later', () => {
    expect(id.find('monitoring.arrived')).toBeUndefined()
    provideTexts('id', 'monitoring', { arrived: 'Datang {n}' })
    expect(id.find('monitoring.arrived', { n: 1234 })).toBe('Datang 1.234')
  })

  it('checks keys and variables in the compiler', () => {
    expectTypeOf<'common.nav.home'>().toExtend<TextKey>()
    expectTypeOf<'common.nav.nowhere'>().not.toExtend<TextKey>()
    expectTypeOf<'common.form.problems'>().toExtend<PluralKey>()
    expectTypeOf(id<'common.nav.home'>).parameters.toEqualTypeOf<['common.nav.home']>()
    expectTypeOf(id<'common.progress.of'>)
      .parameter(1)
      .toEqualTypeOf<Record<'done' | 'total', string | number | bigint>>()
  })

  it('groups negative and short numbers', () => {
    expect([0, 999, -1500, 1_000_000].map((n) => groupDigits(n, 'id'))).toEqual([
      '0',
      '999',
      '-1.500',
      '1.000.000',
    ])
  })
})
