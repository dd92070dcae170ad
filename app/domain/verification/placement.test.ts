import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Contender, comparePrecedence, ranksOf, sharePlaces, withinPlaces } from './placement'
import { type OnTheWay, STANDINGS, standingOf, takesObjections } from './standing'

const contender: fc.Arbitrary<Omit<Contender, 'beneficiaryId' | 'number'>> = fc.record({
  decile: fc.option(fc.integer({ min: 1, max: 10 })),
  incomePerHeadRupiah: fc.option(fc.bigInt(0n, 2_000_000n)),
  registeredAt: fc.integer({ min: 0, max: 300 }).map((day) => new Date(Date.UTC(2026, 0, 1 + day))),
  standing: fc.constantFrom(...STANDINGS),
  offer: fc.constantFrom('none', 'confirmed'),
})
const crowd = fc
  .array(contender, { maxLength: 60 })
  .map((list): Contender[] =>
    list.map((one, index) => ({ ...one, number: index + 1, beneficiaryId: `p${index + 1}` })),
  )
const places = fc.integer({ min: 0, max: 70 })

describe("sharing a regency's places", () => {
  it('never names more people than there are free places, offered ones counted', () => {
    fc.assert(
      fc.property(crowd, places, (people, free) => {
        const offered = people.filter((person) => person.standing === 'offered').length
        const { decreed, toOffer, left } = sharePlaces(people, free)
        expect(decreed.length + toOffer.length + left).toBe(Math.max(0, free - offered))
      }),
    )
  })

  it('names only people who are ready, and offers only to people who wait', () => {
    fc.assert(
      fc.property(crowd, places, (people, free) => {
        const { decreed, toOffer, toWait } = sharePlaces(people, free)
        expect(decreed.every((person) => person.standing === 'ready')).toBe(true)
        expect(toWait.every((person) => person.standing === 'ready')).toBe(true)
        expect(toOffer.every((person) => person.standing === 'waiting')).toBe(true)
        const named = [...decreed, ...toOffer, ...toWait].map((person) => person.beneficiaryId)
        expect(new Set(named).size).toBe(named.length)
      }),
    )
  })

  it('never passes over somebody who has precedence', () => {
    fc.assert(
      fc.property(crowd, places, (people, free) => {
        const { decreed, toOffer, toWait } = sharePlaces(people, free)
        for (const served of [...decreed, ...toOffer]) {
          for (const waiting of toWait) expect(comparePrecedence(served, waiting)).toBeLessThan(0)
        }
      }),
    )
  })

  it('leaves nobody ready behind while a place is left', () => {
    fc.assert(
      fc.property(crowd, places, (people, free) => {
        const { toWait, left } = sharePlaces(people, free)
        if (left > 0) expect(toWait).toEqual([])
      }),
    )
  })

  it('shows no more people within the quota than there are places, and nobody who is barred', () => {
    fc.assert(
      fc.property(crowd, places, (people, free) => {
        const within = withinPlaces(people, free)
        const able = people.filter((person) => person.standing !== 'barred')
        expect(within.size).toBe(Math.min(free, able.length))
        expect(
          people.filter((person) => person.standing === 'barred' && within.has(person.beneficiaryId)),
        ).toEqual([])
      }),
    )
  })

  it('ranks everybody once, the first being 1', () => {
    fc.assert(
      fc.property(crowd, (people) => {
        const ranks = [...ranksOf(people).values()].sort((a, b) => a - b)
        expect(ranks).toEqual(people.map((_, index) => index + 1))
      }),
    )
  })
})

describe('where a person stands before the decree', () => {
  const ready: OnTheWay = {
    status: 'verified',
    onHold: false,
    closesOn: '2026-03-08',
    openObjections: 0,
    upheldObjection: false,
    offer: 'none',
  }

  it.each([
    ['ready', '2026-03-08', {}],
    ['published', '2026-03-07', {}],
    ['unpublished', '2026-03-08', { closesOn: null }],
    ['objected', '2026-03-20', { openObjections: 1 }],
    ['barred', '2026-03-20', { upheldObjection: true }],
    ['held', '2026-03-20', { onHold: true }],
    ['waiting', '2026-03-20', { status: 'waitlisted' }],
    ['offered', '2026-03-20', { offer: 'open' }],
    ['ready', '2026-03-20', { offer: 'confirmed' }],
  ] as const)('is %s on %s', (standing, today, part) => {
    expect(standingOf({ ...ready, ...part }, today)).toBe(standing)
  })

  it('takes objections up to the day before the list closes', () => {
    const period = { publishedOn: '2026-03-01', closesOn: '2026-03-08' }
    const days = ['2026-02-28', '2026-03-01', '2026-03-07', '2026-03-08']
    expect(days.map((day) => takesObjections(period, day))).toEqual([false, true, true, false])
  })
})
