import type { LoaderFunctionArgs } from '@remix-run/node'
import { printCertificates } from '~/domain/training/print-certificates.server'
import { idIn } from '~/platform/address.server'
import { now } from '~/platform/clock.server'
import { pdfResponse } from '~/platform/pdf.server'
import { requireActor } from '~/platform/respond.server'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { bytes, fileName } = await printCertificates(
    actor,
    { enrolmentId: idIn(args, 'enrolmentId') },
    now(),
  )
  return pdfResponse(bytes, fileName)
}
