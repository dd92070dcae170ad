import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import {
  entityBomb,
  formulaWorkbook,
  numericNikWorkbook,
  renamedPicture,
  unclosedQuoteCsv,
  zipBomb,
} from '../fixtures/hostile'
import { expectSoundPage } from '../support/axe'
import { expect, test } from '../support/sign-in'

const fixture = (name: string) => `e2e/fixtures/${name}`

async function upload(
  page: Page,
  file: string | { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  await page.goto('/usulan/unggah')
  await page.getByLabel('Berkas CSV atau XLSX').setInputFiles(file)
  await page.getByRole('button', { name: 'Unggah dan periksa' }).click()
}

test('a dirty file is judged row by row, downloaded with its verdicts, confirmed, and never taken in twice', async ({
  as,
}) => {
  const page = await as('koordinator.6472')
  await upload(page, fixture('samarinda-kotor.csv'))
  await expect(page.getByRole('heading', { name: 'samarinda-kotor.csv', level: 1 })).toBeVisible()
  const expected: { verdict: string }[] = JSON.parse(
    await readFile(fixture('samarinda-kotor.expected.json'), 'utf8'),
  )
  const count = (verdict: string) => expected.filter((row) => row.verdict === verdict).length
  await expect(
    page.getByRole('link', { name: new RegExp(`Baris yang ditolak ${count('rejected')}`) }),
  ).toBeVisible()
  await expect(page.getByText('Kolom yang tidak dipakai: cacat.')).toBeVisible()
  await expectSoundPage(page)

  await page.getByRole('link', { name: /Baris yang ditolak/ }).click()
  await expect(page).toHaveURL(/hasil=rejected/)
  await expect(page.getByRole('table').getByText('NIK ini sama dengan baris 1.')).toBeVisible()
  await expect(page.getByText('Desil harus 1 sampai 10.')).toBeVisible()

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Unduh berkas dengan hasilnya' }).click(),
  ])
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n')
  expect(lines[0]).toContain('hasil_pemeriksaan;alasan')
  expect(lines).toHaveLength(expected.length + 1)
  expect(lines[2]).toContain('nik: NIK ini sama dengan baris 1.')

  await page.getByRole('link', { name: 'Masukkan calon penerima' }).click()
  await expect(page.getByText(/orang didaftarkan sebagai calon penerima/)).toBeVisible()
  await expectSoundPage(page)
  await page.getByRole('button', { name: 'Ya, masukkan' }).click()
  const people = count('accepted') + count('warning')
  await expect(page.getByText(`${people} calon penerima dimasukkan`).first()).toBeVisible()

  await upload(page, fixture('samarinda-kotor.csv'))
  await expect(page.getByText('Berkas yang sama persis sudah pernah dimasukkan')).toBeVisible()
  await expect(
    page.getByRole('link', { name: new RegExp(`Baris yang ditolak ${expected.length}`) }),
  ).toBeVisible()
  await expect(page.getByRole('link', { name: 'Masukkan calon penerima' })).toBeHidden()
})

test('a workbook with titles and date cells is taken in without JavaScript', async ({ as }) => {
  const page = await as('koordinator.6407', { javaScriptEnabled: false })
  await upload(page, fixture('kutai-barat.xlsx'))
  await expect(page.getByRole('link', { name: /Baris yang diterima 10/ })).toBeVisible()
  await page.getByRole('link', { name: 'Masukkan calon penerima' }).click()
  await page.getByRole('button', { name: 'Ya, masukkan' }).click()
  await expect(page.getByText('10 calon penerima dimasukkan').first()).toBeVisible()
})

test('unknown columns are asked about once', async ({ as }) => {
  const page = await as('koordinator.6403')
  const text = (await readFile(fixture('berau-windows-1252.csv')))
    .toString('latin1')
    .replace('nomor_kk', 'kartu')
  const file = { name: 'berau.csv', mimeType: 'text/csv', buffer: Buffer.from(text, 'latin1') }
  await upload(page, file)
  await expect(page.getByRole('heading', { name: 'Arti kolom' })).toBeVisible()
  await expectSoundPage(page)
  await page.getByLabel('kartu').selectOption('no_kk')
  await page.getByRole('button', { name: 'Simpan dan periksa' }).click()
  await expect(page.getByRole('link', { name: /Baris yang diterima 8/ })).toBeVisible()
  await page.getByRole('link', { name: 'Batalkan berkas' }).click()
  await page.getByRole('button', { name: 'Ya, batalkan' }).click()
  await expect(page.getByText('Berkas dibatalkan.')).toBeVisible()
  await upload(page, file)
  await expect(page.getByRole('link', { name: /Baris yang diterima 8/ })).toBeVisible()
})

test('hostile files are refused in seconds with a sentence', async ({ as }) => {
  const page = await as('koordinator.6472')
  const files: [string, Buffer, RegExp][] = [
    ['gambar.xlsx', renamedPicture(), /bukan tabel CSV atau XLSX/],
    ['bom.xlsx', zipBomb(false), /mengembang jauh/],
    ['entitas.xlsx', entityBomb(), /demi keamanan/],
    ['rumus.xlsx', formulaWorkbook(), /Sel A2 berisi rumus/],
    ['kutip.csv', unclosedQuoteCsv(), /tanda kutip yang dibuka/],
    ['angka.xlsx', numericNikWorkbook(), /digit ke-16 hilang/],
  ]
  for (const [name, buffer, sentence] of files) {
    await upload(page, { name, mimeType: 'application/octet-stream', buffer })
    await expect(page.getByText(sentence).first(), name).toBeVisible()
  }
})

test('one person is registered by hand, warned about, and corrected', async ({ as }) => {
  const page = await as('koordinator.6472')
  await page.goto('/penerima/baru')
  await expectSoundPage(page)
  await page.getByLabel('NIK').fill('3578015705909801')
  await page.getByLabel('Nomor KK').fill('6472011705159890')
  await page.getByLabel('Nama', { exact: false }).first().fill('Rahmah Rekaan')
  await page.getByLabel('Tanggal lahir').fill('1990-05-17')
  await page.getByLabel('Jenis kelamin').selectOption('P')
  await page.getByLabel('Alamat').fill('Jl. Rekaan No. 90')
  await page.getByLabel('Kelurahan/desa').selectOption('64.72.01.1001')
  await page.getByRole('button', { name: 'Daftarkan' }).click()
  await expect(page.getByText(/NIK diterbitkan di luar Kalimantan Timur/).first()).toBeVisible()
  await page.getByLabel('Saya sudah membaca peringatannya').check()
  await page.getByRole('button', { name: 'Daftarkan' }).click()
  await expect(page.getByRole('heading', { name: 'Rahmah Rekaan', level: 1 })).toBeVisible()
  await page.goto(`${new URL(page.url()).pathname}/ubah`)
  await page.getByLabel('NIK').first().fill('6472015705909802')
  await page.getByRole('button', { name: 'Simpan pembetulan' }).click()
  await expect(page.getByText('Tulis alasan mengapa NIK dibetulkan.').first()).toBeVisible()
  await page.getByLabel('Alasan pembetulan').fill('Salah salin dari KTP')
  await page.getByRole('button', { name: 'Simpan pembetulan' }).click()
  await expect(page.getByText('Data sudah dibetulkan.')).toBeVisible()
})

test('the list and the upload fit a phone @phone', async ({ as }) => {
  const page = await as('koordinator.6472')
  for (const address of ['/usulan', '/usulan/unggah', '/penerima/baru']) {
    await page.goto(address)
    await expectSoundPage(page)
  }
})
