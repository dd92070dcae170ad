import type { Namespace } from './texts'

/** The languages of the portal, the first one first. */
export type Locale = 'id' | 'en'

export type Dictionary = Readonly<Record<string, string>>

const loaded = new Map<string, Dictionary>()

/** Makes a namespace's texts known: the server does it for all at its start, the browser as a stage is entered. */
export function provideTexts(locale: Locale, namespace: Namespace, dictionary: Dictionary): void {
  loaded.set(`${locale}/${namespace}`, dictionary)
}

export function hasTexts(locale: Locale, namespace: Namespace): boolean {
  return loaded.has(`${locale}/${namespace}`)
}

/** The sentence of a whole key such as `intake.upload.title`, if it is known. */
export function sentence(locale: Locale, key: string): string | undefined {
  const dot = key.indexOf('.')
  return loaded.get(`${locale}/${key.slice(0, dot)}`)?.[key.slice(dot + 1)]
}
