import type { SubmissionResult } from '@conform-to/react'

/** What an action answers when it did not do what was asked: the door fills it, the form shows it. */
export type FormAnswer = {
  form: string | null
  result: SubmissionResult<string[]>
  refused: boolean
}

export function isFormAnswer(answer: unknown): answer is FormAnswer {
  return typeof answer === 'object' && answer !== null && 'result' in answer && 'form' in answer
}

/** The input that a form's schema takes, for `useFields<InputOf<typeof approveBatchForm>>()` with a type-only import. */
export type InputOf<Schema> = Schema extends { _zod: { input: infer Input } }
  ? Input extends Record<string, unknown>
    ? Input
    : never
  : never
