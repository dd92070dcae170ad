import type { LoaderFunctionArgs } from '@remix-run/node'
import { drawLetter } from '~/domain/verification/papers.server'
import { getResultLetter } from '~/domain/verification/result-letter.server'
import { idIn } from '~/platform/address.server'
import { now } from '~/platform/clock.server'
import { pdfResponse } from '~/platform/pdf.server'
import { requireActor } from '~/platform/respond.server'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const at = now()
  const letter = await getResultLetter(actor, idIn(args, 'id'), at)
  return pdfResponse(await drawLetter(letter, at), `surat-hasil-${letter.registrationNumber}.pdf`)
}
