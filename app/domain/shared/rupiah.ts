/** No amount in this programme comes near it; a larger one is a slip of the hand. */
export const LARGEST_RUPIAH = 1_000_000_000_000_000n

const CURRENCY = /^(?:rp|idr)\.?\s*/i
/** `,-` and zero cents are how whole rupiah are often closed; other cents are refused. */
const CLOSING = /(?:,-+|[.,]00?|[.,]-+)$/
const PLAIN = /^\d+$/
const GROUPED = /^\d{1,3}(?:\.\d{3})+$|^\d{1,3}(?: \d{3})+$|^\d{1,3}(?:,\d{3}){2,}$/

/**
 * Whole rupiah from text: `1500000`, `1.500.000`, `Rp 1.500.000`, `Rp1.500.000,-`, `1.500.000,00`, `1,500,000`.
 * Returns null for anything else: cents, minus, words, broken groups, and `1,500`, which is one thousand five hundred to
 * one reader and one and a half to another.
 */
export function parseRupiah(text: string): bigint | null {
  const bare = text
    .replace(/[\s\u00A0]+/g, ' ')
    .trim()
    .replace(CURRENCY, '')
  const amount = GROUPED.test(bare) || PLAIN.test(bare) ? bare : bare.replace(CLOSING, '')
  if (!PLAIN.test(amount) && !GROUPED.test(amount)) return null
  const digits = amount.replace(/\D/g, '')
  if (digits.length > 16) return null
  const value = BigInt(digits)
  return value <= LARGEST_RUPIAH ? value : null
}

/** A number cell of a spreadsheet as whole rupiah; null for cents, minus and what a number cannot hold exactly. */
export function rupiahOfNumber(value: number): bigint | null {
  return Number.isSafeInteger(value) && value >= 0 ? BigInt(value) : null
}
