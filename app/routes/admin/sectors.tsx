import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SectorNameFields } from '~/components/sector-name-fields'
import { sectorForm } from '~/domain/programme/sector.form.server'
import { addSector, listSectors } from '~/domain/programme/sectors.server'
import { may } from '~/domain/shared/permissions'
import { requireActor, submit } from '~/platform/respond.server'
import { Badge } from '~/ui/badge'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { integer } from '~/ui/format'
import { titleOf } from '~/ui/meta'
import { Card, Page, Section } from '~/ui/page'
import { type Column, Table } from '~/ui/table'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('admin.sectors.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return { sectors: await listSectors(actor), writes: may(actor, 'sector.write') }
}

export function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: sectorForm,
    command: (actor, input, at, key) => addSector(actor, input, at, key),
    done: (_result, t) => ({ to: '/admin/sektor', message: t('admin.sectors.added') }),
  })
}

type Sector = Awaited<ReturnType<typeof listSectors>>[number]

export default function Sectors() {
  const { sectors, writes } = useLoaderData<typeof loader>()
  const t = useTexts()
  const columns: Column<Sector>[] = [
    {
      key: 'nameId',
      header: t('admin.sectors.nameId'),
      lead: true,
      cell: ({ code, nameId }) =>
        writes ? (
          <a href={`/admin/sektor/${code}`} className="text-accent underline">
            {nameId}
          </a>
        ) : (
          nameId
        ),
    },
    { key: 'nameEn', header: t('admin.sectors.nameEn'), cell: ({ nameEn }) => nameEn },
    { key: 'code', header: t('admin.sectors.code'), cell: ({ code }) => <code>{code}</code> },
    {
      key: 'programmes',
      header: t('admin.sectors.programmes'),
      numeric: true,
      cell: ({ programmes }) => integer(programmes, t.locale),
    },
    { key: 'state', header: t('admin.sectors.state'), cell: (sector) => <SectorState sector={sector} /> },
  ]
  return (
    <Page
      title={t('admin.sectors.title')}
      lead={t('admin.sectors.lead')}
      breadcrumbs={[{ label: t('admin.title'), to: '/admin' }]}
      help="admin"
      ask={t('admin.ask')}
    >
      <Table
        caption={t('admin.sectors.title')}
        columns={columns}
        rows={sectors}
        rowKey={({ code }) => code}
      />
      {writes && <AddSector />}
    </Page>
  )
}

function SectorState({ sector }: { sector: Sector }) {
  const t = useTexts()
  if (sector.basic) return <Badge tone="info">{t('admin.sectors.basic')}</Badge>
  return (
    <Badge tone={sector.active ? 'success' : 'neutral'}>
      {t(sector.active ? 'admin.sectors.active' : 'admin.sectors.inactive')}
    </Badge>
  )
}

function AddSector() {
  const t = useTexts()
  const { form, fields } = useFields<InputOf<typeof sectorForm>>({ id: 'sektor' })
  return (
    <Section title={t('admin.sectors.add')}>
      <Card className="max-w-3xl">
        <Form of={form}>
          <SectorNameFields fields={fields} />
          <FormActions>
            <SubmitButton>{t('admin.sectors.add.submit')}</SubmitButton>
          </FormActions>
        </Form>
      </Card>
    </Section>
  )
}
