import { LinkButton } from '~/ui/button'
import { day, dayOf } from '~/ui/format'
import { Card } from '~/ui/page'
import { useLocale, useTexts } from '~/ui/texts'

type Photo = { id: string; fileName: string; takenAt: Date | null; uploadedAt: Date }
type Props = { beneficiaryId: string; photos: readonly Photo[]; mayAdd: boolean }

/** Photos of a person's file, each opened from the file store with its own permission. */
export function CandidatePhotos({ beneficiaryId, photos, mayAdd }: Props) {
  const t = useTexts()
  const locale = useLocale()
  const add = mayAdd && (
    <LinkButton to={`/verifikasi/${beneficiaryId}/foto`}>{t('verification.photo.add')}</LinkButton>
  )
  return (
    <Card title={t('verification.photo.title')} actions={add}>
      {photos.length === 0 && <p className="text-muted">{t('verification.photo.none')}</p>}
      <ul className="grid gap-1">
        {photos.map((photo) => (
          <li key={photo.id}>
            <a
              href={`/penerima/${beneficiaryId}/dokumen/${photo.id}`}
              className="text-accent underline coarse:inline-block coarse:py-2.5"
            >
              {photo.fileName}
            </a>{' '}
            <span className="text-sm text-muted">
              {day(dayOf(photo.takenAt ?? photo.uploadedAt), locale)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
