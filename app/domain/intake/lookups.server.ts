import type { Transaction } from '~/domain/audit/write.server'
import type { RowContext } from './import-row'
import { indexPlaces } from './places'
import { bankFinder } from './read-account'
import { sectorFinder } from './sectors'

type Reader = Pick<Transaction, 'region' | 'bank' | 'sector'>

/** What rows are read against, from the reference tables as they are now. */
export async function loadLookups(
  reader: Reader,
): Promise<Pick<RowContext, 'places' | 'bankCode' | 'sectorCode'>> {
  const places = await reader.region.findMany({ select: { code: true, level: true, name: true } })
  const banks = await reader.bank.findMany()
  const sectors = await reader.sector.findMany({
    where: { active: true },
    select: { code: true, nameId: true, nameEn: true },
  })
  return { places: indexPlaces(places), bankCode: bankFinder(banks), sectorCode: sectorFinder(sectors) }
}
