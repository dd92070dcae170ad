import { createContext, useContext } from 'react'

const NonceContext = createContext<string | undefined>(undefined)

export const NonceProvider = NonceContext.Provider

/** The nonce of this request's content security policy; the browser hides it after parsing, so it is absent there. */
export function useNonce(): string | undefined {
  return useContext(NonceContext)
}
