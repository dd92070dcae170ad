import { fold, foldToWords, likeness } from '~/domain/shared/text'

const TITLE =
  /^(?:(?:h|hj|hjh|kh|drs|dra|dr|ir|prof|ust|tgh|bpk|bapak|ibu|sdr|sdri|tn|ny|nn|alm|almh)(?:\.\s*|\s+))+/
const DEGREE =
  /^(?:a ?md|s ?pd|s ?sos|s ?kom|s ?ag|s ?pt|s ?pi|s ?hut|s ?ked|s ?kep|se|sh|st|sp|sap|mm|msi|m ?si|m ?pd|mh|mt)(?: |$)/

const SPELLINGS: readonly [RegExp, string][] = [
  [
    /\b(?:m|moh|mohd|mohamad|mohammad|muh|muhamad|muhamat|mohamed|mochamad|mochammad|much|muchamad)\b/g,
    'muhammad',
  ],
  [/\babd\b/g, 'abdul'],
  [/\b(?:st|sitti|sity|sti)\b/g, 'siti'],
  [/\b(?:ach|achmad|akhmad|achmat)\b/g, 'ahmad'],
]
const SOUNDS: readonly [RegExp, string][] = [
  [/oe/g, 'u'],
  [/dj/g, 'j'],
  [/tj/g, 'c'],
  [/nj/g, 'ny'],
  [/sj/g, 'sy'],
  [/ch|kh/g, 'h'],
  [/sy|sh/g, 's'],
  [/dh/g, 'd'],
  [/th/g, 't'],
  [/ph|v/g, 'f'],
  [/q/g, 'k'],
  [/z/g, 'j'],
  [/(\p{L})\1+/gu, '$1'],
]

export type NameMatch = 'same' | 'alike' | 'different'
/** How far two names agree: percent from 0 to 100, and the reading of it. A person confirms it in any case. */
export type NameComparison = { score: number; match: NameMatch }

const ALIKE_FROM = 75

/** The words of a name that tell people apart: no titles, degrees, case, accents or marks; usual short forms written out. */
export function nameWords(name: string): string[] {
  const [beforeComma = '', ...degrees] = fold(name).split(',')
  const untitled = beforeComma.replace(TITLE, '')
  const isDegree = (part: string) => DEGREE.test(`${foldToWords(part.replaceAll('.', ''))} `)
  const rest = degrees.filter((part) => !isDegree(part)).join(' ')
  let text = foldToWords(`${untitled} ${rest}`)
  for (const [form, full] of SPELLINGS) text = text.replace(form, full)
  return text.split(' ').filter(Boolean)
}

function soundOf(word: string): string {
  return SOUNDS.reduce((text, [from, to]) => text.replace(from, to), word)
}

/**
 * Compares the name of a person with the name a bank gives for the account. `same` when only titles, case, spelling of
 * sounds or a cut at the bank's line length differ; `alike` from 75 percent; `different` below.
 */
export function compareAccountNames(personName: string, bankName: string): NameComparison {
  const person = nameWords(personName).map(soundOf)
  const bank = nameWords(bankName).map(soundOf)
  if (person.length === 0 || bank.length === 0) return { score: 0, match: 'different' }
  if (person.join('') === bank.join('') || isCutShort(person.join(' '), bank.join(' '), bankName))
    return { score: 100, match: 'same' }
  const score = Math.min(99, wordScore(person, bank))
  return { score, match: score >= ALIKE_FROM ? 'alike' : 'different' }
}

const SHORTEST_LINE = 15

/** Banks cut names at their line length: the bank's text is then the beginning of the person's name. */
function isCutShort(person: string, bank: string, bankName: string): boolean {
  return bankName.trim().length >= SHORTEST_LINE && person.startsWith(bank)
}

/** Each word of the longer name with its best partner in the shorter one, weighed by its length, in any order. */
function wordScore(left: readonly string[], right: readonly string[]): number {
  const [longer, shorter] = left.join('').length >= right.join('').length ? [left, right] : [right, left]
  const free = [...shorter]
  let points = 0
  let letters = 0
  for (const word of [...longer].sort((a, b) => b.length - a.length)) {
    const scores = free.map((other) => partnerScore(word, other))
    const best = scores.length > 0 ? Math.max(...scores) : 0
    if (best > 0) free.splice(scores.indexOf(best), 1)
    points += best * word.length
    letters += word.length
  }
  return letters === 0 ? 0 : Math.floor(points / letters)
}

/** An initial stands for a word that begins with it. */
function partnerScore(word: string, other: string): number {
  const isInitial = (word.length === 1 || other.length === 1) && word[0] === other[0]
  return isInitial ? 80 : likeness(word, other)
}
