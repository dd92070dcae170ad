import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { resubmitCandidate } from '~/domain/verification/resubmit-candidate.server'
import { resubmitForm } from '~/domain/verification/verification.form.server'
import { idIn } from '~/platform/address.server'
import { requireActor, submit } from '~/platform/respond.server'

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args)
  return redirect(`/verifikasi/${idIn(args, 'id')}`)
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: resubmitForm,
    command: (actor, input, at, key) => resubmitCandidate(actor, input, at, key),
    done: (result, t) => ({ to: `/verifikasi/${result.id}`, message: t('verification.resubmitted') }),
  })
}
