import { ageOn, type Day, dayFrom, isCalendarDay, partsOf } from '~/domain/shared/day'
import { PROVINCE_CODE } from '~/domain/shared/region'

export type Sex = 'L' | 'P'

export const NIK_ERRORS = ['nik_length', 'nik_day', 'nik_month', 'nik_date', 'nik_serial'] as const
export const NIK_WARNINGS = [
  'nik_area_unknown',
  'nik_area_outside',
  'nik_date_differs',
  'nik_sex_differs',
  'age_under_17',
] as const
export type NikError = (typeof NIK_ERRORS)[number]
export type NikWarning = (typeof NIK_WARNINGS)[number]

/** What a NIK says of its bearer. The year has two digits only; its century comes from the stated birth date. */
export type NikParts = {
  areaCode: string
  date: number
  month: number
  yearOfCentury: number
  sex: Sex
  serial: string
}

const FORM = /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{4})$/
const WOMEN_ADD = 40
const ADULT = 17
const PROVINCES = new Set(
  '11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 61 62 63 64 65 71 72 73 74 75 76 81 82 91 92 93 94 95 96 97'.split(
    ' ',
  ),
)

/** Only the digits, where a NIK is written with spaces, dots or dashes between them. */
export function normalizeNik(text: string): string {
  return text.replace(/[\s\u00A0.-]/g, '')
}

/** The parts of 16 digits; null when it is not 16 digits. Says nothing about whether they make sense. */
export function nikParts(nik: string): NikParts | null {
  const [, province, regency, district, date, month, year, serial] = FORM.exec(nik) ?? []
  if (!serial) return null
  const written = Number(date)
  return {
    areaCode: `${province}.${regency}.${district}`,
    date: written > WOMEN_ADD ? written - WOMEN_ADD : written,
    month: Number(month),
    yearOfCentury: Number(year),
    sex: written > WOMEN_ADD ? 'P' : 'L',
    serial,
  }
}

/**
 * What makes a NIK impossible: not 16 digits, a day outside 01-31 and 41-71, a month outside 01-12, a date that no
 * calendar has, serial 0000. There is no check digit. `birthDate` gives the century; without it either will do.
 */
export function nikErrors(nik: string, birthDate?: Day): NikError[] {
  const parts = nikParts(nik)
  if (!parts) return ['nik_length']
  const errors: NikError[] = []
  const dayExists = parts.date >= 1 && parts.date <= 31
  const monthExists = parts.month >= 1 && parts.month <= 12
  if (!dayExists) errors.push('nik_day')
  if (!monthExists) errors.push('nik_month')
  if (dayExists && monthExists && !dateExists(parts, birthDate)) errors.push('nik_date')
  if (parts.serial === '0000') errors.push('nik_serial')
  return errors
}

function dateExists({ yearOfCentury, month, date }: NikParts, birthDate?: Day): boolean {
  const centuries = birthDate ? [Math.floor(partsOf(birthDate).year / 100)] : [19, 20]
  return centuries.some((century) => isCalendarDay(century * 100 + yearOfCentury, month, date))
}

export type NikContext = {
  birthDate: Day
  sex: Sex
  /** The day of the application, for the age. */
  on: Day
  /** Whether the district code is on the list of Kalimantan Timur. */
  isKnownDistrict: (districtCode: string) => boolean
}

/**
 * What is legal and still worth a look: a NIK is for life, so its area and date may differ from today's truth.
 * Empty for a NIK with errors, of which nothing more can be said.
 */
export function nikWarnings(nik: string, context: NikContext): NikWarning[] {
  const parts = nikParts(nik)
  if (!parts || nikErrors(nik, context.birthDate).length > 0) return []
  const warnings: NikWarning[] = []
  const province = parts.areaCode.slice(0, 2)
  if (!PROVINCES.has(province)) warnings.push('nik_area_unknown')
  else if (province !== PROVINCE_CODE) warnings.push('nik_area_outside')
  else if (!context.isKnownDistrict(parts.areaCode)) warnings.push('nik_area_unknown')
  const stated = partsOf(context.birthDate)
  if (parts.date !== stated.date || parts.month !== stated.month || parts.yearOfCentury !== stated.year % 100)
    warnings.push('nik_date_differs')
  if (parts.sex !== context.sex) warnings.push('nik_sex_differs')
  if (ageOn(context.birthDate, context.on) < ADULT) warnings.push('age_under_17')
  return warnings
}

/** The birth date in a NIK, in the century that makes its bearer at least 17 and at most 116 on a day; null if impossible. */
export function birthDateInNik(nik: string, on: Day): Day | null {
  const parts = nikParts(nik)
  if (!parts) return null
  const possible = [20, 19]
    .map((century) => century * 100 + parts.yearOfCentury)
    .filter((year) => isCalendarDay(year, parts.month, parts.date))
    .map((year) => dayFrom(year, parts.month, parts.date))
  return possible.find((day) => ageOn(day, on) >= ADULT) ?? null
}

/** `************0001`: the last four digits, as lists show them. */
export function maskNik(nik: string): string {
  return '*'.repeat(Math.max(0, nik.length - 4)) + nik.slice(-4)
}
