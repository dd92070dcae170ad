/** How the demonstration's regencies stand: how many candidates came, and how far the first batch of each goes. */
export type RegencyPlan = { code: string; candidates: number; newcomers: number; classes: number }

/** Two cities have more candidates than places, the upriver regency has few. */
export const REGENCIES: readonly RegencyPlan[] = [
  { code: '64.01', candidates: 124, newcomers: 16, classes: 3 },
  { code: '64.02', candidates: 176, newcomers: 22, classes: 3 },
  { code: '64.03', candidates: 118, newcomers: 14, classes: 3 },
  { code: '64.07', candidates: 112, newcomers: 12, classes: 2 },
  { code: '64.08', candidates: 126, newcomers: 16, classes: 3 },
  { code: '64.09', candidates: 104, newcomers: 12, classes: 2 },
  { code: '64.11', candidates: 60, newcomers: 8, classes: 1 },
  { code: '64.71', candidates: 128, newcomers: 18, classes: 3 },
  { code: '64.72', candidates: 184, newcomers: 24, classes: 3 },
  { code: '64.74', candidates: 84, newcomers: 10, classes: 2 },
]

export const CLASS_SIZE = 27
