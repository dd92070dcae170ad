import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ReasonField } from '~/components/programme-fields'
import { offerSectors } from '~/domain/programme/offer-sectors.server'
import { AID_FORMS } from '~/domain/programme/programme'
import { getProgrammeToChange } from '~/domain/programme/queries.server'
import { offerSectorsForm } from '~/domain/programme/settings.form.server'
import { requireActor, submit } from '~/platform/respond.server'
import { Checkbox, RadioGroup } from '~/ui/choices'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { RupiahInput } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { Card, Page } from '~/ui/page'
import { useLocale, useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('programme.sectors.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const programme = await getProgrammeToChange(actor, args.params.id ?? '')
  const offered = new Map(programme.sectors.map((sector) => [sector.sectorCode, sector]))
  const choices = programme.sectorNames
    .filter((sector) => sector.active || offered.has(sector.code))
    .map(({ code, name }) => ({ code, name, offer: offered.get(code) ?? null }))
  return { programme, choices }
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: offerSectorsForm,
    command: (actor, input, at, key) => offerSectors(actor, input, at, key),
    done: (changed, t) => ({ to: `/program/${changed.id}`, message: t('programme.changed') }),
  })
}

export default function ProgrammeSectors() {
  const { programme, choices } = useLoaderData<typeof loader>()
  const t = useTexts()
  const locale = useLocale()
  const { form, fields } = useFields<InputOf<typeof offerSectorsForm>>({
    defaultValue: {
      sectors: choices.map(({ code, offer }) => ({
        sectorCode: code,
        offered: offer ? 'on' : undefined,
        ceilingRupiah: offer ? String(offer.ceilingRupiah) : undefined,
        form: offer?.form,
      })),
    },
  })
  const lines = fields.sectors.getFieldList()
  const forms = AID_FORMS.map((value) => ({ value, label: t(`programme.form.${value}`) }))
  return (
    <Page
      title={t('programme.sectors.title')}
      lead={t('programme.sectors.lead')}
      breadcrumbs={[
        { label: t('programme.list.title'), to: '/program' },
        { label: programme.code, to: `/program/${programme.id}` },
      ]}
      help="program#sektor"
      narrow
    >
      <Form of={form}>
        <input type="hidden" name="programmeId" value={programme.id} />
        <input type="hidden" name="version" value={programme.version} />
        {choices.map(({ code, name }, index) => {
          const line = lines[index]?.getFieldset()
          if (!line) return null
          return (
            <Card key={code} title={name[locale]}>
              <input type="hidden" name={line.sectorCode.name} value={code} />
              <div className="grid gap-4 sm:grid-cols-3">
                <Checkbox field={line.offered} label={t('programme.field.offered')} />
                <RupiahInput field={line.ceilingRupiah} label={t('programme.column.ceiling')} />
                <RadioGroup field={line.form} label={t('programme.column.form')} options={forms} inline />
              </div>
            </Card>
          )
        })}
        {programme.status === 'open' && <ReasonField field={fields.reason} />}
        <FormActions>
          <SubmitButton>{t('programme.save')}</SubmitButton>
        </FormActions>
      </Form>
    </Page>
  )
}
