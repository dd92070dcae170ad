import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { getExport } from '~/domain/beneficiary/export-file.server'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { idIn } from '~/platform/address.server'
import { downloadHeaders } from '~/platform/export.server'
import { openFile } from '~/platform/files.server'
import { requireActor } from '~/platform/respond.server'

/** The file of a finished export, for whoever asked for it. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'person.export')
  const { file, format } = await getExport(actor, idIn(args, 'runId'))
  return new Response(createReadableStreamFromReadable(openFile(file ?? refuse('not_found'))), {
    headers: downloadHeaders('penerima', format),
  })
}
