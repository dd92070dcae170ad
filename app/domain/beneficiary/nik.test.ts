import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partsOf } from '~/domain/shared/day'
import {
  birthDateInNik,
  maskNik,
  type NikContext,
  nikErrors,
  nikParts,
  nikWarnings,
  normalizeNik,
} from './nik'

const context: NikContext = {
  birthDate: '1990-05-17',
  sex: 'P',
  on: '2026-11-24',
  isKnownDistrict: (code) => code === '64.72.01',
}
const two = (value: number) => String(value).padStart(2, '0')

describe('a NIK', () => {
  it('says area, birth date, sex and serial', () => {
    expect(nikParts('6472015705900001')).toEqual({
      areaCode: '64.72.01',
      date: 17,
      month: 5,
      yearOfCentury: 90,
      sex: 'P',
      serial: '0001',
    })
    expect(nikParts('6472011705900001')?.sex).toBe('L')
    expect(normalizeNik(' 6472 0157-0590.0001 ')).toBe('6472015705900001')
    expect(maskNik('6472015705900001')).toBe('************0001')
  })

  it.each([
    ['647201570590000', ['nik_length']],
    ['64720157059000011', ['nik_length']],
    ['64720157059O0001', ['nik_length']],
    ['6472010005900001', ['nik_day']],
    ['6472013205900001', ['nik_day']],
    ['6472014005900001', ['nik_day']],
    ['6472017205900001', ['nik_day']],
    ['6472015700900001', ['nik_month']],
    ['6472015713900001', ['nik_month']],
    ['6472017102900001', ['nik_date']],
    ['6472013104900001', ['nik_date']],
    ['6472012902900001', ['nik_date']],
    ['6472015705900000', ['nik_serial']],
    ['6472010013900000', ['nik_day', 'nik_month', 'nik_serial']],
  ])('refuses %s: %s', (nik, errors) => {
    expect(nikErrors(nik)).toEqual(errors)
    expect(nikWarnings(nik, context)).toEqual([])
  })

  it('takes the century of 29 February from the stated birth date', () => {
    expect(nikErrors('6472012902000001')).toEqual([])
    expect(nikErrors('6472012902000001', '2000-02-29')).toEqual([])
    expect(nikErrors('6472012902000001', '1900-03-01')).toEqual(['nik_date'])
    expect(nikErrors('6472016902880001', '1988-02-29')).toEqual([])
  })

  it.each([
    ['6472015705900001', {}, []],
    ['6472025705900001', {}, ['nik_area_unknown']],
    ['9972015705900001', {}, ['nik_area_unknown']],
    ['3578015705900001', {}, ['nik_area_outside']],
    ['6472015705900001', { birthDate: '1990-05-18' }, ['nik_date_differs']],
    ['6472015705900001', { sex: 'L' as const }, ['nik_sex_differs']],
    ['6472015705100001', { birthDate: '2010-05-17' }, ['age_under_17']],
  ])('warns about %s with %o: %s', (nik, changed, warnings) => {
    expect(nikWarnings(nik, { ...context, ...changed })).toEqual(warnings)
  })

  it('reads back the date and sex of anyone born in Kalimantan', () => {
    const births = fc
      .date({ min: new Date('1930-01-01'), max: new Date('2009-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(
        births,
        fc.constantFrom('L' as const, 'P' as const),
        fc.integer({ min: 1, max: 9999 }),
        (birthDate, sex, serial) => {
          const { year, month, date } = partsOf(birthDate)
          const nik = `647201${two(sex === 'P' ? date + 40 : date)}${two(month)}${two(year % 100)}${String(serial).padStart(4, '0')}`
          expect(nikErrors(nik, birthDate)).toEqual([])
          expect(nikWarnings(nik, { ...context, birthDate, sex })).toEqual([])
          expect(birthDateInNik(nik, '2026-11-24')).toBe(birthDate)
        },
      ),
    )
  })

  it('never accepts what is not 16 digits', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), (text) => {
        if (!/^[0-9]{16}$/.test(text)) expect(nikErrors(text)).toEqual(['nik_length'])
      }),
    )
  })
})
