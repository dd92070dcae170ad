import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { changePovertyFigure } from '~/domain/programme/change-poverty-figure.server'
import { povertyFigureForm } from '~/domain/programme/poverty.form.server'
import { listPovertyAreas, listPovertyFigures } from '~/domain/programme/poverty-queries.server'
import { may } from '~/domain/shared/permissions'
import { requireActor, submit } from '~/platform/respond.server'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { decimal } from '~/ui/format'
import { RupiahInput, Select, TextInput } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { Money } from '~/ui/money'
import { EmptyState } from '~/ui/notice'
import { Card, Page } from '~/ui/page'
import { Table } from '~/ui/table'
import { useLocale, useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('programme.poverty.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return {
    figures: await listPovertyFigures(actor),
    areas: await listPovertyAreas(),
    mayWrite: may(actor, 'programme.write'),
  }
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: povertyFigureForm,
    command: (actor, input, at, key) => changePovertyFigure(actor, input, at, key),
    done: (_, t) => ({ to: '/program/angka-kemiskinan', message: t('programme.poverty.done') }),
  })
}

export default function PovertyFigures() {
  const { figures, areas, mayWrite } = useLoaderData<typeof loader>()
  const t = useTexts()
  const locale = useLocale()
  const absent = <span className="text-muted">{t('programme.notPublished')}</span>
  const month = (number: number) =>
    number === 3 ? t('programme.month.3') : number === 9 ? t('programme.month.9') : String(number)
  return (
    <Page
      title={t('programme.poverty.title')}
      lead={t('programme.poverty.lead')}
      breadcrumbs={[{ label: t('programme.list.title'), to: '/program' }]}
      help="program#angka-kemiskinan"
    >
      {mayWrite && <AddFigure areas={areas} />}
      <Table
        caption={t('programme.poverty.title')}
        rows={figures}
        rowKey={(row) => `${row.areaCode} ${row.year}-${row.month}`}
        empty={<EmptyState title={t('programme.poverty.empty')} />}
        columns={[
          { key: 'area', header: t('programme.column.area'), lead: true, cell: (row) => row.areaName },
          {
            key: 'period',
            header: t('programme.column.period'),
            cell: (row) => `${month(row.month)} ${row.year}`,
          },
          {
            key: 'percent',
            header: t('programme.column.percent'),
            numeric: true,
            cell: (row) => (row.poorPercent === null ? absent : decimal(row.poorPercent, locale)),
          },
          {
            key: 'thousand',
            header: t('programme.column.thousand'),
            numeric: true,
            cell: (row) => (row.poorThousand === null ? absent : decimal(row.poorThousand, locale)),
          },
          {
            key: 'line',
            header: t('programme.column.line'),
            numeric: true,
            cell: (row) =>
              row.povertyLineRupiah === null ? absent : <Money rupiah={row.povertyLineRupiah} />,
          },
          { key: 'source', header: t('programme.column.source'), cell: (row) => row.source },
        ]}
      />
    </Page>
  )
}

function AddFigure({ areas }: { areas: readonly { code: string; name: string }[] }) {
  const t = useTexts()
  const { form, fields, answer } = useFields<InputOf<typeof povertyFigureForm>>()
  return (
    <details open={answer !== undefined} className="rounded-card border border-line bg-surface p-4">
      <summary className="font-semibold text-accent coarse:min-h-[44px]">
        {t('programme.poverty.add')}
      </summary>
      <Card className="mt-3 border-0 p-0 sm:p-0">
        <Form of={form}>
          <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
            <Select
              field={fields.areaCode}
              label={t('programme.field.area')}
              required
              options={areas.map((area) => ({ value: area.code, label: area.name }))}
            />
            <TextInput
              field={fields.year}
              label={t('programme.field.year')}
              required
              inputMode="numeric"
              maxLength={4}
            />
            <Select
              field={fields.month}
              label={t('programme.field.month')}
              required
              options={[
                { value: '3', label: t('programme.month.3') },
                { value: '9', label: t('programme.month.9') },
              ]}
            />
            <TextInput
              field={fields.poorPercent}
              label={t('programme.field.percent')}
              inputMode="decimal"
              maxLength={5}
            />
            <TextInput
              field={fields.poorThousand}
              label={t('programme.field.thousand')}
              inputMode="decimal"
              maxLength={8}
            />
            <RupiahInput field={fields.povertyLineRupiah} label={t('programme.field.line')} />
          </div>
          <TextInput field={fields.source} label={t('programme.column.source')} required maxLength={200} />
          <FormActions>
            <SubmitButton>{t('programme.save')}</SubmitButton>
          </FormActions>
        </Form>
      </Card>
    </details>
  )
}
