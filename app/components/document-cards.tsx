import { type DocumentKind, isImage } from '~/domain/beneficiary/document'
import { LinkButton } from '~/ui/button'
import { decimal, integer } from '~/ui/format'
import { Instant } from '~/ui/money'
import { EmptyState } from '~/ui/notice'
import { Card } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export type ShownDocument = {
  id: string
  kind: DocumentKind
  fileName: string
  mediaType: string
  sizeBytes: number
  takenAt: Date | null
  latitude: number | null
  longitude: number | null
  device: string | null
  originalSha256: string | null
  uploadedBy: string
  uploadedAt: Date
}

/** The documents of a person's file: a photo shows itself, and what its camera said of it. */
export function DocumentCards({
  personId,
  documents,
  mayRemove,
}: {
  personId: string
  documents: readonly ShownDocument[]
  mayRemove: boolean
}) {
  const t = useTexts()
  if (documents.length === 0)
    return (
      <EmptyState title={t('beneficiaries.document.none')}>
        {t(mayRemove ? 'beneficiaries.document.none.add' : 'beneficiaries.document.none.read')}
      </EmptyState>
    )
  return (
    <ul className="grid content-start gap-3 sm:grid-cols-2">
      {documents.map((document) => (
        <li key={document.id}>
          <DocumentCard personId={personId} document={document} mayRemove={mayRemove} />
        </li>
      ))}
    </ul>
  )
}

function DocumentCard({
  personId,
  document,
  mayRemove,
}: {
  personId: string
  document: ShownDocument
  mayRemove: boolean
}) {
  const t = useTexts()
  const at = `/penerima/${personId}/berkas/${document.id}`
  const kind = t(`beneficiaries.document.kind.${document.kind}`)
  return (
    <Card title={kind}>
      {isImage(document.mediaType) && (
        <a href={at}>
          <img
            src={at}
            alt={`${kind}: ${document.fileName}`}
            loading="lazy"
            className="max-h-56 w-full rounded-control border border-line object-contain"
          />
        </a>
      )}
      <p className="min-w-0 text-sm break-words text-muted">
        {document.fileName} · {integer(Math.ceil(document.sizeBytes / 1024), t.locale)} kB
        <br />
        {document.uploadedBy}, <Instant at={document.uploadedAt} />
      </p>
      <PhotoFacts document={document} />
      <div data-chrome className="flex flex-wrap gap-2">
        <LinkButton to={`${at}?unduh`} icon="download" document>
          {t('beneficiaries.document.download')}
        </LinkButton>
        {mayRemove && (
          <LinkButton to={`${at}/hapus`} tone="quiet">
            {t('beneficiaries.document.remove')}
          </LinkButton>
        )}
      </div>
    </Card>
  )
}

function PhotoFacts({ document }: { document: ShownDocument }) {
  const t = useTexts()
  const { takenAt, latitude, longitude, device, originalSha256 } = document
  if (!isImage(document.mediaType)) return null
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 text-sm">
      <dt className="text-muted">{t('beneficiaries.document.takenAt')}</dt>
      <dd>{takenAt ? <Instant at={takenAt} /> : '–'}</dd>
      <dt className="text-muted">{t('beneficiaries.document.position')}</dt>
      <dd>
        {latitude !== null && longitude !== null
          ? `${decimal(latitude, t.locale, 5)}; ${decimal(longitude, t.locale, 5)}`
          : '–'}
      </dd>
      <dt className="text-muted">{t('beneficiaries.document.device')}</dt>
      <dd>{device ?? '–'}</dd>
      {originalSha256 && (
        <>
          <dt className="text-muted">{t('beneficiaries.document.hash')}</dt>
          <dd className="figures truncate" title={originalSha256}>
            {originalSha256.slice(0, 16)}…
          </dd>
        </>
      )}
    </dl>
  )
}
