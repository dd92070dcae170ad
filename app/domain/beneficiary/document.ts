/** Kinds of documents of a person's file. */
export const DOCUMENT_KINDS = [
  'photo',
  'home_visit',
  'ktp',
  'kk',
  'integrity_pact',
  'sptjm',
  'statement',
  'death_letter',
  'heir_document',
  'other',
] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

export const MEDIA_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const
export type MediaType = (typeof MEDIA_TYPES)[number]

export const DOCUMENT_MEGABYTES = 10

const SIGNS: readonly [MediaType, readonly number[]][] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
]

/** What a file is by its first bytes, whatever it is called; null for anything that is not taken. */
export function mediaTypeOf(bytes: Uint8Array): MediaType | null {
  return SIGNS.find(([, sign]) => sign.every((byte, at) => bytes[at] === byte))?.[0] ?? null
}

const ENDINGS: Record<MediaType, string> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
}

/** The name a document is kept and downloaded under: its own, without path and oddities, with the ending of its type. */
export function documentName(name: string, type: MediaType): string {
  const bare = name
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .trim()
    .slice(0, 80)
  return `${bare || 'berkas'}.${ENDINGS[type]}`
}

export function isImage(type: string): boolean {
  return type.startsWith('image/')
}
