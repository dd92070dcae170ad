import { expect } from 'vitest'
import { Refusal } from '~/domain/shared/refusal'

/** The code with which a command says no; fails where it says yes, or breaks. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  return expect.fail('nothing was refused')
}

/** Runs commands at once and sorts their ends: how many went through, and the codes of those refused. */
export async function atOnce(
  works: readonly Promise<unknown>[],
): Promise<{ done: number; refused: string[] }> {
  const ends = await Promise.allSettled(works)
  const refused = ends.flatMap((end) => {
    if (end.status === 'fulfilled') return []
    if (end.reason instanceof Refusal) return [end.reason.code]
    throw end.reason
  })
  return { done: ends.length - refused.length, refused: refused.sort() }
}
