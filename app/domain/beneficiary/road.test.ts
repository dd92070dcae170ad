import { describe, expect, it } from 'vitest'
import type { BeneficiaryStatus } from './lifecycle'
import { type MoveMade, roadOf } from './road'

function moves(...statuses: BeneficiaryStatus[]): MoveMade[] {
  return statuses.map((to, index) => ({ to, at: new Date(2026, index, 1), by: 'Rahmawati', reason: null }))
}

function shown(status: BeneficiaryStatus, made: MoveMade[]): string[] {
  return roadOf(status, made).map((step) => `${step.status}:${step.state}`)
}

describe('the road of a person', () => {
  it('shows what is passed, where they stand and what is to come', () => {
    expect(shown('decreed', moves('proposed', 'verified', 'decreed'))).toEqual([
      'proposed:done',
      'verified:done',
      'decreed:current',
      'training:upcoming',
      'trained:upcoming',
      'assigned:upcoming',
      'disbursing:upcoming',
      'completed:upcoming',
      'graduated:upcoming',
    ])
  })

  it('shows standing beside the road as a station of its own', () => {
    expect(shown('waitlisted', moves('proposed', 'verified', 'waitlisted')).slice(0, 4)).toEqual([
      'proposed:done',
      'verified:done',
      'waitlisted:current',
      'decreed:upcoming',
    ])
    expect(
      shown('not_passed', moves('proposed', 'verified', 'decreed', 'training', 'not_passed')).slice(3, 6),
    ).toEqual(['training:done', 'not_passed:current', 'trained:upcoming'])
  })

  it('ends where somebody left it', () => {
    expect(shown('deceased', moves('proposed', 'verified', 'decreed', 'deceased'))).toEqual([
      'proposed:done',
      'verified:done',
      'decreed:done',
      'deceased:stopped',
    ])
    expect(shown('rejected', moves('proposed', 'rejected'))).toEqual(['proposed:done', 'rejected:stopped'])
  })

  it('names the last time somebody came to a station', () => {
    const made = moves('proposed', 'sent_back', 'proposed')
    expect(roadOf('proposed', made)[0]?.move).toBe(made[2])
  })
})
