import { db } from '~/platform/db.server'
import { halvesOf, matchesWithOneTypo, oneLetterLess, splitsOf } from './name-terms'

/**
 * A term of a search by name: what a name must look like, and the words of the vocabulary of which such a name has at
 * least one. `words` is null where too many words hold the term to go by them.
 */
export type Term = { patterns: readonly string[]; words: readonly string[] | null }

const MOST_WORDS = 1_000
const MOST_GUESSES = 5_000

/** Terms as parts of words, as they were typed; null where no name in the portal has one of them. */
export async function exactTerms(terms: readonly string[]): Promise<Term[] | null> {
  const found = await Promise.all(terms.map((term) => termLike([`%${term}%`])))
  return found.every((term) => term.words === null || term.words.length > 0) ? found : null
}

async function termLike(patterns: readonly string[]): Promise<Term> {
  const rows = await db.$queryRaw<{ word: string }[]>`
    SELECT word FROM name_word WHERE word LIKE ANY (${[...patterns]}::text[]) LIMIT ${MOST_WORDS + 1}`
  return { patterns, words: rows.length > MOST_WORDS ? null : rows.map((row) => row.word) }
}

/**
 * Terms with one typo in each: a letter wrong, missing, too many or swapped, or a space left out. Looks at the
 * vocabulary only, so it costs the same however many people there are. Null where a term stays unknown.
 */
export async function termsWithTypo(terms: readonly string[]): Promise<Term[] | null> {
  const found = await Promise.all(terms.map(termWithTypo))
  return found.every((term) => term !== null) ? found : null
}

async function termWithTypo(term: string): Promise<Term | null> {
  const guesses = await db.$queryRaw<{ word: string }[]>`
    SELECT word FROM name_word
    WHERE one_letter_less && ${oneLetterLess(term)}::text[] OR word LIKE ANY (${[term, ...halvesOf(term)].map((part) => `%${part}%`)}::text[])
    LIMIT ${MOST_GUESSES}`
  const words = guesses
    .map((row) => row.word)
    .filter((word) => word.includes(term) || matchesWithOneTypo(term, word))
  if (words.length > 0) return termLike(words.slice(0, MOST_WORDS).map((word) => `%${word}%`))
  return termWithoutSpace(term)
}

async function termWithoutSpace(term: string): Promise<Term | null> {
  const sides = splitsOf(term)
  if (sides.length === 0) return null
  const known = await db.nameWord.findMany({ where: { word: { in: sides.flat() } }, select: { word: true } })
  const words = new Set(known.map((row) => row.word))
  const pairs = sides.filter(([left, right]) => words.has(left) && words.has(right))
  if (pairs.length === 0) return null
  return { patterns: pairs.map(([left, right]) => `%${left} ${right}%`), words: pairs.map(([left]) => left) }
}
