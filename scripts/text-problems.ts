type Catalogue = Readonly<Record<string, Readonly<Record<string, string>>>>

export type TextCheck = { id: Catalogue; en: Catalogue; source: string; sharedRefusals: readonly string[] }

const variablesOf = (text: string): string =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort().join(', ')

/** Where a sentence may rightly be the same in both languages: one word, or nothing but names and figures. */
const mayBeEqual = (text: string): boolean => !/[a-z]{3,} [a-z]{3,} [a-z]{3,}/i.test(text)

/** What is wrong with the two catalogues, seen against the source that uses them. */
export function findTextProblems({ id, en, source, sharedRefusals }: TextCheck): {
  problems: string[]
  notes: string[]
} {
  const problems: string[] = []
  const notes: string[] = []
  const literals = new Set([...source.matchAll(/['"`]([a-z][\w.-]*)['"`]/gi)].map((match) => match[1]))
  const prefixes = [...source.matchAll(/`([a-z]+\.[\w.-]*)\$\{/gi)]
    .map((match) => match[1] ?? '')
    .filter((prefix) => /\.\w/.test(prefix))

  for (const namespace of new Set([...Object.keys(id), ...Object.keys(en)])) {
    const ours = id[namespace] ?? {}
    const theirs = en[namespace] ?? {}
    for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
      const whole = `${namespace}.${key}`
      const [indonesian, english] = [ours[key], theirs[key]]
      if (indonesian === undefined || english === undefined) {
        problems.push(`${whole}: missing in ${indonesian === undefined ? 'Indonesian' : 'English'}`)
        continue
      }
      if (!indonesian.trim() || !english.trim()) problems.push(`${whole}: empty`)
      if (variablesOf(indonesian) !== variablesOf(english))
        problems.push(`${whole}: variables differ: ${variablesOf(indonesian)} / ${variablesOf(english)}`)
      if (indonesian === english && !mayBeEqual(indonesian))
        notes.push(`${whole}: the same in both languages`)
      const stem = whole.replace(/_(one|other)$/, '')
      const names = namespace === 'refusal' ? [key, whole] : [whole, stem]
      const shared = namespace === 'refusal' && sharedRefusals.includes(key)
      if (
        !shared &&
        !names.some((name) => literals.has(name)) &&
        !prefixes.some((prefix) => whole.startsWith(prefix))
      )
        problems.push(`${whole}: nobody uses it`)
    }
  }

  const sentences = id.refusal ?? {}
  const codes = [...source.matchAll(/(?:\brefuse|new Refusal)\(\s*['"]([\w.-]+)['"]/g)].map(
    (match) => match[1] ?? '',
  )
  for (const code of new Set([...codes, ...sharedRefusals]))
    if (!(code in sentences)) problems.push(`refusal.${code}: refused in the code, but without a sentence`)
  return { problems, notes }
}
