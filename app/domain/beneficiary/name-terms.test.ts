import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance } from '~/domain/shared/text'
import { halvesOf, matchesWithOneTypo, splitsOf, termsOf } from './name-terms'
import { searchName } from './person-name-search'

const letter = fc.constantFrom(...'abcdefghijklmnoprstuwy')
const word = fc.string({ unit: letter, minLength: 3, maxLength: 12 })

describe('terms of a search', () => {
  it('leaves out case, accents and apostrophes, and keeps each word once', () => {
    expect(termsOf("  SITI  Nu'aini siti Éka ")).toEqual(['siti', 'nuaini', 'eka'])
    expect(termsOf(' \u00A0 ')).toEqual([])
  })

  it('finds a name by any of its parts, however it is written', () => {
    const written = fc.constantFrom(
      (text: string) => text.toUpperCase(),
      (text: string) => text.normalize('NFD'),
      (text: string) => text.replace(/a/g, 'á'),
      (text: string) => text.replace(/u/g, "u'"),
    )
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), written, (words, write) => {
        const name = searchName(words.join(' '))
        for (const term of termsOf(write(words.join(' ')))) expect(name).toContain(term)
      }),
    )
  })
})

describe('one typo', () => {
  const typo = fc
    .tuple(word, fc.nat(), letter, fc.constantFrom('missing', 'wrong', 'extra', 'swapped'))
    .map(([text, place, other, kind]) => {
      const at = place % (kind === 'swapped' ? text.length - 1 : text.length)
      const swapped = text.slice(0, at) + (text[at + 1] ?? '') + text[at] + text.slice(at + 2)
      const made = {
        missing: text.slice(0, at) + text.slice(at + 1),
        wrong: text.slice(0, at) + other + text.slice(at + 1),
        extra: text.slice(0, at) + other + text.slice(at),
        swapped,
      }
      return { text, typed: made[kind] }
    })
    .filter(({ typed }) => typed.length >= 3)

  it('matches a letter missing, wrong, too many or swapped', () => {
    fc.assert(
      fc.property(typo, ({ text, typed }) => {
        expect(matchesWithOneTypo(typed, text)).toBe(true)
      }),
    )
  })

  it('never matches whole short words that are two typos apart', () => {
    fc.assert(
      fc.property(word, word, (term, other) => {
        fc.pre(term.length < 6 && editDistance(term, other) > 1)
        expect(matchesWithOneTypo(term, other)).toBe(false)
      }),
    )
  })

  it('leaves one half of a long term as it was', () => {
    fc.assert(
      fc.property(typo, ({ text, typed }) => {
        fc.pre(typed.length >= 6)
        const kept = halvesOf(typed).some((half) => text.includes(half))
        const acrossTheMiddle = editDistance(text, typed) === 1 && text.length === typed.length
        expect(kept || acrossTheMiddle).toBe(true)
      }),
    )
  })

  it('splits a word where a space may be missing', () => {
    expect(splitsOf('nurhayati')).toContainEqual(['nur', 'hayati'])
    expect(splitsOf('abc')).toEqual([])
  })
})
