import type { RowProblem } from './candidate'

type Sentences = { find(key: string, values?: Readonly<Record<string, string | number>>): string | undefined }

/** A problem in words, in whatever language the texts are. */
export function problemSentence(problem: Pick<RowProblem, 'code' | 'params'>, t: Sentences): string {
  const params = problem.params ?? {}
  const meant = params.nearest ? t.find('intake.problem.nearest', params) : undefined
  const number = params.number ? t.find('intake.problem.number', params) : undefined
  return [t.find(`intake.problem.${problem.code}`, params) ?? problem.code, meant, number]
    .filter(Boolean)
    .join(' ')
}
