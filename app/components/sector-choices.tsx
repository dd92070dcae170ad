import { type SectorName, sectorLabel } from '~/domain/enterprise/sectors'
import { Badge } from '~/ui/badge'
import { Money } from '~/ui/money'
import { type Column, Table } from '~/ui/table'
import { useTexts } from '~/ui/texts'

type Offered = { sectorCode: string; ceilingRupiah: bigint; form: string }

type Props = {
  offered: readonly Offered[]
  sectors: readonly SectorName[]
  wished: string | null
  advised: readonly string[]
  planned: string | null
}

/** The sectors a programme year offers with their ceilings; each says whether it was wished, advised or planned. */
export function SectorChoices({ offered, sectors, wished, advised, planned }: Props) {
  const t = useTexts()
  const columns: Column<Offered>[] = [
    {
      key: 'sector',
      header: t('enterprise.person.sector'),
      lead: true,
      cell: ({ sectorCode }) => sectorLabel(sectors, sectorCode, t.locale),
    },
    {
      key: 'ceiling',
      header: t('enterprise.person.offered.ceiling'),
      numeric: true,
      cell: ({ ceilingRupiah }) => <Money rupiah={ceilingRupiah} />,
    },
    {
      key: 'form',
      header: t('enterprise.person.offered.form'),
      cell: ({ form }) => t(form === 'goods' ? 'enterprise.form.goods' : 'enterprise.form.money'),
    },
    {
      key: 'fits',
      header: t('enterprise.person.offered.fits'),
      cell: ({ sectorCode }) => (
        <span className="flex flex-wrap justify-end gap-1 sm:justify-start">
          {sectorCode === wished && <Badge tone="info">{t('enterprise.person.fit.wish')}</Badge>}
          {advised.includes(sectorCode) && <Badge tone="accent">{t('enterprise.person.fit.advice')}</Badge>}
          {sectorCode === planned && <Badge tone="success">{t('enterprise.person.fit.plan')}</Badge>}
        </span>
      ),
    },
  ]
  return (
    <Table
      caption={t('enterprise.person.offered')}
      captionHidden={false}
      columns={columns}
      rows={offered}
      rowKey={(one) => one.sectorCode}
    />
  )
}
