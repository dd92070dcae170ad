/** The longest that an ISO 20022 EndToEndId may be. */
export const LONGEST_REFERENCE = 35

export type ReferenceParts = {
  programmeCode: string
  regencyCode: string
  personNumber: number
  tranche: number
  attempt: number
}

const FORM = /^([A-Z0-9]{1,16})-(\d{4})-(\d{6,9})-T([1-8])(?:-R([1-9]\d?))?$/

/**
 * What a payment is called at the bank, unique for ever: `UEP26-6472-000123-T1`, a later attempt `…-T1-R1`.
 * Throws when it would be longer than 35 characters.
 */
export function paymentReference({
  programmeCode,
  regencyCode,
  personNumber,
  tranche,
  attempt,
}: ReferenceParts): string {
  const programme = programmeCode.toUpperCase().replace(/[^A-Z0-9]/g, '')
  const person = String(personNumber).padStart(6, '0')
  const retry = attempt > 0 ? `-R${attempt}` : ''
  const reference = `${programme}-${regencyCode.replace('.', '')}-${person}-T${tranche}${retry}`
  if (!FORM.test(reference) || reference.length > LONGEST_REFERENCE)
    throw new RangeError(`not a payment reference: ${reference}`)
  return reference
}

/** The parts of one of our references; null for a text that is none of ours. */
export function parseReference(text: string): ReferenceParts | null {
  const [, programmeCode, regency, person, tranche, retry] = FORM.exec(text.trim()) ?? []
  if (!programmeCode || !regency || !person || !tranche || text.length > LONGEST_REFERENCE) return null
  return {
    programmeCode,
    regencyCode: `${regency.slice(0, 2)}.${regency.slice(2)}`,
    personNumber: Number(person),
    tranche: Number(tranche),
    attempt: Number(retry ?? 0),
  }
}
