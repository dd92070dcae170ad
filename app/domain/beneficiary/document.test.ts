import { describe, expect, it } from 'vitest'
import { documentName, mediaTypeOf } from './document'
import { parseRegistrationNumber, registrationNumber } from './registration-number'

describe('a document', () => {
  it('is what its first bytes say, whatever it is called', () => {
    expect(mediaTypeOf(Buffer.from('%PDF-1.7\n'))).toBe('application/pdf')
    expect(mediaTypeOf(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).toBe('image/jpeg')
    expect(mediaTypeOf(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))).toBe('image/png')
    for (const other of ['MZ', '<html>', '<svg xmlns=', 'GIF89a', ''])
      expect(mediaTypeOf(Buffer.from(other))).toBeNull()
  })

  it('keeps its name without path and oddities, with the ending of its type', () => {
    expect(documentName('KTP Bu Siti.PNG', 'image/jpeg')).toBe('KTP Bu Siti.jpg')
    expect(documentName('"; rm -rf.exe', 'application/pdf')).toBe('rm -rf.pdf')
    expect(documentName('???', 'image/png')).toBe('berkas.png')
  })
})

describe('a registration number', () => {
  it('reads back what it writes, in any case and with the dot of the regency', () => {
    const parts = { programmeCode: 'UEP26', regencyCode: '64.72', number: 123 }
    expect(registrationNumber(parts)).toBe('UEP26-6472-000123')
    for (const text of ['UEP26-6472-000123', 'uep26-64.72-123', ' UEP26-6472-000123 '])
      expect(parseRegistrationNumber(text)).toEqual(parts)
    expect(parseRegistrationNumber('Siti Aminah')).toBeNull()
    expect(parseRegistrationNumber('6472010101900001')).toBeNull()
  })
})
