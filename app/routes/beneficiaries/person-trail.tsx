import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { TrailList } from '~/components/trail-list'
import { listTrail } from '~/domain/beneficiary/trail.server'
import { idIn } from '~/platform/address.server'
import { requireActor } from '~/platform/respond.server'
import { Pagination } from '~/ui/pagination'
import { useTexts } from '~/ui/texts'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return listTrail(actor, idIn(args, 'id'), new URL(args.request.url).searchParams.get('setelah'))
}

export default function Trail() {
  const { entries, after } = useLoaderData<typeof loader>()
  const t = useTexts()
  return (
    <div className="grid gap-4">
      <p className="max-w-prose text-muted">{t('beneficiaries.trail.lead')}</p>
      <TrailList entries={entries} />
      <Pagination after={after} />
    </div>
  )
}
