import type { LoaderFunctionArgs } from '@remix-run/node'
import { getPeriod } from '~/domain/verification/objection-queries.server'
import { drawPublishedList } from '~/domain/verification/papers.server'
import { idIn } from '~/platform/address.server'
import { now } from '~/platform/clock.server'
import { pdfResponse } from '~/platform/pdf.server'
import { requireActor } from '~/platform/respond.server'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const period = await getPeriod(actor, idIn(args, 'periodId'))
  return pdfResponse(
    await drawPublishedList(period, now()),
    `pengumuman-${period.regencyCode}-${period.publishedOn}.pdf`,
  )
}
