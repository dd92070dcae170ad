/**
 * Reads a whole amount of rupiah as people write it: `1.500.000`, `1500000`, `Rp 1.500.000`, `Rp1.500.000,00`.
 * Anything else (a fraction, letters, a minus) is null.
 */
export function parseRupiah(text: string): bigint | null {
  const bare = text
    .trim()
    .replace(/^rp\.?\s*/i, '')
    .replace(/(,00?|,-)$/, '')
    .replace(/\s+/g, '')
  if (/^\d{1,15}$/.test(bare)) return BigInt(bare)
  if (/^\d{1,3}(\.\d{3}){1,4}$/.test(bare)) return BigInt(bare.replaceAll('.', ''))
  return null
}

/** A part of an amount in ten-thousandths, rounded down: what is left over goes to the last part. */
export function shareOf(amountRupiah: bigint, shareBp: number): bigint {
  return (amountRupiah * BigInt(shareBp)) / 10_000n
}
