import { Readable } from 'node:stream'
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { noteTrailExport } from '~/domain/audit/export-trail.server'
import { eventsToExport } from '~/domain/audit/queries.server'
import { trailFilterFrom } from '~/domain/audit/trail-filter'
import { now } from '~/platform/clock.server'
import { csvBytes, downloadHeaders } from '~/platform/export.server'
import { requireActor } from '~/platform/respond.server'

const HEADER = [
  'nomor',
  'waktu',
  'dicatat',
  'kejadian',
  'pelaku',
  'jenis_subjek',
  'id_subjek',
  'id_penerima',
  'wilayah',
  'fakta',
]

/** The filtered trail as CSV; that it was taken is an event itself. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const filter = trailFilterFrom(new URL(args.request.url).searchParams)
  await noteTrailExport(actor, filter, now())
  async function* rows() {
    for await (const row of eventsToExport(actor, filter))
      yield [
        String(row.id),
        row.at.toISOString(),
        row.recordedAt.toISOString(),
        row.kind,
        row.actorName,
        row.subjectType,
        row.subjectId,
        row.beneficiaryId,
        row.regencyCode,
        JSON.stringify(row.facts),
      ]
  }
  const bytes = Readable.from(csvBytes({ name: 'jejak', header: HEADER, rows: rows() }))
  return new Response(createReadableStreamFromReadable(bytes), {
    headers: downloadHeaders('jejak-audit', 'csv'),
  })
}
