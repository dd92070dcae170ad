/** The life of a beneficiary in one programme year. The database repeats `MOVES` in the table `allowed_move`. */
export const STATUSES = [
  'proposed',
  'verified',
  'sent_back',
  'rejected',
  'waitlisted',
  'decreed',
  'training',
  'trained',
  'not_passed',
  'assigned',
  'disbursing',
  'completed',
  'graduated',
  'withdrawn',
  'replaced',
  'deceased',
] as const

export type BeneficiaryStatus = (typeof STATUSES)[number]

/** Statuses in which a person is still on the road and may leave it. */
export const LIVE_STATUSES = [
  'proposed',
  'sent_back',
  'verified',
  'waitlisted',
  'decreed',
  'training',
  'not_passed',
  'trained',
  'assigned',
  'disbursing',
  'completed',
] as const satisfies readonly BeneficiaryStatus[]

export const EXIT_STATUSES = [
  'withdrawn',
  'replaced',
  'deceased',
] as const satisfies readonly BeneficiaryStatus[]
export type ExitStatus = (typeof EXIT_STATUSES)[number]

/** Statuses that occupy one of the regency's places (M1). */
export const PLACED_STATUSES = [
  'decreed',
  'training',
  'trained',
  'not_passed',
  'assigned',
  'disbursing',
  'completed',
  'graduated',
] as const satisfies readonly BeneficiaryStatus[]

/** The stages of the road in the order in which a person passes them, for funnels and timelines. */
export const ROAD = [
  'proposed',
  'verified',
  'decreed',
  'training',
  'trained',
  'assigned',
  'disbursing',
  'completed',
  'graduated',
] as const satisfies readonly BeneficiaryStatus[]

const STEPS: Partial<Record<BeneficiaryStatus, readonly BeneficiaryStatus[]>> = {
  proposed: ['verified', 'sent_back', 'rejected'],
  sent_back: ['proposed'],
  verified: ['decreed', 'waitlisted'],
  waitlisted: ['verified'],
  decreed: ['training'],
  training: ['trained', 'not_passed'],
  not_passed: ['training'],
  trained: ['assigned'],
  assigned: ['disbursing'],
  disbursing: ['completed'],
  completed: ['graduated'],
}

export function isLive(status: BeneficiaryStatus): boolean {
  return (LIVE_STATUSES as readonly string[]).includes(status)
}

export function isPlaced(status: BeneficiaryStatus): boolean {
  return (PLACED_STATUSES as readonly string[]).includes(status)
}

/** Where a person may go from here: the next steps of the road, and the exits while they are live. */
export function movesFrom(status: BeneficiaryStatus): readonly BeneficiaryStatus[] {
  return [...(STEPS[status] ?? []), ...(isLive(status) ? EXIT_STATUSES : [])]
}

export function mayMove(from: BeneficiaryStatus, to: BeneficiaryStatus): boolean {
  return movesFrom(from).includes(to)
}

/** Every allowed move as pairs: what the database must hold too. */
export function allMoves(): [BeneficiaryStatus, BeneficiaryStatus][] {
  return STATUSES.flatMap((from) =>
    movesFrom(from).map((to): [BeneficiaryStatus, BeneficiaryStatus] => [from, to]),
  )
}
