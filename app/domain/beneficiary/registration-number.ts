export type RegistrationNumber = { programmeCode: string; regencyCode: string; number: number }

const FORM = /^([A-Z0-9]{1,16})-(\d{2})\.?(\d{2})-(\d{1,9})$/
const DIGITS = 6

/** What a person is called on paper: `UEP26-6472-000123`; bank references begin with it. */
export function registrationNumber({ programmeCode, regencyCode, number }: RegistrationNumber): string {
  return `${programmeCode}-${regencyCode.replace('.', '')}-${String(number).padStart(DIGITS, '0')}`
}

/** The parts of a registration number as people type it (any case, `64.72` or `6472`); null for any other text. */
export function parseRegistrationNumber(text: string): RegistrationNumber | null {
  const [, programmeCode, province, regency, number] = FORM.exec(text.trim().toUpperCase()) ?? []
  if (!programmeCode || !number) return null
  return { programmeCode, regencyCode: `${province}.${regency}`, number: Number(number) }
}
