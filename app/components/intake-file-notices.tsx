import { Instant } from '~/ui/money'
import { Notice } from '~/ui/notice'
import { useTexts } from '~/ui/texts'

type Props = {
  /** Why the file as a whole was refused, in words. */
  refusedBecause: string | null
  file: {
    id: string
    state: string
    totalRows: number
    writtenRows: number
    acceptedRows: number
    warningRows: number
    plan: { unknown: readonly { header: string }[]; sheetName: string; headerRow: number }
    findings: { overtaken: number }
    sameFile: { id: string; confirmedAt: Date | null; writtenRows: number } | null
  }
}

/** What is to be known of a file as a whole, before its rows. */
export function FileNotices({ file, refusedBecause }: Props) {
  const t = useTexts()
  const { overtaken } = file.findings
  const ignored = file.plan.unknown.map((one) => one.header)
  return (
    <>
      {refusedBecause && (
        <Notice tone="danger" title={t('intake.refused.title')}>
          {refusedBecause} {t('intake.refused.text')}
        </Notice>
      )}
      {file.sameFile && file.state !== 'written' && (
        <Notice tone="warning" title={t('intake.same.title')}>
          {t('intake.same.text', { n: file.sameFile.writtenRows })}{' '}
          {file.sameFile.confirmedAt && <Instant at={file.sameFile.confirmedAt} />}{' '}
          <a href={`/usulan/${file.sameFile.id}`} className="underline">
            {t('intake.same.link')}
          </a>
        </Notice>
      )}
      {file.state === 'written' && (
        <Notice tone="success" title={t('intake.written.title', { n: file.writtenRows })}>
          {t('intake.written.text')}
          {overtaken > 0 && ` ${t('intake.written.overtaken', { n: overtaken })}`}
        </Notice>
      )}
      {file.state === 'checked' && (
        <Notice tone="info">
          {file.acceptedRows + file.warningRows > 0 ? t('intake.checked.text') : t('intake.checked.nobody')}
        </Notice>
      )}
      {ignored.length > 0 && ['checked', 'written'].includes(file.state) && (
        <Notice tone="neutral">{t('intake.ignored', { headers: ignored.join(', ') })}</Notice>
      )}
    </>
  )
}
