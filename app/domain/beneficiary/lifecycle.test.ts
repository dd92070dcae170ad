import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allMoves, EXIT_STATUSES, isLive, mayMove, movesFrom, ROAD, STATUSES } from './lifecycle'

describe('the life of a beneficiary', () => {
  it('leads from proposal to graduation', () => {
    for (const [index, status] of ROAD.entries()) {
      const next = ROAD[index + 1]
      if (next) expect(mayMove(status, next), `${status} to ${next}`).toBe(true)
    }
  })

  it('never goes back, save for a correction, a free place and another cohort', () => {
    const back = allMoves().filter(([from, to]) => STATUSES.indexOf(to) < STATUSES.indexOf(from))
    expect(back).toEqual([
      ['sent_back', 'proposed'],
      ['waitlisted', 'verified'],
      ['not_passed', 'training'],
    ])
  })

  it('ends where it ends', () => {
    for (const status of ['rejected', 'graduated', ...EXIT_STATUSES] as const)
      expect(movesFrom(status)).toEqual([])
  })

  it('lets everyone who is live leave', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STATUSES), fc.constantFrom(...EXIT_STATUSES), (from, exit) => {
        expect(mayMove(from, exit)).toBe(isLive(from))
      }),
    )
  })

  it('stands in the database as the same table', () => {
    const sql = readFileSync('prisma/migrations/20261124000002_rules/migration.sql', 'utf8')
    const steps = [
      ...(sql.match(/INSERT INTO allowed_move VALUES([^;]+);/)?.[1] ?? '').matchAll(/\('(\w+)','(\w+)'\)/g),
    ]
    const exits = sql.match(/FROM unnest\(ARRAY\[([^\]]+)\]\) s,\s+unnest\(ARRAY\[([^\]]+)\]\) e/)
    const words = (list = '') => [...list.matchAll(/'(\w+)'/g)].map((match) => match[1])
    const inDatabase = [
      ...steps.map((match) => `${match[1]}>${match[2]}`),
      ...words(exits?.[1]).flatMap((from) => words(exits?.[2]).map((to) => `${from}>${to}`)),
    ]
    expect(inDatabase.sort()).toEqual(
      allMoves()
        .map(([from, to]) => `${from}>${to}`)
        .sort(),
    )
  })
})
