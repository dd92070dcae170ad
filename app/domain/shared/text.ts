const ALREADY_SQUEEZED = /^(?:[!-~]+(?: [!-~]+)*)?$/

/** Trims, and makes every run of spaces (also the non-breaking and invisible ones) a single space. */
export function squeeze(text: string): string {
  if (ALREADY_SQUEEZED.test(text)) return text
  return text
    .normalize('NFC')
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/[\s\u00A0]+/g, ' ')
    .trim()
}

/** Lower case, without accents and without apostrophes of any kind: `Ma'ruf Éka` and `Maruf Eka` become the same. */
export function fold(text: string): string {
  return squeeze(text)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/['’‘`´ʼʻ"“”]/g, '')
    .toLowerCase()
}

/** Only the letters and digits of the folded text, words parted by one space. */
export function foldToWords(text: string): string {
  return squeeze(fold(text).replace(/[^\p{L}\p{N}]+/gu, ' '))
}

/** How many letters must be added, removed, changed or swapped with their neighbour to make one text of the other. */
export function editDistance(left: string, right: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let i = 1; i <= left.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= right.length; j += 1) {
      const same = left[i - 1] === right[j - 1]
      let best = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      const swapped = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]
      if (swapped) best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1)
      row.push(best)
    }
    beforeLast = last
    last = row
  }
  return last[right.length] ?? 0
}

/** How alike two texts are, from 0 (nothing) to 100 (the same), in whole percent rounded down. */
export function likeness(left: string, right: string): number {
  const longest = Math.max(left.length, right.length)
  return longest === 0 ? 100 : Math.floor(((longest - editDistance(left, right)) * 100) / longest)
}
