import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { regencyName } from '~/domain/beneficiary/regency-name.server'
import { authorize } from '~/domain/shared/permissions'
import { requireActor } from '~/platform/respond.server'
import { LinkButton } from '~/ui/button'
import { titleOf } from '~/ui/meta'
import { EmptyState } from '~/ui/notice'
import { Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('beneficiaries.notFound.title'))

export async function loader(args: LoaderFunctionArgs) {
  authorize(await requireActor(args), 'person.read')
  return { regency: await regencyName(new URL(args.request.url).searchParams.get('wilayah')) }
}

export default function PersonNotFound() {
  const { regency } = useLoaderData<typeof loader>()
  const t = useTexts()
  return (
    <Page
      title={t('beneficiaries.notFound.title')}
      breadcrumbs={[{ label: t('beneficiaries.list.title'), to: '/penerima' }]}
      help="penerima"
      narrow
    >
      <EmptyState
        title={
          regency ? t('beneficiaries.notFound.elsewhere', { regency }) : t('beneficiaries.notFound.nobody')
        }
        action={<LinkButton to="/penerima">{t('beneficiaries.notFound.back')}</LinkButton>}
      >
        {regency ? t('beneficiaries.notFound.elsewhere.text') : t('beneficiaries.notFound.nobody.text')}
      </EmptyState>
    </Page>
  )
}
