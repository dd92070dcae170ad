import { type BeneficiaryStatus, STATUSES } from './lifecycle'

export const SORTS = ['nama', '-nama', 'nomor', '-nomor', 'status', '-status'] as const
export type PeopleSort = (typeof SORTS)[number]
export const DEFAULT_SORT: PeopleSort = 'nama'

/** What narrows the list of people. An empty list or null narrows nothing. */
export type PeopleFilter = {
  search: string
  programmeCode: string | null
  regencyCode: string | null
  districtCode: string | null
  status: BeneficiaryStatus | null
  sectorCode: string | null
  cohortId: string | null
  /** 1 to 10, or 0 for people without one. */
  decile: number | null
  onHold: boolean | null
  sort: PeopleSort
}

/** Where a page of the list begins or ends: the value sorted by, and the person. Holds no personal value. */
export type Cursor = { value: string; id: string }
export type PageOf = { after: Cursor } | { before: Cursor } | null

const REGENCY = /^\d{2}\.\d{2}$/
const DISTRICT = /^\d{2}\.\d{2}\.\d{2}$/
const CODE = /^[a-z0-9_-]{1,40}$/i
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const LONGEST_SEARCH = 100

/** Digits as long as a personal number never belong in an address, nor in a search by name. */
export function holdsPersonalNumber(text: string): boolean {
  return /\d{8}/.test(text.replace(/[\s.-]/g, '')) && !/[a-z]/i.test(text)
}

/** The filter as the address of the list says it; what it does not understand narrows nothing. */
export function filterFrom(params: URLSearchParams): PeopleFilter {
  const search = (params.get('cari') ?? '').trim().slice(0, LONGEST_SEARCH)
  const decile = params.get('desil') ?? ''
  const hold = params.get('tangguh')
  return {
    search: holdsPersonalNumber(search) ? '' : search,
    programmeCode: matching(params.get('program'), CODE),
    regencyCode: matching(params.get('wilayah'), REGENCY),
    districtCode: matching(params.get('kecamatan'), DISTRICT),
    status: STATUSES.find((status) => status === params.get('status')) ?? null,
    sectorCode: matching(params.get('sektor'), CODE),
    cohortId: matching(params.get('angkatan'), UUID),
    decile: /^(?:\d|10)$/.test(decile) ? Number(decile) : null,
    onHold: hold === 'ya' ? true : hold === 'tidak' ? false : null,
    sort: SORTS.find((sort) => sort === params.get('urut')) ?? DEFAULT_SORT,
  }
}

/** The address parameters of a filter: `filterFrom` reads them back. */
export function paramsOf(filter: PeopleFilter): URLSearchParams {
  const params = new URLSearchParams()
  const set = (name: string, value: string | null) => {
    if (value) params.set(name, value)
  }
  set('cari', filter.search)
  set('program', filter.programmeCode)
  set('wilayah', filter.regencyCode)
  set('kecamatan', filter.districtCode)
  set('status', filter.status)
  set('sektor', filter.sectorCode)
  set('angkatan', filter.cohortId)
  set('desil', filter.decile === null ? null : String(filter.decile))
  set('tangguh', filter.onHold === null ? null : filter.onHold ? 'ya' : 'tidak')
  if (filter.sort !== DEFAULT_SORT) params.set('urut', filter.sort)
  return params
}

function matching(text: string | null, form: RegExp): string | null {
  return text && form.test(text) ? text : null
}

export function pageFrom(params: URLSearchParams): PageOf {
  const after = cursorFrom(params.get('setelah'))
  if (after) return { after }
  const before = cursorFrom(params.get('sebelum'))
  return before ? { before } : null
}

function cursorFrom(text: string | null): Cursor | null {
  const [, value, id] = /^([0-9T:.Z-]*)~([0-9a-f-]{36})$/.exec(text ?? '') ?? []
  return value !== undefined && id && UUID.test(id) ? { value, id } : null
}

export function cursorText(cursor: Cursor): string {
  return `${cursor.value}~${cursor.id}`
}
