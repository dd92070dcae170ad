import { z } from 'zod'

const name = z.string().trim().min(3).max(60)

export const sectorForm = z.object({ nameId: name, nameEn: name })
export type SectorNames = z.output<typeof sectorForm>

export const sectorActivityForm = z.object({
  active: z.enum(['yes', 'no']).transform((answer) => answer === 'yes'),
})
