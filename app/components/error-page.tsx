import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { LinkButton } from '~/ui/button'
import { Icon } from '~/ui/icon'
import { useTexts } from '~/ui/texts'

const KINDS = { 403: 'forbidden', 404: 'missing', 409: 'refused', 422: 'refused' } as const

/** What an error says: title, sentence, and for a defect the reference under which its details stand in the log. */
export function ErrorPage({ reference }: { reference: string | null }) {
  const t = useTexts()
  const error = useRouteError()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const told = isRouteErrorResponse(error) && isTold(error.data) ? error.data : null
  const kind = status in KINDS ? KINDS[status as keyof typeof KINDS] : 'failed'
  const shownReference = told?.reference ?? reference
  return (
    <div className="mx-auto grid max-w-xl justify-items-start gap-4 py-10">
      <Icon
        name={kind === 'forbidden' ? 'lock' : kind === 'missing' ? 'search' : 'warning'}
        className="size-10 text-gold"
      />
      <h1 className="text-2xl">{t(`common.problem.${kind}.title`)}</h1>
      <p className="text-base">
        {told?.message ?? (kind === 'refused' ? null : t(`common.problem.${kind}.text`))}
      </p>
      {kind === 'failed' && shownReference && (
        <p className="text-muted">
          {t('common.problem.failed.reference')}: <code className="select-all">{shownReference}</code>
        </p>
      )}
      <LinkButton to="/" icon="home" tone="primary">
        {t('common.wayHome')}
      </LinkButton>
    </div>
  )
}

function isTold(value: unknown): value is { message: string | null; reference: string } {
  return typeof value === 'object' && value !== null && 'reference' in value
}
