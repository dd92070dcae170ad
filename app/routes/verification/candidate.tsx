import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CandidateFacts } from '~/components/candidate-facts'
import { CandidatePhotos } from '~/components/candidate-photos'
import { VerificationForm } from '~/components/verification-form'
import { VerificationHistory } from '~/components/verification-history'
import { may } from '~/domain/shared/permissions'
import { getCandidate } from '~/domain/verification/candidate-queries.server'
import { verifyCandidateForm } from '~/domain/verification/verification.form.server'
import { verifyCandidates } from '~/domain/verification/verify-candidates.server'
import { idIn } from '~/platform/address.server'
import { requireActor, submit } from '~/platform/respond.server'
import { LinkButton } from '~/ui/button'
import { Form, SubmitButton } from '~/ui/form'
import { titleOf } from '~/ui/meta'
import { Notice } from '~/ui/notice'
import { Card, Page, Section } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf<typeof loader>(
  (t, loaded) => loaded?.person.name ?? t('verification.queue.title'),
)

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const person = await getCandidate(actor, idIn(args, 'id'))
  const mayResubmit = person.status === 'sent_back' && may(actor, 'person.correct', person.regencyCode)
  return { person, mayResubmit }
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: verifyCandidateForm,
    command: (actor, input, at, key) => verifyCandidates(actor, [input], at, key),
    done: (_, t) => ({ to: '/verifikasi', message: t('verification.decided') }),
  })
}

export default function Candidate() {
  const { person, mayResubmit } = useLoaderData<typeof loader>()
  const t = useTexts()
  const hasResult = ['rejected', 'waitlisted'].includes(person.status)
  return (
    <Page
      title={person.name}
      lead={person.registrationNumber}
      breadcrumbs={[{ label: t('verification.queue.title'), to: '/verifikasi' }]}
      help="verifikasi#memeriksa"
      actions={
        <>
          {hasResult && (
            <LinkButton to={`/verifikasi/${person.id}/surat.pdf`} document icon="print">
              {t('verification.letter.link')}
            </LinkButton>
          )}
          <LinkButton to={`/penerima/${person.id}`}>{t('verification.candidate.page')}</LinkButton>
        </>
      }
    >
      <Card title={t('verification.candidate.facts')}>
        <CandidateFacts person={person} />
      </Card>
      {person.verifications.length > 0 && (
        <Section title={t('verification.history.title')}>
          <VerificationHistory verifications={person.verifications} />
        </Section>
      )}
      <CandidatePhotos beneficiaryId={person.id} photos={person.photos} mayAdd={person.mayAddPhoto} />
      {mayResubmit && (
        <Form action={`/verifikasi/${person.id}/pengajuan-ulang`}>
          <input type="hidden" name="beneficiaryId" value={person.id} />
          <SubmitButton>{t('verification.resubmit')}</SubmitButton>
        </Form>
      )}
      {person.mayDecide && person.registeredItMyself && (
        <Notice tone="warning" title={t('verification.candidate.ownTitle')}>
          {t('verification.candidate.own')}
        </Notice>
      )}
      {person.mayDecide && !person.registeredItMyself && <VerificationForm beneficiaryId={person.id} />}
      {person.status !== 'proposed' && !mayResubmit && (
        <Notice tone="neutral">{t('verification.candidate.done')}</Notice>
      )}
    </Page>
  )
}
