import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CohortPeople } from '~/components/cohort-people'
import { closeCohort } from '~/domain/training/close-cohort.server'
import { closeCohortForm } from '~/domain/training/cohort.form.server'
import { getCohortToClose } from '~/domain/training/cohort-queries.server'
import { idIn } from '~/platform/address.server'
import { now } from '~/platform/clock.server'
import { requireActor, submit } from '~/platform/respond.server'
import { LinkButton } from '~/ui/button'
import { Form, FormActions, SubmitButton } from '~/ui/form'
import { titleOf } from '~/ui/meta'
import { ConfirmBox, Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('training.close'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return getCohortToClose(actor, idIn(args, 'cohortId'), now())
}

export function action(args: ActionFunctionArgs) {
  const cohortId = idIn(args, 'cohortId')
  return submit(args, {
    schema: closeCohortForm,
    command: (actor, input, at, key) => closeCohort(actor, { ...input, cohortId }, at, key),
    done: (closed, t) => ({ to: `/pelatihan/${cohortId}`, message: t('training.close.done', closed) }),
  })
}

export default function Close() {
  const { cohort, passed, notPassed, left } = useLoaderData<typeof loader>()
  const t = useTexts()
  const rule = cohort.programme.excusedLeaveDenominator ? 'leaves' : 'counts'
  return (
    <Page
      title={t('training.close')}
      lead={t('training.close.lead', {
        percent: cohort.programme.attendancePercent,
        rule: t(`training.rule.${rule}`),
      })}
      breadcrumbs={[
        { label: t('training.title'), to: '/pelatihan' },
        { label: cohort.name, to: `/pelatihan/${cohort.id}` },
      ]}
      help="pelatihan"
    >
      {cohort.notClosable ? <NotYet /> : <Confirm />}
      {notPassed.length > 0 && (
        <Section title={t('training.close.list.notPassed')}>
          <CohortPeople people={notPassed} />
        </Section>
      )}
      {passed.length > 0 && (
        <Section title={t('training.close.list.passed')}>
          <CohortPeople people={passed} />
        </Section>
      )}
      {left.length > 0 && <p className="text-muted">{t.plural('training.close.leaving', left.length)}</p>}
    </Page>
  )
}

function NotYet() {
  const { cohort } = useLoaderData<typeof loader>()
  const t = useTexts()
  const n = cohort.notClosable === 'training.session_ahead' ? cohort.sessions.ahead : cohort.sessions.unlogged
  return (
    <Notice
      tone="warning"
      title={t('training.close.notYet')}
      actions={<LinkButton to={`/pelatihan/${cohort.id}#jadwal`}>{t('training.close.toSession')}</LinkButton>}
    >
      {cohort.notClosable && t.find(`training.close.${cohort.notClosable.replace('training.', '')}`, { n })}
    </Notice>
  )
}

function Confirm() {
  const { cohort, passed, notPassed, left } = useLoaderData<typeof loader>()
  const t = useTexts()
  const points = [
    t.plural('training.close.passed', passed.length),
    t.plural('training.close.notPassed', notPassed.length),
    ...(left.length > 0 ? [t.plural('training.close.leaving', left.length)] : []),
    t('training.close.final'),
  ]
  return (
    <>
      <ConfirmBox title={t('common.form.confirmTitle')} points={points} />
      <Form id="tutup">
        <input type="hidden" name="passedSeen" value={passed.length} />
        <FormActions>
          <SubmitButton>{t('training.close.submit')}</SubmitButton>
          <LinkButton to={`/pelatihan/${cohort.id}`}>{t('common.form.back')}</LinkButton>
        </FormActions>
      </Form>
    </>
  )
}
