import { createContext, type ReactNode, useContext } from 'react'
import type { Locale } from '../messages/source'
import { type Texts, textsIn } from '../messages/texts'

const LocaleContext = createContext<Locale>('id')

export function LocaleProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <LocaleContext.Provider value={locale}>{children}</LocaleContext.Provider>
}

export function useLocale(): Locale {
  return useContext(LocaleContext)
}

/** The texts of the reader's language: `t('intake.upload.title')`, `t.plural('intake.rows', n)`. */
export function useTexts(): Texts {
  return textsIn(useLocale())
}
