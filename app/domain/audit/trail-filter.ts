import { type Day, isDay } from '../shared/day'
import { EVENT_KINDS, type EventKind } from './event'

/** What narrows the trail; what an address asks for and this does not understand narrows nothing. */
export type TrailFilter = {
  kind: EventKind | null
  actorName: string
  regencyCode: string | null
  from: Day | null
  to: Day | null
}

const REGENCY = /^\d{2}\.\d{2}$/
const LONGEST_NAME = 100

export function trailFilterFrom(params: URLSearchParams): TrailFilter {
  const day = (name: string) => {
    const value = params.get(name) ?? ''
    return isDay(value) ? value : null
  }
  const regency = params.get('wilayah') ?? ''
  return {
    kind: EVENT_KINDS.find((kind) => kind === params.get('kejadian')) ?? null,
    actorName: (params.get('pelaku') ?? '').trim().slice(0, LONGEST_NAME),
    regencyCode: REGENCY.test(regency) ? regency : null,
    from: day('dari'),
    to: day('sampai'),
  }
}
