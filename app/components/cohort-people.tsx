import { percent } from '~/ui/format'
import { type Column, Table } from '~/ui/table'
import { useTexts } from '~/ui/texts'
import { StandingBadge } from './training-badges'

type Person = {
  enrolmentId: string
  name: string
  number: number
  status: string
  outcome: string | null
  outcomeReason: string | null
  tally: { attended: number; counted: number }
  rate: number | null
  reaches: boolean
  losingTouch: boolean
}

/** The people of a cohort with their attendance so far, or how it ended. */
export function CohortPeople({ people }: { people: readonly Person[] }) {
  const t = useTexts()
  const columns: Column<Person>[] = [
    {
      key: 'name',
      header: t('training.people.name'),
      lead: true,
      cell: (person) => (
        <a href={`/pelatihan/peserta/${person.enrolmentId}`} className="text-accent underline">
          {person.name}
        </a>
      ),
    },
    {
      key: 'number',
      header: t('training.people.number'),
      className: 'max-sm:hidden',
      cell: ({ number }) => <span className="figures">{String(number).padStart(6, '0')}</span>,
    },
    {
      key: 'attended',
      header: t('training.people.attended'),
      numeric: true,
      cell: ({ tally }) => t('training.people.attended.of', tally),
    },
    {
      key: 'rate',
      header: t('training.people.rate'),
      numeric: true,
      cell: ({ rate }) => (rate === null ? '–' : percent(rate, t.locale)),
    },
    {
      key: 'state',
      header: t('training.people.state'),
      cell: (person) => (
        <>
          <StandingBadge person={person} />
          {person.outcomeReason && (
            <span className="mt-1 block text-sm text-muted">{person.outcomeReason}</span>
          )}
        </>
      ),
    },
  ]
  return (
    <Table
      caption={t('training.people')}
      columns={columns}
      rows={people}
      rowKey={(person) => person.enrolmentId}
    />
  )
}
