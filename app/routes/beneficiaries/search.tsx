import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PeopleSearch } from '~/components/people-filters'
import { findPerson } from '~/domain/beneficiary/find-person.server'
import { filterFrom, paramsOf } from '~/domain/beneficiary/people-filter'
import { searchForm } from '~/domain/beneficiary/search.form.server'
import { currentProgramme } from '~/domain/programme/queries.server'
import { authorize } from '~/domain/shared/permissions'
import { requireActor, submit } from '~/platform/respond.server'
import { titleOf } from '~/ui/meta'
import { Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('beneficiaries.search.title'))

/** The address of the search holds no words: they are sent, so that no personal number comes into a log or a history. */
export async function loader(args: LoaderFunctionArgs) {
  authorize(await requireActor(args), 'person.read')
  return { filter: filterFrom(new URLSearchParams()) }
}

export function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: searchForm,
    command: async (actor, { cari }) => {
      const programme = await currentProgramme()
      authorize(actor, 'person.read')
      return programme ? findPerson(actor, programme.id, cari) : { found: 'name' as const }
    },
    done: (result, _t, { cari, saringan }) => {
      if (result.found === 'person') return { to: `/penerima/${result.id}` }
      if (result.found === 'elsewhere')
        return { to: `/penerima/tidak-ditemukan?wilayah=${result.regencyCode}` }
      if (result.found === 'nobody') return { to: '/penerima/tidak-ditemukan' }
      return { to: `/penerima?${paramsOf({ ...filterFrom(new URLSearchParams(saringan)), search: cari })}` }
    },
    hide: ['cari'],
  })
}

export default function Search() {
  const { filter } = useLoaderData<typeof loader>()
  const t = useTexts()
  return (
    <Page
      title={t('beneficiaries.search.title')}
      breadcrumbs={[{ label: t('beneficiaries.list.title'), to: '/penerima' }]}
      help="penerima"
      narrow
    >
      <PeopleSearch filter={filter} />
    </Page>
  )
}
