import type { Day } from '~/domain/shared/day'
import type { BeneficiaryStatus } from './lifecycle'

/** A person as the list shows them. */
export type PersonRow = {
  id: string
  registration: string
  name: string
  village: string
  district: string
  regency: string
  regencyCode: string
  status: BeneficiaryStatus
  statusSince: Date
  sectorCode: string | null
  decile: number | null
  onHold: boolean
  age: number
  /** Only for roles that need it. */
  birthDate: Day | null
}

export type StatusCount = { regencyCode: string; status: BeneficiaryStatus; persons: number }

/** What the filters of the list offer. Districts come once a regency is chosen, or is the only one. */
export type FilterChoices = {
  regencies: { code: string; name: string }[]
  districts: { code: string; name: string }[]
  cohorts: { id: string; name: string }[]
}
