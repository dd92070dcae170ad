/**
 * Why the portal says no. Each code has its sentence in `messages/{id,en}/refusal.ts` under the same key;
 * the kind decides nothing but how the door answers.
 */
export const REFUSALS = {
  not_allowed: 'forbidden',
  not_found: 'missing',
  changed_meanwhile: 'conflict',
  already_done: 'conflict',
  nothing_selected: 'invalid',
} as const satisfies Record<string, RefusalKind>

export type RefusalKind = 'forbidden' | 'missing' | 'conflict' | 'invalid'
export type SharedRefusalCode = keyof typeof REFUSALS

export type RefusalParams = Record<string, string | number>

/**
 * A no with its reason: thrown inside a command, it rolls the transaction back and becomes a sentence at the door.
 * Codes are `<stage>.<reason>`; the shared ones stand in `REFUSALS`.
 */
export class Refusal extends Error {
  readonly code: string
  readonly params: RefusalParams
  readonly kind: RefusalKind
  /** Name of the form field the sentence belongs beside, if it belongs to one. */
  readonly field: string | undefined

  constructor(
    code: string,
    params: RefusalParams = {},
    options: { kind?: RefusalKind; field?: string } = {},
  ) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.params = params
    this.kind = options.kind ?? (REFUSALS as Record<string, RefusalKind>)[code] ?? 'conflict'
    this.field = options.field
  }
}

export function refuse(
  code: string,
  params: RefusalParams = {},
  options: { kind?: RefusalKind; field?: string } = {},
): never {
  throw new Refusal(code, params, options)
}
