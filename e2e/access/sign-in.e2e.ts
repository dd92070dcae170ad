import { expect, test } from '../support/sign-in'

test('someone signs in, is led to the page they asked for, and out again', async ({ page }) => {
  await page.goto('/admin/pengguna?cari=kpa')
  await expect(page).toHaveURL(/\/masuk\?lanjut=/)
  await page.getByLabel('Surel').fill('admin@berdaya.test')
  await page.getByLabel('Kata sandi').fill('berdaya-demo-2026')
  await page.getByRole('button', { name: 'Masuk' }).click()
  await expect(page).toHaveURL('/admin/pengguna?cari=kpa')
  await expect(page.getByRole('link', { name: 'Drs. Syamsul Arifin' })).toBeVisible()
  await page.getByText('Rahmat Hidayat').first().click()
  await page.getByRole('button', { name: 'Keluar' }).click()
  await expect(page.getByText('Anda sudah keluar.')).toBeVisible()
  await page.goto('/admin')
  await expect(page).toHaveURL(/\/masuk\?lanjut=%2Fadmin/)
})

test('an approver gives the code of the second factor, without JavaScript', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/masuk?surel=kadis%40berdaya.test&lanjut=/akun/sesi')
  await page.getByRole('button', { name: 'Masuk' }).click()
  await expect(page).toHaveURL(/\/masuk\/kode/)
  await page.goto('/akun')
  await expect(page, 'nothing opens before the code').toHaveURL(/\/masuk\/kode/)
  await page.goto('/masuk/kode?lanjut=/akun/sesi')
  await page.getByLabel('Kode enam angka').fill('000000')
  await page.getByRole('button', { name: 'Lanjutkan' }).click()
  await expect(page.getByText('Kode ini salah atau sudah dipakai.').first()).toBeVisible()
  const shown = await page.getByText('Kode yang akan tampil').innerText()
  await page.getByLabel('Kode enam angka').fill(/\d{6}/.exec(shown)?.[0] ?? '')
  await page.getByRole('button', { name: 'Lanjutkan' }).click()
  await expect(page).toHaveURL('/akun/sesi')
  await context.close()
})

test('an admin lets someone in, who changes the temporary password first', async ({
  as,
  browser,
  baseURL,
}) => {
  const admin = await as('admin')
  await admin.goto('/admin/pengguna/baru')
  await admin.getByLabel('Nama').fill('Sri Wulandari Basuki')
  await admin.getByLabel('Surel').fill('sri.wulandari@dinsos.test')
  await admin.getByRole('combobox', { name: 'Peran' }).selectOption('verifier')
  await admin.getByRole('combobox', { name: 'Kabupaten/kota' }).selectOption('64.74')
  await admin.getByRole('button', { name: 'Buat akun' }).click()
  const told = await admin.getByText('Kata sandi sementara:').innerText()
  const temporary = /[a-z2-9]{4}(-[a-z2-9]{4}){3}/.exec(told)?.[0] ?? ''
  await admin.reload()
  await expect(admin.getByText(temporary), 'it is shown once').toHaveCount(0)

  const context = await browser.newContext({ baseURL })
  const page = await context.newPage()
  await page.goto('/masuk')
  await page.getByLabel('Surel').fill('sri.wulandari@dinsos.test')
  await page.getByLabel('Kata sandi').fill(temporary)
  await page.getByRole('button', { name: 'Masuk' }).click()
  await expect(page).toHaveURL(/\/akun\/kata-sandi/)
  await page.getByLabel('Kata sandi sekarang').fill(temporary)
  await page.getByLabel('Kata sandi baru', { exact: false }).first().fill('pasar malam di tepian')
  await page.getByLabel('Ulangi kata sandi baru').fill('pasar malam di tepian')
  await page.getByRole('button', { name: 'Ganti kata sandi' }).click()
  await expect(page.getByText('Kata sandi diganti.')).toBeVisible()

  await admin.getByRole('link', { name: 'Nonaktifkan' }).click()
  await admin.getByLabel('Alasan').fill('Pindah tugas ke kabupaten lain')
  await admin.getByRole('button', { name: 'Nonaktifkan' }).click()
  await expect(admin.getByText('Akun dinonaktifkan.')).toBeVisible()
  await page.goto('/akun')
  await expect(page, 'the session ended in the same moment').toHaveURL(/\/masuk\?lanjut=/)
  await context.close()
})

test('a forgotten password is replaced by a link of the outbox, once @phone', async ({
  as,
  browser,
  baseURL,
}) => {
  const visitor = await (await browser.newContext({ baseURL })).newPage()
  const password = `sungai mahakam ${Date.now()}`
  await visitor.goto('/masuk/lupa')
  await visitor.getByLabel('Surel').fill('pendamping.6411@berdaya.test')
  await visitor.getByRole('button', { name: 'Kirim tautan' }).click()
  await expect(visitor.getByText('Bila surel itu terdaftar')).toBeVisible()

  const admin = await as('admin')
  await expect(async () => {
    await admin.goto('/admin/kotak-keluar')
    await expect(admin.getByText('pendamping.6411@berdaya.test').first()).toBeVisible({ timeout: 500 })
  }).toPass()
  const link = await admin
    .getByRole('link', { name: /atur-ulang/ })
    .first()
    .getAttribute('href')
  await visitor.goto(new URL(link ?? '').pathname)
  await visitor.getByLabel('Kata sandi baru', { exact: false }).first().fill(password)
  await visitor.getByLabel('Ulangi kata sandi baru').fill(password)
  await visitor.getByRole('button', { name: 'Simpan kata sandi' }).click()
  await expect(visitor.getByText('Kata sandi baru tersimpan.')).toBeVisible()
  await visitor.goto(new URL(link ?? '').pathname)
  await expect(visitor.getByText('Tautan tidak berlaku lagi')).toBeVisible()
  await visitor.context().close()
})
