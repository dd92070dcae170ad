import type { LoaderFunctionArgs } from '@remix-run/node'
import { templateCsv, templateXlsx } from '~/domain/intake/template-file.server'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { downloadHeaders } from '~/platform/export.server'
import { textsFor } from '~/platform/i18n.server'
import { requireActor } from '~/platform/respond.server'

/** The empty import file, with its columns. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'intake.read')
  const { format } = args.params
  if (format === 'csv')
    return new Response(templateCsv(), { headers: downloadHeaders('templat-usulan', 'csv') })
  if (format !== 'xlsx') return refuse('not_found')
  return new Response(Buffer.from(await templateXlsx(textsFor(actor.locale))), {
    headers: downloadHeaders('templat-usulan', 'xlsx'),
  })
}
