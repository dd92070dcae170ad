import type { Page } from '@playwright/test'
import { expectSoundPage } from '../support/axe'
import { expect, test } from '../support/sign-in'

async function fillLine(
  page: Page,
  line: number,
  item: string,
  quantity: string,
  unit: string,
  price: string,
): Promise<void> {
  const named = (label: string) => (line === 1 ? label : `${label}, Baris ${line}`)
  await page
    .getByLabel(named('Barang atau jasa'), { exact: line > 1 })
    .first()
    .fill(item)
  await page
    .getByLabel(named('Banyak'), { exact: line > 1 })
    .first()
    .fill(quantity)
  await page
    .getByLabel(named('Satuan'), { exact: line > 1 })
    .first()
    .fill(unit)
  await page
    .getByLabel(named('Harga satuan'), { exact: line > 1 })
    .first()
    .fill(price)
}

test('a plan is written, reduced under its ceiling, sent back, improved and accepted @phone', async ({ as }, {
  project,
}) => {
  const companion = await as('pendamping.6471')
  await companion.goto('/usaha')
  await expectSoundPage(companion)
  const person = companion
    .getByRole('table')
    .getByRole('link')
    .nth(project.name === 'phone' ? 1 : 0)
  const name = (await person.textContent()) ?? ''
  await person.click()
  await expect(companion.getByRole('heading', { name, level: 1 })).toBeVisible()
  await companion.getByRole('link', { name: 'Susun rencana' }).click()
  await companion.getByRole('radio', { name: /Makanan dan minuman/ }).check()
  await companion.getByLabel('Gambaran usaha').fill('Keripik singkong, dijual di pasar pagi')
  await fillLine(companion, 1, 'Wajan besar', '2', 'buah', '350.000')
  await fillLine(companion, 2, 'Mesin pengemas', '1', 'unit', '4.800.000')
  await expect(companion.getByText('Rp5.500.000')).toBeVisible()
  await expect(companion.getByText('Lebih dari pagu')).toBeVisible()
  await expectSoundPage(companion)
  await companion.getByRole('button', { name: 'Simpan draf' }).click()
  await expect(companion.getByText('Draf rencana usaha disimpan.')).toBeVisible()
  await companion.getByRole('link', { name: 'Ajukan rencana' }).click()
  await expect(companion.getByText('Jumlahnya melebihi pagu sektor.')).toBeVisible()

  await companion.getByRole('link', { name: 'Ubah draf' }).click()
  await fillLine(companion, 2, 'Mesin pengemas', '1', 'unit', '')
  await companion.getByRole('button', { name: 'Simpan draf' }).click()
  await expect(companion.getByText('Wajib diisi.').first()).toBeVisible()
  await fillLine(companion, 2, 'Mesin pengemas', '1', 'unit', '3.750.000')
  await companion.getByRole('button', { name: 'Simpan draf' }).click()
  await companion.getByRole('link', { name: 'Ajukan rencana' }).click()
  await companion.getByRole('button', { name: 'Ajukan rencana' }).click()
  await expect(companion.getByText('Rencana usaha diajukan.')).toBeVisible()
  const address = new URL(companion.url()).pathname

  const coordinator = await as('koordinator.6471')
  await coordinator.goto('/usaha')
  await coordinator.getByRole('link', { name }).click()
  await expect(coordinator.getByRole('heading', { name, level: 1 })).toBeVisible()
  await coordinator.getByRole('link', { name: 'Kembalikan', exact: true }).click()
  await coordinator.getByLabel('Apa yang harus diperbaiki').fill('Tambahkan bahan baku')
  await coordinator.getByRole('button', { name: 'Kembalikan untuk diperbaiki' }).click()
  await expect(coordinator.getByText('Rencana dikembalikan.')).toBeVisible()

  await companion.goto(address)
  await expect(companion.getByText('Tambahkan bahan baku')).toBeVisible()
  await companion.getByRole('link', { name: 'Susun perbaikan' }).click()
  await fillLine(companion, 3, 'Singkong', '50', 'kg', '6.000')
  await companion.getByRole('button', { name: 'Simpan draf' }).click()
  await companion.getByRole('link', { name: 'Ajukan rencana' }).click()
  await companion.getByRole('button', { name: 'Ajukan rencana' }).click()
  await expect(companion.getByText('Rencana usaha diajukan.')).toBeVisible()

  await coordinator.goto(address)
  await expect(coordinator.getByRole('heading', { name: 'Rencana sebelumnya' })).toBeVisible()
  await coordinator.getByRole('link', { name: 'Terima rencana' }).click()
  await expect(coordinator.getByText('Bantuan Rp4.750.000 ditetapkan dan mengikat anggaran.')).toBeVisible()
  await expectSoundPage(coordinator)
  await coordinator.getByRole('button', { name: 'Terima rencana' }).click()
  await expect(coordinator.getByText('Rencana diterima. Bantuan sudah dibuat.')).toBeVisible()
  await expect(coordinator.getByText('Sektor ditetapkan')).toBeVisible()
  await expect(coordinator.getByText('Jumlah bantuan')).toBeVisible()
})

test('whoever wrote a plan does not decide it, and lines are added without JavaScript', async ({ as }) => {
  const page = await as('koordinator.6401', { javaScriptEnabled: false })
  await page.goto('/usaha?keadaan=none')
  await page.getByRole('table').getByRole('link').first().click()
  await page.getByRole('link', { name: 'Susun rencana' }).click()
  await expect(page.getByLabel('Barang atau jasa, Baris 8')).toBeVisible()
  await page.getByRole('radio', { name: /Menjahit/ }).check()
  await page.getByLabel('Gambaran usaha').fill('Menjahit seragam sekolah')
  await fillLine(page, 1, 'Mesin jahit', '1', 'unit', 'Rp 2.500.000')
  await page.getByRole('button', { name: 'Tambah baris' }).click()
  await fillLine(page, 9, 'Benang', '20', 'gulung', '12500')
  await page.getByRole('button', { name: 'Simpan draf' }).click()
  await expect(page.getByText('Draf rencana usaha disimpan.')).toBeVisible()
  await expect(page.getByText('Rp2.750.000').first()).toBeVisible()
  await page.getByRole('link', { name: 'Ajukan rencana' }).click()
  await page.getByRole('button', { name: 'Ajukan rencana' }).click()
  await expect(
    page.getByText('Anda ikut menyusun rencana ini, jadi orang lain yang harus memutuskan.'),
  ).toBeVisible()
  await expect(page.getByRole('link', { name: 'Terima rencana' })).toHaveCount(0)
})
