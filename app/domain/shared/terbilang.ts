const UNITS = [
  '',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
  'sepuluh',
  'sebelas',
]
const SCALES = ['', 'ribu', 'juta', 'miliar', 'triliun', 'kuadriliun'] as const

/** A whole number in Indonesian words, as receipts and handover records write it: 1500000 is `satu juta lima ratus ribu`. */
export function terbilang(amount: bigint | number): string {
  const value = BigInt(amount)
  if (value < 0n) return `minus ${terbilang(-value)}`
  if (value === 0n) return 'nol'
  const words: string[] = []
  let rest = value
  for (let scale = 0; rest > 0n; scale += 1) {
    const group = Number(rest % 1000n)
    rest /= 1000n
    if (group === 0) continue
    if (scale >= SCALES.length) throw new RangeError('too large to say')
    words.unshift(
      scale === 1 && group === 1 ? 'seribu' : [hundreds(group), SCALES[scale]].filter(Boolean).join(' '),
    )
  }
  return words.join(' ')
}

/** An amount of rupiah in words. */
export function terbilangRupiah(amountRupiah: bigint): string {
  return `${terbilang(amountRupiah)} rupiah`
}

function hundreds(value: number): string {
  const hundred = Math.floor(value / 100)
  const said = hundred === 0 ? '' : hundred === 1 ? 'seratus' : `${UNITS[hundred]} ratus`
  return [said, tens(value % 100)].filter(Boolean).join(' ')
}

function tens(value: number): string {
  if (value < 12) return UNITS[value] ?? ''
  if (value < 20) return `${UNITS[value - 10]} belas`
  return [`${UNITS[Math.floor(value / 10)]} puluh`, UNITS[value % 10]].filter(Boolean).join(' ')
}
