import { foldToWords } from '~/domain/shared/text'

/** A name as the search index holds it: lower case, no accents, no apostrophes, words parted by one space. */
export function searchName(name: string): string {
  return foldToWords(name)
}
