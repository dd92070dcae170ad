import { dayOfDate } from '~/domain/shared/day'
import { dayIn } from '~/platform/clock.server'
import { officeFrame } from '~/platform/documents/office.server'
import { textsFor } from '~/platform/i18n.server'
import { makePdf } from '~/platform/pdf.server'
import { day, instant } from '~/ui/format'
import type { CertificateText, Training } from './print-certificates.server'

/** Draws certificates, a landscape page each, in Indonesian as every official paper. */
export function drawCertificates(
  training: Training,
  certificates: readonly CertificateText[],
  at: Date,
): Promise<Buffer> {
  const t = textsFor('id')
  const numbered = (number: string) => t('training.certificate.number', { number })
  const frame = officeFrame(t, {
    title: t('training.certificate.title'),
    subtitle: numbered(certificates[0]?.number ?? ''),
    madeAt: at,
    madeAtText: instant(at, 'id'),
    landscape: true,
  })
  return makePdf(frame, (paper, nextCopy) => {
    for (const [index, { number, graduate }] of certificates.entries()) {
      if (index > 0) nextCopy(numbered(number))
      const born = day(dayOfDate(graduate.birthDate), 'id')
      paper.space()
      paper.centred(t('training.certificate.given'))
      paper.display(graduate.name)
      paper.centred(
        graduate.birthPlace
          ? t('training.certificate.born', { place: graduate.birthPlace, day: born })
          : t('training.certificate.bornOn', { day: born }),
      )
      paper.centred(t('training.certificate.person', { number: String(graduate.number).padStart(6, '0') }))
      paper.space()
      paper.centred(
        t('training.certificate.text', {
          ...training,
          from: day(training.startsOn, 'id'),
          to: day(training.endsOn, 'id'),
          attended: graduate.attended,
          counted: graduate.counted,
        }),
      )
      if (training.sector) paper.centred(t('training.certificate.focus', { sector: training.sector }))
      paper.signatures([
        { place: training.regency, on: day(dayIn(at), 'id'), office: t('training.certificate.office') },
      ])
    }
  })
}
