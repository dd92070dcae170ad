/** How the demonstration's regencies stand: how many candidates came, and how far the first batch of each goes. */
export type RegencyPlan = { code: string; candidates: number; newcomers: number; classes: number }

/** Two cities have more candidates than places, the upriver regency has few. */
export const REGENCIES: readonly RegencyPlan[] = [
  { code: '64.01', candidates: 138, newcomers: 16, classes: 3 },
  { code: '64.02', candidates: 182, newcomers: 22, classes: 3 },
  { code: '64.03', candidates: 132, newcomers: 14, classes: 3 },
  { code: '64.07', candidates: 122, newcomers: 12, classes: 2 },
  { code: '64.08', candidates: 140, newcomers: 16, classes: 3 },
  { code: '64.09', candidates: 116, newcomers: 12, classes: 2 },
  { code: '64.11', candidates: 64, newcomers: 8, classes: 1 },
  { code: '64.71', candidates: 142, newcomers: 18, classes: 3 },
  { code: '64.72', candidates: 190, newcomers: 24, classes: 3 },
  { code: '64.74', candidates: 96, newcomers: 10, classes: 2 },
]

export const CLASS_SIZE = 27

/** Regencies that send a file of their own; the province imports one file for all the others. */
export const OWN_FILE: readonly string[] = ['64.02', '64.11', '64.72']
