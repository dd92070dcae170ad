import { z } from 'zod'

export const searchForm = z.object({
  cari: z.string().trim().max(100).default(''),
  /** The other filters of the list, as its address writes them. */
  saringan: z.string().max(1_000).default(''),
})
