import { normalizeNik } from './nik'

const FORM = /^\d{16}$/

/** Only the digits of a family card's number. */
export function normalizeKk(text: string): string {
  return normalizeNik(text)
}

/**
 * A family card's number is 16 digits: area, day it was recorded, serial. It changes over life (marriage, moving), so
 * nothing in it is checked beyond its length, and it is never a key.
 */
export function isKk(kk: string): boolean {
  return FORM.test(kk) && !/^0{16}$/.test(kk)
}
