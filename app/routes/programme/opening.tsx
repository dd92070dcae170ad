import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openProgramme } from '~/domain/programme/open-programme.server'
import { highestPromise, placesOf, whyNotOpenable } from '~/domain/programme/programme'
import { getProgrammeToChange } from '~/domain/programme/queries.server'
import { programmeStepForm } from '~/domain/programme/settings.form.server'
import { requireActor, submit } from '~/platform/respond.server'
import { Form, FormActions, SubmitButton } from '~/ui/form'
import { rupiah } from '~/ui/format'
import { titleOf } from '~/ui/meta'
import { ConfirmBox, Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('programme.open.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const programme = await getProgrammeToChange(actor, args.params.id ?? '')
  const gaps = whyNotOpenable({ ...programme, debtorAccountKnown: programme.debtorAccountEnding !== null })
  return { programme, gaps, places: placesOf(programme.quotas), promise: highestPromise(programme) }
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: programmeStepForm,
    command: (actor, input, at, key) => openProgramme(actor, input, at, key),
    done: (opened, t) => ({
      to: `/program/${opened.id}`,
      message: t('programme.opened', { code: opened.code }),
    }),
  })
}

export default function OpenProgramme() {
  const { programme, gaps, places, promise } = useLoaderData<typeof loader>()
  const t = useTexts()
  const budget = rupiah(programme.budgetRupiah)
  return (
    <Page
      title={t('programme.open.title')}
      breadcrumbs={[
        { label: t('programme.list.title'), to: '/program' },
        { label: programme.code, to: `/program/${programme.id}` },
      ]}
      help="program#membuka"
      narrow
    >
      {gaps.length > 0 ? (
        <Notice tone="warning" title={t('programme.open.missing')}>
          <ul className="list-disc ps-5">
            {gaps.map((gap) => (
              <li key={gap}>{t(`programme.gap.${gap}`)}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <>
          <ConfirmBox
            title={t('common.form.confirmTitle')}
            points={[
              t('programme.open.will'),
              t('programme.open.ledger', { budget }),
              t('programme.open.fixed'),
            ]}
          />
          {promise > programme.budgetRupiah && (
            <Notice tone="warning">
              {t('programme.open.promise', { places, promise: rupiah(promise), budget })}
            </Notice>
          )}
          <Form>
            <input type="hidden" name="programmeId" value={programme.id} />
            <input type="hidden" name="version" value={programme.version} />
            <FormActions>
              <SubmitButton>{t('programme.open.title')}</SubmitButton>
            </FormActions>
          </Form>
        </>
      )}
    </Page>
  )
}
