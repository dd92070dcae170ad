import { editDistance, foldToWords } from '~/domain/shared/text'

const MOST_TERMS = 6
/** From this length on a part of a word may hold the typo; shorter terms are compared with whole words. */
const LONG = 6
const SHORTEST_WITH_TYPO = 3

/** The parts of a name that somebody looks for, in any order: without case, accents and apostrophes, each once. */
export function termsOf(text: string): string[] {
  return [...new Set(foldToWords(text).split(' '))].filter((term) => term !== '').slice(0, MOST_TERMS)
}

/** Whether a word of a name is the term with one letter wrong, missing, too many, or swapped with its neighbour. */
export function matchesWithOneTypo(term: string, word: string): boolean {
  if (term.length < SHORTEST_WITH_TYPO) return false
  if (editDistance(term, word) <= 1) return true
  return term.length >= LONG && parts(word, term.length).some((part) => editDistance(term, part) <= 1)
}

function parts(word: string, length: number): string[] {
  const found: string[] = []
  for (let size = length - 1; size <= length + 1; size += 1) {
    for (let start = 0; start + size <= word.length; start += 1) found.push(word.slice(start, start + size))
  }
  return found
}

/** The halves of a long term: whoever made one typo wrote one of them right. None for a short term. */
export function halvesOf(term: string): string[] {
  if (term.length < LONG) return []
  const middle = Math.floor(term.length / 2)
  return [term.slice(0, middle), term.slice(middle)]
}

/** Both sides of every place where a space may be missing: `nurhayati` into `nur hayati`. */
export function splitsOf(term: string): [string, string][] {
  const sides: [string, string][] = []
  for (let at = 2; at <= term.length - 2; at += 1) sides.push([term.slice(0, at), term.slice(at)])
  return sides
}

/** The term, and the term with any one letter taken out: what the vocabulary keeps of each word, to be compared. */
export function oneLetterLess(term: string): string[] {
  const letters = [...term]
  const forms = letters.length > 1 ? letters.map((_, at) => letters.toSpliced(at, 1).join('')) : []
  return [...new Set([term, ...forms])]
}
