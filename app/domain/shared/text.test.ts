import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance, fold, foldToWords, likeness, squeeze } from './text'

describe('text as people type it', () => {
  it('squeezes spaces, also those nobody sees', () => {
    expect(squeeze('  Siti\u00A0\u00A0 Aminah\u200B\t ')).toBe('Siti Aminah')
  })

  it('folds case, accents and apostrophes', () => {
    expect(fold('MA’RUF')).toBe(fold("ma'ruf"))
    expect(fold('Éka')).toBe('eka')
    expect(foldToWords('H. Abd. Rahman, S.Pd')).toBe('h abd rahman s pd')
  })

  it('counts a swap of neighbours as one step', () => {
    expect(editDistance('tenggarong', 'tengagrong')).toBe(1)
    expect(editDistance('nik', 'nk')).toBe(1)
    expect(likeness('', '')).toBe(100)
    expect(likeness('abcd', 'abcx')).toBe(75)
  })

  it('measures alike both ways, and never more than the longer text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (left, right) => {
        const steps = editDistance(left, right)
        expect(steps).toBe(editDistance(right, left))
        expect(steps).toBeLessThanOrEqual(Math.max(left.length, right.length))
        expect(steps === 0).toBe(left === right)
      }),
    )
  })

  it('folds once and for all', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(foldToWords(foldToWords(text))).toBe(foldToWords(text))
      }),
    )
  })
})
