import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor } from '~/domain/shared/actor'
import { lookupHashes } from '~/platform/crypto.server'
import { db } from '~/platform/db.server'
import { anOpenYear, BERAU, peopleAt, SAMARINDA } from '../../../e2e/support/beneficiaries'
import { useDatabase } from '../../../e2e/support/database'
import { proposedPeople } from '../../../e2e/support/named-people'
import { anActor, createUser } from '../../../e2e/support/people'
import { findPeople } from './find-people.server'
import { findPerson } from './find-person.server'
import { listPeople, search } from './list-people.server'
import { oneLetterLess } from './name-terms'
import {
  cursorText,
  DEFAULT_SORT,
  filterFrom,
  type PageOf,
  type PeopleFilter,
  pageFrom,
  SORTS,
} from './people-filter'
import { peopleReach } from './reach.server'
import { exactTerms } from './vocabulary.server'

useDatabase()

const at = new Date('2026-06-01T02:00:00Z')
const everyone = filterFrom(new URLSearchParams())
const GIVEN = ['Siti', 'Muhammad', 'Nur', 'Nurhayati', 'Andi', "Nu'man"]
const FAMILY = ['Aminah', 'Lestari', 'Siti', 'Hayati', 'Ngau', 'Saputra']

async function manyPeople(programmeId: string) {
  const wanted = Array.from({ length: 130 }, (_, index) => ({
    name: `${GIVEN[index % 6]} ${FAMILY[Math.floor(index / 6) % 6]} ${index % 5 === 0 ? 'Bin Siti' : ''}`.trim(),
    regencyCode: index % 3 === 0 ? BERAU : SAMARINDA,
    decile: index % 4 === 0 ? null : (index % 4) + 1,
    onHold: index % 11 === 0,
    sectorCode: index % 2 === 0 ? 'food' : null,
  }))
  await proposedPeople(programmeId, wanted)
}

/** All ids of the list, page by page as the address leads on. */
async function walk(
  actor: Actor,
  programmeId: string,
  filter: PeopleFilter,
  direction: 'setelah' | 'sebelum',
  from: PageOf,
): Promise<string[]> {
  const seen: string[] = []
  let page = from
  for (let turn = 0; turn < 20; turn += 1) {
    const list = await listPeople(actor, programmeId, filter, page, at)
    const ids = list.rows.map((row) => row.id)
    seen[direction === 'setelah' ? 'push' : 'unshift'](...ids)
    const edge = direction === 'setelah' ? list.after : list.before
    if (!edge) return seen
    page = pageFrom(new URLSearchParams({ [direction]: edge }))
  }
  throw new Error('the list never ends')
}

describe('the list of people', () => {
  it('loses nobody and shows nobody twice, whichever way it is filtered, sorted and turned', async () => {
    const { id } = await anOpenYear()
    await manyPeople(id)
    const actor = await anActor('coordinator')
    const filters = fc.record({
      search: fc.constantFrom('', '', 'siti', 'nur', 'hay', 'siti nur', 'tidakada'),
      regencyCode: fc.constantFrom(null, null, SAMARINDA),
      districtCode: fc.constantFrom(null, null, null, '64.72.01'),
      decile: fc.constantFrom(null, null, 0, 2),
      onHold: fc.constantFrom(null, null, true, false),
      sectorCode: fc.constantFrom(null, null, 'food'),
      sort: fc.constantFrom(...SORTS),
    })
    await fc.assert(
      fc.asyncProperty(filters, async (wanted) => {
        const filter: PeopleFilter = { ...everyone, ...wanted }
        const expected = await byHand(id, filter)
        const list = await listPeople(actor, id, filter, null, at)
        expect(list.total).toEqual({ persons: expected.length, more: false })
        const forwards = await walk(actor, id, filter, 'setelah', null)
        expect(forwards).toEqual(expected)
        const last =
          (await listPeople(actor, id, filter, null, at)).rows.length > 0 ? expected.at(-1) : undefined
        if (!last) return
        const backwards = await walk(actor, id, filter, 'sebelum', { before: await edgeAfter(last, filter) })
        expect(backwards).toEqual(expected.slice(0, -1))
      }),
      { numRuns: 15 },
    )
  }, 120_000)

  it('finds the same people whichever way is the shorter', async () => {
    const { id } = await anOpenYear()
    await manyPeople(id)
    const reach = await peopleReach(db, await anActor('auditor'), 'person.read')
    const limits = fc.record({
      counted: fc.constantFrom(3, 40, 1_000),
      few: fc.constantFrom(0, 1_000),
      fewOfAName: fc.constantFrom(0, 1_000),
      compared: fc.constantFrom(5, 1_000),
      merged: fc.constantFrom(0, 1_000),
    })
    const filters = fc.record({
      search: fc.constantFrom('', 'siti', 'nur', 'i', 'siti nur'),
      regencyCode: fc.constantFrom(null, SAMARINDA),
      sectorCode: fc.constantFrom(null, 'food'),
      sort: fc.constantFrom(...SORTS),
    })
    await fc.assert(
      fc.asyncProperty(filters, limits, async (wanted, given) => {
        const filter = { ...everyone, ...wanted }
        const terms = filter.search ? ((await exactTerms(filter.search.split(' '))) ?? []) : []
        const expected = await byHand(id, filter)
        const { total, ids } = await findPeople({ programmeId: id, reach, filter, terms }, null, 20, given)
        expect(ids).toEqual(expected.slice(0, 20))
        expect(total.more ? given.counted < expected.length : total.persons === expected.length).toBe(true)
        const last = expected[9]
        if (!last) return
        const before = await findPeople(
          { programmeId: id, reach, filter, terms },
          { before: await edgeAfter(last, filter) },
          5,
          given,
        )
        expect(before.ids).toEqual(expected.slice(4, 9).reverse())
      }),
      { numRuns: 40 },
    )
  }, 120_000)

  it('finds a name with one typo, but only where nobody has it as typed', async () => {
    const { id } = await anOpenYear()
    await proposedPeople(id, [
      { name: 'Muhammad Rizky' },
      { name: 'Siti Nurhayati' },
      { name: 'Nur Hidayah' },
      { name: 'Éka Ma’ruf' },
    ])
    const reach = await peopleReach(db, await anActor('auditor'), 'person.read')
    const names = async (text: string) => {
      const { found, withTypo } = await search(id, reach, { ...everyone, search: text }, null, 10)
      const people = await db.beneficiary.findMany({
        where: { id: { in: found.ids } },
        select: { name: true },
        orderBy: { searchName: 'asc' },
      })
      return { names: people.map((person) => person.name), withTypo }
    }
    expect(await names('HAMMAD')).toEqual({ names: ['Muhammad Rizky'], withTypo: false })
    for (const typed of ['Muhamad Rizky', 'muhmamad', 'Muhammad Riizky'])
      expect(await names(typed)).toEqual({ names: ['Muhammad Rizky'], withTypo: typed !== 'muhammad' })
    expect(await names('nurhidayah')).toEqual({ names: ['Nur Hidayah'], withTypo: true })
    expect(await names('nur hayati')).toEqual({ names: ['Siti Nurhayati'], withTypo: false })
    expect(await names('eka maruf')).toEqual({ names: ['Éka Ma’ruf'], withTypo: false })
    const [{ kept }] = await db.$queryRaw<[{ kept: string[] }]>`SELECT one_letter_less('éka') AS kept`
    expect(new Set(kept)).toEqual(new Set(oneLetterLess('éka')))
    expect(await names('zzzzzz')).toEqual({ names: [], withTypo: false })
  })

  it('follows a corrected name and a changed filter through triggers', async () => {
    const { id } = await anOpenYear()
    const [person] = await proposedPeople(id, [{ name: 'Halimah' }])
    await db.beneficiary.update({
      where: { id: person?.id ?? '' },
      data: { name: 'Rosnah', searchName: 'rosnah', onHold: true, decile: 3 },
    })
    const actor = await anActor('coordinator')
    const count = async (filter: Partial<PeopleFilter>) =>
      (await listPeople(actor, id, { ...everyone, ...filter }, null, at)).total.persons
    expect([
      await count({ search: 'halimah' }),
      await count({ search: 'rosnah' }),
      await count({ onHold: true, decile: 3 }),
      await count({ onHold: false }),
    ]).toEqual([0, 1, 1, 0])
  })
})

describe('reach', () => {
  it('shows regency staff their regency, companions their own people and trainers their cohorts', async () => {
    const { id } = await anOpenYear()
    const companion = await createUser({ roles: [['companion', SAMARINDA]] })
    const trainer = await createUser({ roles: [['trainer', null]] })
    const cohort = await db.cohort.create({
      data: {
        programmeId: id,
        regencyCode: BERAU,
        name: 'A',
        venue: 'Balai',
        capacity: 20,
        startsOn: at,
        endsOn: at,
        createdBy: trainer.id,
      },
    })
    await db.cohortTrainer.create({ data: { cohortId: cohort.id, userId: trainer.id } })
    await proposedPeople(id, [
      { name: 'Di Samarinda' },
      { name: 'Di Berau', regencyCode: BERAU, cohortId: cohort.id },
      { name: 'Didampingi', companionId: companion.id },
    ])
    const names = async (actor: Actor) =>
      (await listPeople(actor, id, everyone, null, at)).rows.map((row) => row.name)
    expect(await names(await anActor('coordinator'))).toEqual(['Di Berau', 'Di Samarinda', 'Didampingi'])
    expect(await names(await anActor('verifier', BERAU))).toEqual(['Di Berau'])
    expect(await names(companion.actor)).toEqual(['Didampingi'])
    expect(await names(trainer.actor)).toEqual(['Di Berau'])
    await expect(listPeople(await anActor('admin'), id, everyone, null, at)).rejects.toMatchObject({
      code: 'not_allowed',
    })
  })

  it('tells only the regency of a NIK that is registered elsewhere', async () => {
    const { id } = await anOpenYear()
    const nik = '6403014101900001'
    const [person] = await proposedPeople(id, [{ name: 'Martina Lejiu', regencyCode: BERAU, nik }])
    await db.identityHash.createMany({
      data: lookupHashes('nik', nik).map((hash) => ({
        ...hash,
        kind: 'nik',
        beneficiaryId: person?.id ?? '',
        programmeId: id,
      })),
    })
    expect(await findPerson(await anActor('verifier', BERAU), id, '6403 0141 0190 0001')).toEqual({
      found: 'person',
      id: person?.id,
    })
    expect(await findPerson(await anActor('verifier', SAMARINDA), id, nik)).toEqual({
      found: 'elsewhere',
      regencyCode: BERAU,
    })
    expect(await findPerson(await anActor('auditor'), id, '6403014101900002')).toEqual({ found: 'nobody' })
    expect(await findPerson(await anActor('auditor'), id, 'Martina')).toEqual({ found: 'name' })
  })

  it('finds a registration number exactly', async () => {
    const { id, code } = await anOpenYear()
    const [person] = await peopleAt('proposed', 1, id)
    const number = `${code}-6472-${String(person?.number).padStart(6, '0')}`
    expect(await findPerson(await anActor('coordinator', SAMARINDA), id, number.toLowerCase())).toEqual({
      found: 'person',
      id: person?.id,
    })
    expect(await findPerson(await anActor('coordinator', BERAU), id, number)).toEqual({
      found: 'elsewhere',
      regencyCode: SAMARINDA,
    })
    expect(await findPerson(await anActor('auditor'), id, number.replace('6472', '6403'))).toEqual({
      found: 'nobody',
    })
  })
})

/** The same list by the plainest way there is. */
async function byHand(programmeId: string, filter: PeopleFilter): Promise<string[]> {
  const people = await db.beneficiary.findMany({ where: { programmeId } })
  const kept = people.filter(
    (person) =>
      filter.search.split(' ').every((term) => person.searchName.includes(term)) &&
      (!filter.regencyCode || person.regencyCode === filter.regencyCode) &&
      (!filter.districtCode || person.districtCode === filter.districtCode) &&
      (!filter.status || person.status === filter.status) &&
      (!filter.sectorCode || person.sectorCode === filter.sectorCode) &&
      (filter.decile === null || (person.decile ?? 0) === filter.decile) &&
      (filter.onHold === null || person.onHold === filter.onHold),
  )
  const { sort } = filter
  const key = (person: (typeof people)[number]) =>
    sort.endsWith('nama')
      ? person.searchName
      : sort.endsWith('nomor')
        ? String(person.number).padStart(9, '0')
        : person.statusSince.toISOString()
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  kept.sort((a, b) => order(key(a), key(b)) || order(a.id, b.id))
  if (sort.startsWith('-')) kept.reverse()
  return kept.map((person) => person.id)
}

async function edgeAfter(id: string, { sort }: PeopleFilter) {
  const person = await db.beneficiary.findUniqueOrThrow({ where: { id } })
  const value = sort.endsWith('nomor')
    ? String(person.number)
    : sort.endsWith('status')
      ? person.statusSince.toISOString()
      : ''
  const page = pageFrom(new URLSearchParams({ sebelum: cursorText({ value, id }) }))
  if (!page || !('before' in page)) throw new Error(`no cursor for ${sort ?? DEFAULT_SORT}`)
  return page.before
}
