import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { downloadBankFile } from '~/domain/disbursement/download-bank-file.server'
import { submit } from '~/platform/respond.server'

const nothing = z.object({})

/** The file for the bank; taking it is noted, so it comes by a form and not by a link. */
export async function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: nothing,
    command: (actor, _input, at) => downloadBankFile(actor, { batchId: args.params.id ?? '' }, at),
    done: ({ fileName, text }) =>
      new Response(text, {
        headers: {
          'Content-Type': 'text/csv; charset=utf-8',
          'Content-Disposition': `attachment; filename="${fileName}"`,
          'Cache-Control': 'no-store',
        },
      }),
  })
}
