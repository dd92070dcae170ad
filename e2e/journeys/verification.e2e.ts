import type { Page } from '@playwright/test'
import { expectSoundPage } from '../support/axe'
import { expect, test } from '../support/sign-in'

/** A photo of one grey pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
)

async function openFirstInQueue(page: Page): Promise<string> {
  await page.goto('/verifikasi')
  const person = page.getByRole('table').getByRole('link').first()
  const name = (await person.textContent()) ?? ''
  await person.click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
  return name
}

async function answerAllYes(page: Page): Promise<void> {
  const yes = page.getByRole('radio', { name: 'Ya', exact: true })
  for (const radio of await yes.all()) await radio.check()
}

test('a verifier visits the most needy first, and only a whole checklist verifies @phone', async ({ as }) => {
  const page = await as('verifikator.6403')
  await page.goto('/verifikasi')
  await expect(page.getByText('Yang paling membutuhkan didahulukan')).toBeVisible()
  await expectSoundPage(page)
  const name = await openFirstInQueue(page)
  await expectSoundPage(page)

  await page.getByRole('link', { name: 'Tambah foto' }).click()
  await expectSoundPage(page)
  await page
    .getByLabel('Foto (JPEG atau PNG)')
    .setInputFiles({ name: 'rumah.png', mimeType: 'image/png', buffer: PIXEL })
  await page.getByRole('button', { name: 'Tambah foto' }).click()
  await expect(page.getByText('Foto disimpan.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'rumah.png' })).toBeVisible()

  await page.getByRole('radio', { name: /Terverifikasi/ }).check()
  await page.getByRole('button', { name: 'Simpan keputusan' }).click()
  await expect(page.getByText(/tanpa kunjungan, orang ini tidak dapat diverifikasi/).first()).toBeVisible()
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  await page.getByLabel('Tanggal kunjungan rumah').fill(today)
  await page.getByRole('button', { name: 'Simpan keputusan' }).click()
  await expect(page.getByText(/8 butir pemeriksaan/).first()).toBeVisible()
  await answerAllYes(page)
  await page.getByLabel('Temuan di lapangan').fill('Rumah kayu, satu sumber penghasilan')
  await page.getByRole('button', { name: 'Simpan keputusan' }).click()
  await expect(page.getByText('Keputusan disimpan.')).toBeVisible()
  await expect(page.getByRole('table').getByRole('link', { name, exact: true })).toHaveCount(0)
})

test('whoever is sent back is corrected and waits again', async ({ as }) => {
  const verifier = await as('verifikator.6409')
  const name = await openFirstInQueue(verifier)
  const address = verifier.url()
  await verifier.getByRole('radio', { name: /Dikembalikan/ }).check()
  await verifier.getByRole('button', { name: 'Simpan keputusan' }).click()
  await expect(verifier.getByText('Tuliskan alasannya.').first()).toBeVisible()
  await verifier.getByRole('textbox', { name: 'Alasan' }).fill('Nomor RT di KK berbeda dari usulan')
  await verifier.getByRole('button', { name: 'Simpan keputusan' }).click()
  await expect(verifier.getByText('Keputusan disimpan.')).toBeVisible()

  const coordinator = await as('koordinator.6409')
  await coordinator.goto(address)
  await expect(coordinator.getByText('Nomor RT di KK berbeda dari usulan')).toBeVisible()
  await expect(coordinator.getByRole('button', { name: 'Simpan keputusan' })).toHaveCount(0)
  await coordinator.getByRole('button', { name: 'Ajukan lagi ke verifikator' }).click()
  await expect(coordinator.getByText('Orang ini kembali ke antrean verifikasi.')).toBeVisible()
  await verifier.goto('/verifikasi')
  await expect(verifier.getByRole('row', { name: new RegExp(`${name}.*Setelah perbaikan`) })).toBeVisible()
})

test('a list is published, an objection is heard and answered before any decree', async ({ as }) => {
  const verifier = await as('verifikator.6407')
  const name = await openFirstInQueue(verifier)
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  await verifier.getByLabel('Tanggal kunjungan rumah').fill(today)
  await answerAllYes(verifier)
  await verifier.getByRole('radio', { name: /Terverifikasi/ }).check()
  await verifier.getByRole('button', { name: 'Simpan keputusan' }).click()
  await expect(verifier.getByText('Keputusan disimpan.')).toBeVisible()
  await verifier.goto('/verifikasi/peringkat')
  await expectSoundPage(verifier)
  await expect(verifier.getByRole('row', { name: new RegExp(`${name}.*Belum diumumkan`) })).toBeVisible()

  const page = await as('koordinator')
  await page.goto('/verifikasi/sanggahan')
  await expectSoundPage(page)
  await page.getByRole('link', { name: 'Umumkan daftar' }).click()
  await expectSoundPage(page)
  for (const box of await page.getByRole('checkbox').all()) await box.uncheck()
  await page.getByRole('checkbox', { name: /Kutai Barat/ }).check()
  await page.getByRole('button', { name: 'Umumkan daftar' }).click()
  await expect(page.getByText(/orang diumumkan\./)).toBeVisible()

  await page.getByRole('table').getByRole('link', { name: 'Kutai Barat' }).first().click()
  await page.getByText('Catat sanggahan').click()
  await page.getByLabel('Orang yang disanggah').selectOption({ index: 1 })
  await page.getByLabel('Nama penyanggah').fill('Ketua RT 03')
  await page.getByLabel('Tanggal diterima').fill(today)
  await page.getByLabel('Isi sanggahan').fill('Keluarga ini sudah pindah ke kota lain')
  await page.getByRole('button', { name: 'Simpan sanggahan' }).click()
  await expect(page.getByText('Sanggahan dicatat.')).toBeVisible()
  await expectSoundPage(page)
  const printed = await page.request.get(`${page.url()}/daftar.pdf`)
  expect(printed.headers()['content-type']).toBe('application/pdf')

  await page.goto('/verifikasi/keputusan/baru')
  await expect(page.getByText(/Kutai Barat/).first()).toBeVisible()
  await expect(page.getByText(/sanggahan belum dijawab/).first()).toBeVisible()
  await page.goBack()
  await page.getByRole('link', { name: 'Jawaban' }).click()
  await expectSoundPage(page)
  await page.getByRole('radio', { name: /Sanggahan ditolak/ }).check()
  await page.getByLabel('Jawaban').fill('Diperiksa: keluarga ini masih tinggal di alamatnya')
  await page.getByRole('button', { name: 'Simpan jawaban' }).click()
  await expect(page.getByText('Sanggahan dijawab.')).toBeVisible()
})

test('a freed place is confirmed and goes on by an amending decree', async ({ as }) => {
  const regional = await as('koordinator.6472')
  await regional.goto('/verifikasi/daftar-tunggu')
  await expectSoundPage(regional)
  const offered = regional.getByRole('table', { name: 'Tempat yang ditawarkan' }).getByRole('row').nth(1)
  const name = (await offered.getByRole('link').textContent()) ?? ''
  await offered.getByRole('button', { name: 'Konfirmasi menerima tempat' }).click()
  await expect(regional.getByText('Tempat dikonfirmasi.')).toBeVisible()

  const page = await as('koordinator')
  await page.goto('/verifikasi/keputusan')
  await expectSoundPage(page)
  await page.getByRole('table').getByRole('link').first().click()
  await expectSoundPage(page)
  await page.getByRole('link', { name: 'Buat keputusan perubahan' }).click()
  await page.getByLabel('Nomor keputusan').fill('460/999/DINSOS/PERUBAHAN')
  await page.getByRole('checkbox', { name: /Samarinda/ }).check()
  await expectSoundPage(page)
  await page.getByRole('button', { name: 'Tetapkan' }).click()
  await expect(page.getByText(/Keputusan 460\/999\/DINSOS\/PERUBAHAN ditetapkan/)).toBeVisible()
  await page.getByRole('link', { name: 'Samarinda' }).click()
  await expect(page.getByRole('row', { name: new RegExp(`${name}.*Ditetapkan`) })).toBeVisible()
  const annex = await page.request.get(`${page.url().split('?')[0]}/lampiran.pdf`)
  expect(annex.status()).toBe(200)
  expect((await annex.body()).subarray(0, 5).toString()).toBe('%PDF-')
})

test('verification works without JavaScript', async ({ as }) => {
  const page = await as('verifikator.6401', { javaScriptEnabled: false })
  await page.goto('/verifikasi')
  await page.getByRole('table').getByRole('link').first().click()
  await page.getByRole('radio', { name: /Ditolak/ }).check()
  await page.getByRole('textbox', { name: 'Alasan' }).fill('Sudah menjadi pegawai negeri sipil')
  await page.getByRole('button', { name: 'Simpan keputusan' }).click()
  await expect(page.getByText('Keputusan disimpan.')).toBeVisible()
})
