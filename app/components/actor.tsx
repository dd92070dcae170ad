import { createContext, useContext } from 'react'
import type { Actor } from '~/domain/shared/actor'

const ActorContext = createContext<Actor | null>(null)

export const ActorProvider = ActorContext.Provider

/** Who is signed in, for showing or hiding a button with `may(actor, deed, regencyCode)`; the command asks again. */
export function useActor(): Actor | null {
  return useContext(ActorContext)
}
