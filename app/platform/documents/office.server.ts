import type { Texts } from '~/messages/texts'
import type { PdfFrame } from '../pdf.server'

type Official = { title: string; subtitle?: string; madeAt: Date; madeAtText: string; landscape?: boolean }

/** The office's letterhead around a document: who it comes from, when it was printed, page numbers. */
export function officeFrame(t: Texts, official: Official): PdfFrame {
  return {
    title: official.title,
    ...(official.subtitle ? { subtitle: official.subtitle } : {}),
    ...(official.landscape ? { landscape: true } : {}),
    letterhead: [t('common.document.government'), t('common.document.office')],
    foot: t('common.document.made', { at: official.madeAtText }),
    pageOf: (page, pages) => t('common.document.page', { page, pages }),
    madeAt: official.madeAt,
  }
}
