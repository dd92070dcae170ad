/** The country's own prefix is dropped, whichever way it was written. */
const PREFIX = /^(?:\+?62|0062|0)/
const MOBILE = /^8[1-9]\d{7,10}$/
const LANDLINE = /^[2-79]\d{7,10}$/

/**
 * An Indonesian telephone number as `+62…`, from `0812-3456-7890`, `62812…`, `+62 (541) 74…`, or `812…` whose zero a
 * spreadsheet dropped. Null when it cannot be one.
 */
export function parsePhone(text: string): string | null {
  const written = text.replace(/[\s\u00A0().\-/]/g, '')
  if (!/^\+?\d+$/.test(written)) return null
  const hasPrefix = PREFIX.test(written)
  const national = written.replace(PREFIX, '').replace(/^0/, '')
  if (MOBILE.test(national)) return `+62${national}`
  return hasPrefix && LANDLINE.test(national) ? `+62${national}` : null
}

/** `+62********7890`: the last four digits, as lists show them. */
export function maskPhone(phone: string): string {
  return phone.slice(0, 3) + '*'.repeat(Math.max(0, phone.length - 7)) + phone.slice(-4)
}
