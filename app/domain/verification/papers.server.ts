import { addDays } from '~/domain/shared/day'
import { terbilangRupiah } from '~/domain/shared/terbilang'
import type { Texts } from '~/messages/texts'
import { dayIn } from '~/platform/clock.server'
import { officeFrame } from '~/platform/documents/office.server'
import { textsFor } from '~/platform/i18n.server'
import { makePdf, type Paper, type PdfColumn } from '~/platform/pdf.server'
import { day, instant, integer, rupiah } from '~/ui/format'
import type { getDecree, NamedPerson } from './decree-queries.server'
import type { getPeriod } from './objection-queries.server'
import type { getResultLetter, Result } from './result-letter.server'

/** Official papers are in Indonesian, whatever language their printer reads. */
const LOCALE = 'id'

type Decree = Awaited<ReturnType<typeof getDecree>>

/** The annex of a decree: its facts, totals by regency, and every name under its regency. */
export function drawAnnex(decree: Decree, at: Date): Promise<Buffer> {
  const t = textsFor(LOCALE)
  const frame = officeFrame(t, {
    title: t('verification.annex.title'),
    subtitle: t('verification.annex.subtitle', { number: decree.number, day: day(decree.datedOn, LOCALE) }),
    madeAt: at,
    madeAtText: instant(at, LOCALE),
  })
  return makePdf(frame, (paper) => {
    paper.facts([
      [t('verification.annex.subject'), decree.subject],
      [t('verification.annex.programme'), `${decree.programme?.code ?? ''} ${decree.programme?.name ?? ''}`],
      ...(decree.amends
        ? ([
            [
              t('verification.annex.amends'),
              `${decree.amends.number}, ${day(decree.amends.datedOn, LOCALE)}`,
            ],
          ] as const)
        : []),
      [t('verification.annex.persons'), integer(decree.persons, LOCALE)],
      [t('verification.annex.amount'), rupiah(decree.totalRupiah)],
      [t('verification.annex.inWords'), terbilangRupiah(decree.totalRupiah)],
    ])
    if (decree.totals.reduce((sum, line) => sum + line.added, 0) < decree.persons)
      paper.paragraph(t('verification.annex.part'))
    drawTotals(paper, decree, t)
    for (const { code, name } of decree.totals) {
      const named = decree.people.filter((person) => person.regencyCode === code && person.action === 'added')
      if (named.length === 0) continue
      paper.heading(t('verification.annex.regency', { regency: name, n: named.length }))
      paper.table(nameColumns(t), named.map(nameRow))
    }
    const struck = decree.people.filter((person) => person.action === 'removed')
    if (struck.length > 0) {
      paper.heading(t('verification.annex.removed'))
      paper.table(nameColumns(t), struck.map(nameRow))
    }
    paper.signatures([
      {
        place: t('verification.letter.place'),
        on: day(decree.datedOn, LOCALE),
        office: t('verification.letter.office'),
      },
    ])
  })
}

function drawTotals(paper: Paper, decree: Decree, t: Texts): void {
  const sum = decree.totals.reduce((total, line) => total + line.ceilingRupiah, 0n)
  const count = (pick: 'added' | 'removed') => decree.totals.reduce((total, line) => total + line[pick], 0)
  paper.table(
    [
      { title: t('verification.column.regency'), weight: 5 },
      { title: t('verification.column.added'), weight: 2, align: 'right' },
      { title: t('verification.column.removed'), weight: 2, align: 'right' },
      { title: t('verification.column.ceiling'), weight: 3, align: 'right' },
    ],
    [
      ...decree.totals.map((line) => ({
        cells: [
          line.name,
          integer(line.added, LOCALE),
          integer(line.removed, LOCALE),
          rupiah(line.ceilingRupiah),
        ],
      })),
      {
        cells: [
          t('verification.decree.total'),
          integer(count('added'), LOCALE),
          integer(count('removed'), LOCALE),
          rupiah(sum),
        ],
        strong: true,
      },
    ],
  )
}

function nameColumns(t: Texts): PdfColumn[] {
  return [
    { title: t('verification.annex.no'), weight: 1, align: 'right' },
    { title: t('verification.column.name'), weight: 5 },
    { title: t('verification.column.registration'), weight: 3.4 },
    { title: t('verification.column.village'), weight: 4.4 },
    { title: t('verification.column.ceiling'), weight: 2.6, align: 'right' },
  ]
}

function nameRow(person: NamedPerson, index: number) {
  const place = [person.village, person.district].filter(Boolean).join(', ')
  return {
    cells: [String(index + 1), person.name, person.registrationNumber, place, rupiah(person.ceilingRupiah)],
  }
}

type Period = Awaited<ReturnType<typeof getPeriod>>

/** The list for the notice board: name, village and rank, nothing else of anybody. */
export function drawPublishedList(period: Period, at: Date): Promise<Buffer> {
  const t = textsFor(LOCALE)
  const frame = officeFrame(t, {
    title: t('verification.list.title'),
    subtitle: t('verification.list.subtitle', {
      regency: period.regency,
      programme: period.programme?.name ?? '',
      year: period.programme?.fiscalYear ?? 0,
    }),
    madeAt: at,
    madeAtText: instant(at, LOCALE),
  })
  return makePdf(frame, (paper) => {
    paper.paragraph(t('verification.list.text', { until: day(addDays(period.closesOn, -1), LOCALE) }))
    paper.table(
      [
        { title: t('verification.column.rank'), weight: 1.4, align: 'right' },
        { title: t('verification.column.name'), weight: 5 },
        { title: t('verification.column.village'), weight: 6 },
      ],
      period.people.map((person) => ({
        cells: [
          String(person.rank),
          person.name,
          [person.village, person.district].filter(Boolean).join(', '),
        ],
      })),
    )
    paper.signatures([
      {
        place: t('verification.letter.place'),
        on: day(period.publishedOn, LOCALE),
        office: t('verification.letter.office'),
      },
    ])
  })
}

type Letter = Awaited<ReturnType<typeof getResultLetter>>

/** A person's letter of result. */
export function drawLetter(letter: Letter, at: Date): Promise<Buffer> {
  const t = textsFor(LOCALE)
  const frame = officeFrame(t, {
    title: t('verification.letter.title'),
    subtitle: t('verification.letter.number', { number: letter.registrationNumber }),
    madeAt: at,
    madeAtText: instant(at, LOCALE),
  })
  return makePdf(frame, (paper) => {
    paper.paragraph(t('verification.letter.to'))
    paper.paragraph(`${letter.name}\n${letter.address}`)
    paper.paragraph(
      t('verification.letter.opening', { programme: letter.programme, year: letter.fiscalYear }),
    )
    for (const sentence of sayResult(letter.result, t)) paper.paragraph(sentence)
    paper.paragraph(t('verification.letter.closing'))
    paper.signatures([
      {
        place: t('verification.letter.place'),
        on: day(dayIn(at), LOCALE),
        office: t('verification.letter.office'),
      },
    ])
  })
}

function sayResult(result: Result, t: Texts): string[] {
  switch (result.kind) {
    case 'accepted':
      return [
        t('verification.letter.accepted', { number: result.decreeNumber, day: day(result.datedOn, LOCALE) }),
        t('verification.letter.accepted.next', { ceiling: rupiah(result.ceilingRupiah) }),
      ]
    case 'waiting':
      return [
        t('verification.letter.waiting', { position: result.position, of: result.of }),
        t('verification.letter.waiting.next'),
      ]
    case 'rejected':
      return [
        t('verification.letter.rejected', { reason: result.reason }),
        t('verification.letter.rejected.next'),
      ]
  }
}
