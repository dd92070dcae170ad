import type catalogue from './id/index'
import type { Locale } from './source'
import { sentence } from './source'

type Catalogue = typeof catalogue

export type Namespace = keyof Catalogue & string

/** Every key there is: `namespace.rest.of.key`, taken from the Indonesian catalogue. */
export type TextKey = { [N in Namespace]: `${N}.${keyof Catalogue[N] & string}` }[Namespace]

/** Keys that come as a pair `x_one`, `x_other`. */
export type PluralKey = TextKey extends infer K ? (K extends `${infer Stem}_other` ? Stem : never) : never

type SentenceOf<K extends string> = K extends `${infer N}.${infer Rest}`
  ? N extends Namespace
    ? Rest extends keyof Catalogue[N]
      ? Catalogue[N][Rest]
      : never
    : never
  : never

type NamesIn<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never

export type TextValue = string | number | bigint
type Values<Names extends string> = Record<Names, TextValue>
type Given<Names extends string> = [Names] extends [never] ? [] : [values: Values<Names>]

export type Texts = {
  <K extends TextKey>(key: K, ...values: Given<NamesIn<SentenceOf<K>>>): string
  /** Picks `key_one` or `key_other`; `n` is given to the sentence. Indonesian has one form. */
  plural<K extends PluralKey>(
    key: K,
    n: number,
    ...values: Given<Exclude<NamesIn<SentenceOf<`${K}_other`>>, 'n'>>
  ): string
  /** The sentence of a code that is known only at run time; undefined when there is none. */
  find(key: string, values?: Readonly<Record<string, TextValue>>): string | undefined
  locale: Locale
}

const SEPARATOR: Record<Locale, string> = { id: '.', en: ',' }

/** A whole number with the thousands separator of the language. */
export function groupDigits(value: number | bigint, locale: Locale): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, SEPARATOR[locale])
}

/** Numbers are grouped as quantities, except under a name that ends in `year`. */
function shown(name: string, value: TextValue, locale: Locale): string {
  if (typeof value === 'string' || /year$/i.test(name)) return String(value)
  return Number.isInteger(Number(value)) ? groupDigits(value, locale) : String(value)
}

export function fill(text: string, values: Readonly<Record<string, TextValue>>, locale: Locale): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name]
    return value === undefined ? whole : shown(name, value, locale)
  })
}

const made = new Map<Locale, Texts>()

/** The texts of one language, from whatever namespaces have been provided. An unknown key shows itself. */
export function textsIn(locale: Locale): Texts {
  const known = made.get(locale)
  if (known) return known
  const find = (key: string, values: Readonly<Record<string, TextValue>> = {}) => {
    const text = sentence(locale, key)
    return text === undefined ? undefined : fill(text, values, locale)
  }
  const t = Object.assign(
    (key: string, values?: Readonly<Record<string, TextValue>>) => find(key, values) ?? key,
    {
      plural: (key: string, n: number, values?: Readonly<Record<string, TextValue>>) => {
        const form = `${key}_${locale === 'en' && n === 1 ? 'one' : 'other'}`
        return find(form, { ...values, n }) ?? form
      },
      find,
      locale,
    },
  ) as Texts
  made.set(locale, t)
  return t
}
