/** Numbers that are kept encrypted and shown masked. */
export const PERSONAL_NUMBERS = ['nik', 'kk', 'phone', 'account'] as const
export type PersonalNumber = (typeof PERSONAL_NUMBERS)[number]

/** `************0001`: all but the last four. */
export function maskDigits(digits: string): string {
  return '*'.repeat(Math.max(0, digits.length - 4)) + digits.slice(-4)
}
