import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useActor } from '~/components/actor'
import { PersonTimeline } from '~/components/person-timeline'
import { getPersonSummary, type PersonSummary } from '~/domain/beneficiary/person-queries.server'
import type { PersonalNumber } from '~/domain/beneficiary/personal-number'
import { listSectors } from '~/domain/enterprise/queries.server'
import { sectorLabel } from '~/domain/enterprise/sectors'
import { may } from '~/domain/shared/permissions'
import { idIn } from '~/platform/address.server'
import { now } from '~/platform/clock.server'
import { requireActor } from '~/platform/respond.server'
import { TextLink } from '~/ui/button'
import { DescriptionList } from '~/ui/description-list'
import { day } from '~/ui/format'
import { Instant, Money } from '~/ui/money'
import { Card } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const [person, sectors] = await Promise.all([
    getPersonSummary(actor, idIn(args, 'id'), now()),
    listSectors(),
  ])
  return { person, sectors }
}

export default function Summary() {
  const { person, sectors } = useLoaderData<typeof loader>()
  const t = useTexts()
  const sector = (code: string | null) => sectorLabel(sectors, code, t.locale)
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[1fr_20rem]">
      <div className="grid content-start gap-5">
        <Identity person={person} />
        <Card title={t('beneficiaries.data.household')}>
          <DescriptionList
            entries={[
              { label: t('beneficiaries.field.decile'), value: person.decile },
              { label: t('beneficiaries.field.dtsen'), value: person.dtsenVersion },
              {
                label: t('beneficiaries.field.matchedOn'),
                value: person.matchedOn && day(person.matchedOn, t.locale),
              },
              ...(person.income
                ? [
                    {
                      label: t('beneficiaries.field.income'),
                      value: person.income.monthlyRupiah !== null && (
                        <Money rupiah={person.income.monthlyRupiah} />
                      ),
                    },
                    { label: t('beneficiaries.field.householdSize'), value: person.income.householdSize },
                    {
                      label: t('beneficiaries.field.perHead'),
                      value: person.income.perHeadRupiah !== null && (
                        <Money rupiah={person.income.perHeadRupiah} />
                      ),
                    },
                  ].map((entry) => ({ ...entry, value: entry.value === false ? null : entry.value }))
                : []),
            ]}
          />
        </Card>
        <Card title={t('beneficiaries.data.programme')}>
          <DescriptionList
            entries={[
              { label: t('beneficiaries.field.wishedSector'), value: sector(person.wishedSector) },
              { label: t('beneficiaries.field.sector'), value: sector(person.sectorCode) },
              {
                label: t('beneficiaries.field.cohort'),
                value: person.cohort && (
                  <TextLink to={`/pelatihan/${person.cohort.id}`}>{person.cohort.name}</TextLink>
                ),
              },
              { label: t('beneficiaries.field.companion'), value: person.companion },
              { label: t('beneficiaries.field.registeredBy'), value: person.registeredBy },
              { label: t('beneficiaries.field.registeredAt'), value: <Instant at={person.registeredAt} /> },
              { label: t('beneficiaries.field.note'), value: person.note, wide: true },
            ]}
          />
        </Card>
      </div>
      <Card title={t('beneficiaries.road.title')}>
        <PersonTimeline road={person.road} />
      </Card>
    </div>
  )
}

function Identity({ person }: { person: PersonSummary }) {
  const t = useTexts()
  const rtRw = person.rt || person.rw ? ` RT ${person.rt ?? '–'}/RW ${person.rw ?? '–'}` : ''
  return (
    <Card title={t('beneficiaries.data.identity')}>
      <DescriptionList
        entries={[
          {
            label: t('beneficiaries.number.nik'),
            value: <Masked personId={person.id} number="nik" shown={person.nik} />,
          },
          {
            label: t('beneficiaries.number.kk'),
            value: <Masked personId={person.id} number="kk" shown={person.kk} />,
          },
          {
            label: t('beneficiaries.number.phone'),
            value: <Masked personId={person.id} number="phone" shown={person.phone} />,
          },
          ...(person.account
            ? [
                {
                  label: t('beneficiaries.number.account'),
                  value: (
                    <>
                      {person.account.bank}{' '}
                      <Masked personId={person.id} number="account" shown={person.account.number} />
                    </>
                  ),
                },
              ]
            : []),
          person.birth
            ? {
                label: t('beneficiaries.field.birth'),
                value: t('beneficiaries.field.birth.value', {
                  place: person.birth.place ?? '–',
                  day: day(person.birth.on, t.locale),
                  age: person.age,
                }),
              }
            : {
                label: t('beneficiaries.field.age'),
                value: t('beneficiaries.field.age.years', { n: person.age }),
              },
          { label: t('beneficiaries.field.sex'), value: t(`beneficiaries.sex.${person.sex}`) },
          {
            label: t('beneficiaries.field.address'),
            value: `${person.address}${rtRw}, ${person.village}, ${person.district}, ${person.regency}`,
            wide: true,
          },
        ]}
      />
    </Card>
  )
}

function Masked({
  personId,
  number,
  shown,
}: {
  personId: string
  number: PersonalNumber
  shown: string | null
}) {
  const t = useTexts()
  const actor = useActor()
  if (!shown) return <>–</>
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <span className="figures">{shown}</span>
      {actor && may(actor, 'person.reveal') && (
        <span data-chrome>
          <TextLink to={`/penerima/${personId}/buka?nomor=${number}`}>
            {t('beneficiaries.reveal.link')}
          </TextLink>
        </span>
      )}
    </span>
  )
}
