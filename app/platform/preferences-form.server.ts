import { z } from 'zod'

const back = z.string().default('/')

export const chooseLanguage = z.object({ bahasa: z.enum(['id', 'en']), kembali: back })
export const chooseTheme = z.object({ tema: z.enum(['system', 'light', 'dark']), kembali: back })
