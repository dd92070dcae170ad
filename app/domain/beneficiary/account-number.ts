/** Lengths of Indonesian account numbers: shorter or longer ones do not exist at any bank. */
const FORM = /^\d{5,20}$/
const USUAL = /^\d{8,16}$/

/** Only the digits, where an account number is written with spaces, dots or dashes. */
export function normalizeAccountNumber(text: string): string {
  return text.replace(/[\s\u00A0.-]/g, '')
}

export function isAccountNumber(number: string): boolean {
  return FORM.test(number)
}

/** Banks have no check digit: an unusual length is a warning, the real check is the name inquiry. */
export function hasUnusualLength(number: string): boolean {
  return !USUAL.test(number)
}

/** What makes an account the same account: bank and number together. The keyed lookup hash is made of it. */
export function accountIdentity(bankCode: string, number: string): string {
  return `${bankCode}:${number}`
}

/** `******7890`: the last four digits. */
export function maskAccountNumber(number: string): string {
  return '*'.repeat(Math.max(0, number.length - 4)) + number.slice(-4)
}
