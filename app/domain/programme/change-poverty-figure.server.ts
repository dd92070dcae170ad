import { write } from '~/domain/audit/write.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import type { PovertyFigureEntry } from './poverty.form.server'

/**
 * Sets a published poverty figure of an area and month, with its source. Refuses `not_found` for an unknown area, and
 * `programme.figure_empty` when nothing of it was published.
 */
export async function changePovertyFigure(
  actor: Actor,
  entry: PovertyFigureEntry,
  at: Date,
  key?: string,
): Promise<{ areaCode: string }> {
  authorize(actor, 'programme.write')
  const { areaCode, year, month, source } = entry
  const figure = {
    poorPercent: entry.poorPercent ?? null,
    poorThousand: entry.poorThousand ?? null,
    povertyLineRupiah: entry.povertyLineRupiah ?? null,
    source,
  }
  if (figure.poorPercent === null && figure.poorThousand === null && figure.povertyLineRupiah === null) {
    refuse('programme.figure_empty', {}, { kind: 'invalid', field: 'poorPercent' })
  }
  return write(
    actor,
    async (tx, record) => {
      const area = await tx.region.findUnique({ where: { code: areaCode }, select: { code: true } })
      if (!area) refuse('not_found')
      const place = { areaCode_year_month: { areaCode, year, month } }
      const before = await tx.povertyFigure.findUnique({ where: place })
      await tx.povertyFigure.upsert({
        where: place,
        create: { areaCode, year, month, ...figure },
        update: figure,
      })
      record({
        kind: 'poverty_figure.changed',
        subject: { type: 'system', id: `poverty ${areaCode} ${year}-${month}` },
        ...(areaCode.length > 2 ? { regencyCode: areaCode } : {}),
        facts: {
          year,
          month,
          source,
          percent: `${before?.poorPercent ?? ''} > ${figure.poorPercent ?? ''}`,
          thousand: `${before?.poorThousand ?? ''} > ${figure.poorThousand ?? ''}`,
          line: `${before?.povertyLineRupiah ?? ''} > ${figure.povertyLineRupiah ?? ''}`,
        },
      })
      return { areaCode }
    },
    { key, form: 'programme.poverty', at },
  )
}
