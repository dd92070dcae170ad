import { Readable } from 'node:stream'
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { annotatedFile } from '~/domain/intake/annotated-file.server'
import { refuse } from '~/domain/shared/refusal'
import { csvBytes, downloadHeaders, xlsxBytes } from '~/platform/export.server'
import { textsFor } from '~/platform/i18n.server'
import { requireActor } from '~/platform/respond.server'

/** The file as it came, with the verdict and the reasons beside each row. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { id = '', format } = args.params
  if (format !== 'csv' && format !== 'xlsx') return refuse('not_found')
  const { name, sheet } = await annotatedFile(actor, id, textsFor(actor.locale))
  const bytes = format === 'csv' ? csvBytes(sheet) : xlsxBytes(sheet)
  return new Response(createReadableStreamFromReadable(Readable.from(bytes)), {
    headers: downloadHeaders(name, format),
  })
}
