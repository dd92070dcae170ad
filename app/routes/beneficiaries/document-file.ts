import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { getDocumentFile } from '~/domain/beneficiary/document-queries.server'
import { idIn } from '~/platform/address.server'
import { openFile } from '~/platform/files.server'
import { requireActor } from '~/platform/respond.server'

/** A document as it is kept, for whoever may read it now; nothing on the way keeps a copy, and no script in it runs. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const document = await getDocumentFile(actor, idIn(args, 'id'), idIn(args, 'documentId'))
  const download =
    new URL(args.request.url).searchParams.has('unduh') || document.mediaType === 'application/pdf'
  return new Response(createReadableStreamFromReadable(openFile(document.storageKey)), {
    headers: {
      'Content-Type': document.mediaType,
      'Content-Length': String(document.sizeBytes),
      'Content-Disposition': `${download ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeURIComponent(document.fileName)}`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
    },
  })
}
