import { integer, percent } from '~/ui/format'
import { type Column, Table } from '~/ui/table'
import { useLocale, useTexts } from '~/ui/texts'

export type QuotaLine = {
  regencyCode: string
  name: string
  persons: number
  placed: number
  poorPercent: number | null
  poorThousand: number | null
  figureYear: number | null
  source: string | null
  poorToAPlace: number | null
}

/** Quotas beside the poor people of each regency, so that unequal chances are seen. */
export function ProgrammeQuotaTable({ quotas }: { quotas: readonly QuotaLine[] }) {
  const t = useTexts()
  const locale = useLocale()
  const absent = <span className="text-muted">{t('programme.notPublished')}</span>
  const columns: Column<QuotaLine>[] = [
    { key: 'name', header: t('programme.column.regency'), lead: true, cell: (row) => row.name },
    {
      key: 'quota',
      header: t('programme.column.quota'),
      numeric: true,
      cell: (row) => integer(row.persons, locale),
    },
    {
      key: 'placed',
      header: t('programme.column.placed'),
      numeric: true,
      cell: (row) => integer(row.placed, locale),
    },
    {
      key: 'poor',
      header: t('programme.column.poor'),
      numeric: true,
      cell: (row) =>
        row.poorThousand === null ? absent : integer(Math.round(row.poorThousand * 1000), locale),
    },
    {
      key: 'percent',
      header: t('programme.column.poorPercent'),
      numeric: true,
      cell: (row) => (row.poorPercent === null ? absent : percent(row.poorPercent, locale)),
    },
    {
      key: 'chance',
      header: t('programme.column.chance'),
      numeric: true,
      cell: (row) => (row.poorToAPlace === null ? '–' : t('programme.chance', { n: row.poorToAPlace })),
    },
  ]
  const sum = (pick: (row: QuotaLine) => number) => quotas.reduce((total, row) => total + pick(row), 0)
  const dated = quotas.find((row) => row.figureYear !== null)
  return (
    <>
      <Table
        caption={t('programme.quotas.title')}
        columns={columns}
        rows={quotas}
        rowKey={(row) => row.regencyCode}
        footer={
          <tr>
            <th scope="row" className="px-3 py-2 text-start">
              {t('programme.quotas.total')}
            </th>
            <td data-label={t('programme.column.quota')} className="px-3 py-2 text-end">
              {integer(
                sum((row) => row.persons),
                locale,
              )}
            </td>
            <td data-label={t('programme.column.placed')} className="px-3 py-2 text-end">
              {integer(
                sum((row) => row.placed),
                locale,
              )}
            </td>
            <td colSpan={3} />
          </tr>
        }
      />
      <p className="max-w-prose text-sm text-muted">
        {t('programme.quotas.unequal')}
        {dated?.figureYear &&
          dated.source &&
          ` ${t('programme.quotas.source', { year: dated.figureYear, source: dated.source })}`}
      </p>
    </>
  )
}
