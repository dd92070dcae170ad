import type { LoaderFunctionArgs } from '@remix-run/node'
import { getDecree } from '~/domain/verification/decree-queries.server'
import { drawAnnex } from '~/domain/verification/papers.server'
import { idIn } from '~/platform/address.server'
import { now } from '~/platform/clock.server'
import { pdfResponse } from '~/platform/pdf.server'
import { requireActor } from '~/platform/respond.server'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const decree = await getDecree(actor, idIn(args, 'decreeId'))
  return pdfResponse(await drawAnnex(decree, now()), `lampiran-${decree.number}.pdf`)
}
