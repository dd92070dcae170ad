import type { Dice } from './random'

/** Invented people for the demonstration year: names are drawn from lists, numbers from the dice. */
export type Invented = {
  nik: string
  kk: string
  name: string
  sex: 'L' | 'P'
  birthDate: string
  birthPlace: string
  address: string
  rt: string
  rw: string
  villageCode: string
  phone: string
  bankCode: string
  accountNumber: string
  decile: number
  monthlyIncomeRupiah: number
  householdSize: number
  wish: 'makanan' | 'peternakan' | 'perikanan' | 'menjahit'
}

const WOMEN =
  'Siti Nur Sri Dewi Rina Wati Yuliana Marlina Hasnah Rahmawati Fatimah Aminah Norhayati Mariana Lestari Ratna Indah Salmah Jumiati Kartini Rosita Yohana Ursula Bulan Lenny Megawati Hartati Suryani Mulyani Rusmini'.split(
    ' ',
  )
const MEN =
  'Muhammad Ahmad Abdul Rudi Hendra Agus Bambang Yusuf Ismail Syahrani Rahmat Arifin Supriadi Slamet Jumadi Petrus Yohanes Markus Lukas Anton Samsul Ridwan Hasan Burhan Darmawan Sutrisno Kurniawan Zainal Iskandar Fahrul'.split(
    ' ',
  )
const LAST =
  'Aisyah Hidayah Hasanah Rahman Saputra Wijaya Lestari Noor Ngau Lejau Ding Bilung Juk Hajang Ifansyah Anwar Effendi Kusuma Santoso Wibowo Pratiwi Handayani Susanti Basri Daeng Tahir Mappa Siregar Gunawan Setiawan Hamid Jafar Maulana Purnama Utami Arsyad Ilyas Badrun Rasyid Usman'.split(
    ' ',
  )
const STREETS =
  'Mulawarman,Pahlawan,Kenanga,Melati,Sungai Keledang,Merdeka,Gajah Mada,Pesut,Enggang,Ulin,Meranti,Lamin,Cendana,Tepian,Rapak,Mangga'.split(
    ',',
  )
const BANKS = ['124', '124', '124', '002', '009', '008', '451'] as const
const WISHES = ['makanan', 'makanan', 'makanan', 'peternakan', 'peternakan', 'perikanan', 'menjahit'] as const

/**
 * One invented person of a village. The NIK carries the village's district, the birth date (women +40 on the day) and
 * a serial that no register has given out for this date: the demonstration's own counter.
 */
export function inventPerson(
  dice: Dice,
  villageCode: string,
  birthPlace: string,
  serial: number,
  birthYears: [number, number],
): Invented {
  const sex = dice.chance(68) ? 'P' : 'L'
  const year = dice.between(birthYears[0], birthYears[1])
  const month = dice.between(1, 12)
  const date = dice.between(1, 28)
  const two = (value: number) => String(value).padStart(2, '0')
  const district = villageCode.slice(0, 8).replaceAll('.', '')
  const nik = `${district}${two(date + (sex === 'P' ? 40 : 0))}${two(month)}${two(year % 100)}${String(9000 - (serial % 8000)).padStart(4, '0')}`
  const kk = `${district}${two(dice.between(1, 28))}${two(dice.between(1, 12))}${two(dice.between(8, 24))}${String(1 + (serial % 9000)).padStart(4, '0')}`
  const first = dice.pick(sex === 'P' ? WOMEN : MEN)
  const middle = dice.chance(35) ? ` ${dice.pick(sex === 'P' ? WOMEN : MEN)}` : ''
  const decile = Math.min(10, 1 + Math.floor(dice.between(0, 99) ** 2 / 1900))
  return {
    nik,
    kk,
    name: `${first}${middle} ${dice.pick(LAST)}`,
    sex,
    birthDate: `${year}-${two(month)}-${two(date)}`,
    birthPlace,
    address: `Jl. ${dice.pick(STREETS)} No. ${dice.between(1, 140)}`,
    rt: two(dice.between(1, 24)),
    rw: two(dice.between(1, 9)),
    villageCode,
    phone: `0812${String(50_000_000 + serial * 37).slice(0, 8)}`,
    bankCode: dice.pick(BANKS),
    accountNumber: `${dice.between(100, 999)}${String(1_000_000 + serial * 53).slice(0, 7)}`,
    decile,
    monthlyIncomeRupiah: dice.between(6, 32) * 50_000 + decile * 60_000,
    householdSize: dice.between(1, 7),
    wish: dice.pick(WISHES),
  }
}
