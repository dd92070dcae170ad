import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CandidateFields } from '~/components/candidate-fields'
import { correctForm } from '~/domain/intake/candidate.form.server'
import { correctPerson } from '~/domain/intake/correct-person.server'
import { candidateChoices, getPersonToCorrect } from '~/domain/intake/queries.server'
import { requireActor, submit } from '~/platform/respond.server'
import { LinkButton } from '~/ui/button'
import { Checkbox } from '~/ui/choices'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { TextArea } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('intake.correct.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const person = await getPersonToCorrect(actor, args.params.id ?? '')
  return { person, ...(await candidateChoices(actor)) }
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: correctForm,
    command: (actor, input, at, key) => correctPerson(actor, input, at, key),
    done: ({ id }, t) => ({ to: `/penerima/${id}`, message: t('intake.correct.done') }),
  })
}

export default function CorrectPerson() {
  const { person, ...choices } = useLoaderData<typeof loader>()
  const t = useTexts()
  const { form, fields } = useFields<InputOf<typeof correctForm>>({
    defaultValue: {
      nama: person.name,
      tempat_lahir: person.birthPlace ?? '',
      tanggal_lahir: person.birthDate.toISOString().slice(0, 10),
      jenis_kelamin: person.sex,
      alamat: person.address,
      rt: person.rt ?? '',
      rw: person.rw ?? '',
      kode_wilayah: person.villageCode,
      desil: person.decile?.toString() ?? '',
      versi_dtsen: person.dtsenVersion ?? '',
      pendapatan_bulanan: person.monthlyIncomeRupiah?.toString() ?? '',
      jumlah_anggota: person.householdSize?.toString() ?? '',
      minat_sektor: person.wishedSector ?? '',
      catatan: person.note ?? '',
    },
  })
  return (
    <Page
      title={t('intake.correct.title')}
      lead={t('intake.correct.lead')}
      breadcrumbs={[
        { label: t('common.nav.beneficiaries'), to: '/penerima' },
        { label: person.name, to: `/penerima/${person.id}` },
      ]}
      help="usulan#pembetulan"
      narrow
    >
      <Form of={form}>
        <input type="hidden" name="beneficiaryId" value={person.id} />
        <input type="hidden" name="version" value={person.version} />
        <CandidateFields fields={fields} choices={choices} isCorrection />
        <TextArea
          field={fields.reason}
          label={t('intake.correct.reason')}
          hint={t('intake.correct.reason.hint')}
          maxLength={500}
          rows={2}
        />
        <Checkbox
          field={fields.warningsSeen}
          label={t('intake.warningsSeen')}
          hint={t('intake.warningsSeen.hint')}
        />
        <FormActions>
          <SubmitButton>{t('intake.correct.submit')}</SubmitButton>
          <LinkButton to={`/penerima/${person.id}`} tone="quiet">
            {t('common.form.back')}
          </LinkButton>
        </FormActions>
      </Form>
    </Page>
  )
}
