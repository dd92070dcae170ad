import { type BeneficiaryStatus, EXIT_STATUSES, ROAD } from './lifecycle'

export type MoveMade = { to: BeneficiaryStatus; at: Date; by: string; reason: string | null }

/** A station of the road with when somebody came there and through whom. */
export type RoadStep = {
  status: BeneficiaryStatus
  state: 'done' | 'current' | 'upcoming' | 'stopped'
  move: MoveMade | null
}

const BESIDE: Partial<Record<BeneficiaryStatus, BeneficiaryStatus>> = {
  sent_back: 'proposed',
  waitlisted: 'verified',
  not_passed: 'training',
}

/**
 * The road of a person as it lies before the reader: the stations passed, the one they stand at, those to come. Standing
 * beside the road (sent back, waiting, not passed) shows as a station of its own; leaving it ends the road.
 */
export function roadOf(status: BeneficiaryStatus, moves: readonly MoveMade[]): RoadStep[] {
  const lastMove = (to: BeneficiaryStatus) => moves.filter((move) => move.to === to).at(-1) ?? null
  const stopped = status === 'rejected' || (EXIT_STATUSES as readonly BeneficiaryStatus[]).includes(status)
  const onRoad = (one: BeneficiaryStatus) =>
    (ROAD as readonly BeneficiaryStatus[]).indexOf(BESIDE[one] ?? one)
  const reached = stopped
    ? Math.max(...moves.filter((move) => move.to !== status).map((move) => onRoad(move.to)), 0)
    : onRoad(status)
  const passed = ROAD.slice(0, reached + 1).map(
    (one): RoadStep => ({ status: one, state: one === status ? 'current' : 'done', move: lastMove(one) }),
  )
  if (stopped) return [...passed, { status, state: 'stopped', move: lastMove(status) }]
  const beside: RoadStep[] = BESIDE[status] ? [{ status, state: 'current', move: lastMove(status) }] : []
  const ahead = ROAD.slice(reached + 1).map(
    (one): RoadStep => ({ status: one, state: 'upcoming', move: null }),
  )
  return [...passed, ...beside, ...ahead]
}
