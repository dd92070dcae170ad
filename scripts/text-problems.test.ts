import { describe, expect, it } from 'vitest'
import { findTextProblems } from './text-problems'

const check = (id: Record<string, string>, en: Record<string, string>, source: string) =>
  findTextProblems({ id: { home: id }, en: { home: en }, source, sharedRefusals: [] }).problems

describe('the check of the texts', () => {
  it('passes texts that are whole and used', () => {
    expect(check({ title: 'Beranda' }, { title: 'Home' }, "t('home.title')")).toEqual([])
  })

  it('finds a key that one language lacks', () => {
    expect(check({ title: 'Beranda' }, {}, "t('home.title')")).toEqual(['home.title: missing in English'])
    expect(check({}, { title: 'Home' }, "t('home.title')")).toEqual(['home.title: missing in Indonesian'])
  })

  it('finds variables that differ and texts that are empty', () => {
    expect(check({ a: '{n} orang' }, { a: '{count} people' }, "t('home.a')")[0]).toContain('variables differ')
    expect(check({ a: 'ada' }, { a: ' ' }, "t('home.a')")).toEqual(['home.a: empty'])
  })

  it('finds a key that nobody uses, by literal, plural stem or template', () => {
    expect(check({ a: 'x' }, { a: 'x' }, '')).toEqual(['home.a: nobody uses it'])
    expect(
      check({ a_one: 'x', a_other: 'x' }, { a_one: 'x', a_other: 'x' }, "t.plural('home.a', n)"),
    ).toEqual([])
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source to be read
    expect(check({ 'tone.a': 'x' }, { 'tone.a': 'x' }, 't(`home.tone.${tone}`)')).toEqual([])
  })

  it('finds a refusal without a sentence, and a sentence that is never refused', () => {
    const found = findTextProblems({
      id: { refusal: { 'intake.old': 'Lama' } },
      en: { refusal: { 'intake.old': 'Old' } },
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source to be read
      source: "refuse('intake.new', { n })\nthrow new Refusal(\n  'intake.other')\nt.find(`refusal.${code}`)",
      sharedRefusals: ['not_found'],
    })
    expect(found.problems).toEqual([
      'refusal.intake.old: nobody uses it',
      'refusal.intake.new: refused in the code, but without a sentence',
      'refusal.intake.other: refused in the code, but without a sentence',
      'refusal.not_found: refused in the code, but without a sentence',
    ])
  })

  it('only notes a sentence that is the same in both languages', () => {
    const text = { a: 'Ini kalimat yang panjang' }
    const found = findTextProblems({
      id: { home: text },
      en: { home: text },
      source: "t('home.a')",
      sharedRefusals: [],
    })
    expect(found).toEqual({ problems: [], notes: ['home.a: the same in both languages'] })
  })
})
