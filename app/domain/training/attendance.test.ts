import { describe, expect, it } from 'vitest'
import { isLosingTouch, type Mark, ratePercent, reachesRequirement, tallyOf } from './attendance'

const times = (mark: Mark, n: number): Mark[] => Array.from({ length: n }, () => mark)
const strict = { requirementPercent: 80, excusedLeaveDenominator: false }
const lenient = { requirementPercent: 80, excusedLeaveDenominator: true }
const passes = (marks: (Mark | null)[], rule = strict) => reachesRequirement(tallyOf(marks, rule), rule)

describe('attendance that decides about money', () => {
  it('passes 16 of 20 at a requirement of 80, and fails 15', () => {
    expect(passes([...times('present', 16), ...times('absent', 4)])).toBe(true)
    expect(passes([...times('present', 15), ...times('absent', 5)])).toBe(false)
  })
  it('counts being late as having come', () => {
    expect(passes([...times('present', 15), 'late', ...times('absent', 4)])).toBe(true)
  })
  it('counts excused and sick as absent unless the year lets them leave the denominator', () => {
    const marks = [...times('present', 15), ...times('excused', 3), ...times('sick', 2)]
    expect(passes(marks)).toBe(false)
    expect(passes(marks, lenient)).toBe(true)
    expect(tallyOf(marks, lenient)).toEqual({ attended: 15, counted: 15 })
  })
  it('judges whoever joined later by the sessions since then', () => {
    expect(passes([...times('present', 13), ...times('absent', 3)])).toBe(true)
  })
  it('lets nobody pass without a session', () => {
    expect(passes([])).toBe(false)
    expect(passes(times('sick', 4), lenient)).toBe(false)
  })
  it('counts an unmarked session against the person', () => {
    expect(tallyOf(['present', null], lenient)).toEqual({ attended: 1, counted: 2 })
  })
  it('never rounds up to the requirement', () => {
    const tally = { attended: 799, counted: 1000 }
    expect(reachesRequirement(tally, strict)).toBe(false)
    expect(ratePercent(tally)).toBe(79)
    expect(ratePercent({ attended: 0, counted: 0 })).toBeNull()
  })
  it('notices three absences in a row only while they last', () => {
    expect(isLosingTouch(['present', 'absent', 'absent', 'absent'])).toBe(true)
    expect(isLosingTouch(['absent', 'absent', 'absent', 'present'])).toBe(false)
    expect(isLosingTouch(['absent', 'absent'])).toBe(false)
    expect(isLosingTouch(['absent', 'sick', 'absent', 'absent'])).toBe(false)
  })
})
