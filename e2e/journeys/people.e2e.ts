import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { expectSoundPage } from '../support/axe'
import { expect, test } from '../support/sign-in'

const REASON = 'Pindah ke luar provinsi mengikuti keluarga'

async function firstPerson(page: Page, address: string): Promise<string> {
  await page.goto(address)
  const link = page.getByRole('table').getByRole('rowheader').first().getByRole('link')
  const name = await link.innerText()
  await link.click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
  return name
}

function photo(): Promise<Buffer> {
  return sharp({
    create: {
      width: 640,
      height: 480,
      channels: 3,
      background: { r: Math.floor(Math.random() * 255), g: 120, b: 90 },
    },
  })
    .withExif({
      IFD0: { Make: 'Samsung', Model: 'SM-A155F' },
      IFD3: {
        GPSLatitudeRef: 'S',
        GPSLatitude: '0/1 30/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '117/1 9/1 0/1',
      },
    })
    .jpeg()
    .toBuffer()
}

test('a list is searched, filtered, turned and fetched, and no NIK comes into an address @phone', async ({
  as,
}) => {
  const page = await as('koordinator')
  await page.goto('/penerima')
  await expect(page.getByText(/[\d.]+ orang/).first()).toBeVisible()
  await expectSoundPage(page)
  await page.getByLabel('Cari nama, NIK, atau nomor registrasi').fill('muhamad')
  await page.getByRole('button', { name: 'Cari' }).click()
  await expect(page).toHaveURL(/cari=muhamad/)
  await expect(page.getByRole('table').getByRole('rowheader').first()).toContainText(/muham+ad/i)
  await page.goto('/penerima?wilayah=64.72&status=decreed')
  await expect(page.getByRole('list', { name: 'Saringan aktif' })).toContainText('Samarinda')

  await page.goto('/penerima')
  const leading = page.getByRole('table').getByRole('rowheader').first().getByRole('link')
  const address = await leading.getAttribute('href')
  await page.getByRole('link', { name: 'Berikutnya' }).click()
  await expect(leading).not.toHaveAttribute('href', address ?? '')
  await page.getByRole('link', { name: 'Sebelumnya' }).click()
  await expect(leading).toHaveAttribute('href', address ?? '')

  await page.getByLabel('Cari nama, NIK, atau nomor registrasi').fill('6472 0150 0190 0199')
  await page.getByRole('button', { name: 'Cari' }).click()
  await expect(page.getByText('Nomor ini tidak terdaftar pada tahun program ini')).toBeVisible()
  expect(page.url()).not.toContain('6472')
})

test('a filtered list is fetched as CSV with masked numbers', async ({ as }) => {
  const page = await as('koordinator.6472')
  await page.goto('/penerima/ekspor?status=decreed')
  await page.getByRole('radio', { name: 'CSV' }).check()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Unduh' }).click(),
  ])
  const text = await readFile(await download.path(), 'utf8')
  expect(text).toContain('Nomor registrasi;Nama;NIK')
  expect(text).toMatch(/\*{12}\d{4}/)
  expect(text).not.toMatch(/\d{16}/)
})

test('a suspension is proposed, confirmed by another and lifted, without JavaScript', async ({ as }) => {
  const coordinator = await as('koordinator.6409', { javaScriptEnabled: false })
  const name = await firstPerson(coordinator, '/penerima?status=trained&tangguh=tidak')
  const address = new URL(coordinator.url()).pathname
  await coordinator.getByRole('link', { name: 'Usulkan penangguhan' }).click()
  await coordinator.getByLabel('Alasan').fill('abc')
  await coordinator.getByRole('button', { name: 'Kirim usulan' }).click()
  await expect(coordinator.getByText('Paling sedikit 5 karakter.').first()).toBeVisible()
  await coordinator.getByLabel('Alasan').fill('Alamat tidak ditemukan saat kunjungan')
  await coordinator.getByRole('button', { name: 'Kirim usulan' }).click()
  await expect(coordinator.getByText('Penangguhan diusulkan, menunggu orang kedua')).toBeVisible()
  await expect(coordinator.getByRole('link', { name: 'Putuskan penangguhan' })).toHaveCount(0)

  const verifier = await as('verifikator.6409', { javaScriptEnabled: false })
  await verifier.goto('/penerima/keputusan')
  await verifier.getByRole('link', { name }).first().click()
  await verifier.getByRole('radio', { name: 'Setujui' }).check()
  await verifier.getByRole('button', { name: 'Simpan keputusan' }).click()
  await expect(verifier.getByText('Orang ini sekarang ditangguhkan.')).toBeVisible()
  await verifier.getByRole('link', { name: 'Cabut penangguhan' }).click()
  await verifier.getByLabel('Alasan pencabutan').fill('Alamat baru sudah dicocokkan')
  await verifier.getByRole('button', { name: 'Cabut penangguhan' }).click()
  await expect(verifier.getByText('Penangguhan dicabut.')).toBeVisible()
  await verifier.goto(`${address}/jejak`)
  await expect(verifier.getByText('Penangguhan dicabut')).toBeVisible()
})

test('an exit needs two people, and an account needs two people', async ({ as }) => {
  const coordinator = await as('koordinator.6474')
  await firstPerson(coordinator, '/penerima?status=decreed&tangguh=tidak')
  const address = new URL(coordinator.url()).pathname
  const ending = String(Math.floor(1000 + Math.random() * 9000))
  await coordinator.goto(`${address}/rekening`)
  await coordinator.getByLabel('Bank').selectOption('124')
  await coordinator.getByLabel('Nomor rekening').fill(`0012-34${ending}`)
  const reason = coordinator.getByLabel('Alasan penggantian')
  if (await reason.isVisible()) await reason.fill('Rekening lama ditutup bank')
  await coordinator.getByRole('button', { name: 'Simpan rekening' }).click()
  await expect(coordinator.getByText(`******${ending}`)).toBeVisible()
  await expect(coordinator.getByRole('link', { name: 'Periksa rekening' })).toHaveCount(0)
  await expectSoundPage(coordinator)

  const verifier = await as('verifikator.6474')
  await verifier.goto(`${address}/penyaluran`)
  await verifier.getByRole('link', { name: 'Periksa rekening' }).click()
  await verifier.getByRole('radio', { name: /Verifikasi/ }).check()
  await verifier.getByRole('button', { name: 'Simpan keputusan' }).click()
  await expect(verifier.getByText('Wajib diisi.').first()).toBeVisible()
  const holder = await verifier.getByRole('definition').nth(1).innerText()
  await verifier.getByLabel('Nama menurut bank').fill(holder)
  await expectSoundPage(verifier)
  await verifier.getByRole('button', { name: 'Simpan keputusan' }).click()
  await expect(verifier.getByText('Rekening diverifikasi.')).toBeVisible()

  await coordinator.goto(`${address}/keluar`)
  await coordinator.getByRole('radio', { name: /Mengundurkan diri/ }).check()
  await coordinator.getByLabel('Alasan').fill(REASON)
  await coordinator.getByRole('button', { name: 'Kirim usulan' }).click()
  await expect(coordinator.getByText(/Diusulkan keluar: Mengundurkan diri/)).toBeVisible()
  await verifier.goto(address)
  await verifier.getByRole('link', { name: 'Putuskan usulan keluar' }).click()
  await verifier.getByRole('radio', { name: 'Setujui' }).check()
  await verifier.getByRole('button', { name: 'Simpan keputusan' }).click()
  await expect(verifier.getByText('Keluarnya orang ini sudah disetujui.')).toBeVisible()
})

test('a photo is kept without what it tells, and a NIK is revealed once, with a trace @phone', async ({
  as,
}) => {
  const page = await as('koordinator.6403')
  await firstPerson(page, '/penerima?status=training')
  const address = new URL(page.url()).pathname
  await expectSoundPage(page)
  await page.goto(`${address}/berkas`)
  await page.getByLabel('Jenis berkas').selectOption('home_visit')
  await page
    .getByLabel('Berkas', { exact: false })
    .last()
    .setInputFiles({ name: 'rumah.jpg', mimeType: 'image/jpeg', buffer: await photo() })
  await page.getByRole('button', { name: 'Unggah' }).click()
  await expect(page.getByText('Samsung SM-A155F').first()).toBeVisible()
  await expectSoundPage(page)

  await page.goto(`${address}/buka?nomor=nik`)
  await page.getByLabel('Untuk keperluan apa').fill('Mencocokkan KTP saat kunjungan')
  await page.getByRole('button', { name: 'Buka dan catat' }).click()
  await expect(page.getByText(/^\d{16}$/)).toBeVisible()
  await page.reload()
  await expect(page.getByText(/^\d{16}$/)).toHaveCount(0)
  await page.goto(`${address}/jejak`)
  await expect(page.getByText('Mencocokkan KTP saat kunjungan').first()).toBeVisible()
  await expectSoundPage(page)
})

test('a companion sees their own people only, and another regency sees nothing', async ({ as }) => {
  const coordinator = await as('koordinator.6403')
  await firstPerson(coordinator, '/penerima?status=proposed')
  const address = new URL(coordinator.url()).pathname
  const other = await as('verifikator.6472')
  expect((await other.goto(address))?.status()).toBe(404)
  const companion = await as('pendamping.6472')
  await companion.goto('/penerima')
  await expectSoundPage(companion)
  expect((await companion.goto(address))?.status()).toBe(404)
})
