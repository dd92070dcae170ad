import { expectSoundPage } from '../support/axe'
import { expect, test } from '../support/sign-in'

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without'

  test(`the language changes on the page one is on, and is kept, ${how} JavaScript`, async ({ as }) => {
    const page = await as('trainer', { javaScriptEnabled })
    await page.goto('/bantuan/umum')
    await page.getByRole('button', { name: 'English' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await expect(page).toHaveURL('/bantuan/umum')
    const elsewhere = await as('trainer', { javaScriptEnabled })
    await elsewhere.goto('/bantuan')
    await expect(elsewhere.getByRole('heading', { level: 1 }), 'it is kept with the account').toHaveText(
      'Help',
    )
    await elsewhere.getByRole('button', { name: 'Indonesia' }).click()
    await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('Bantuan')
  })

  test(`a visitor chooses dark, and it is dark from the first byte on, ${how} JavaScript`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({ baseURL, javaScriptEnabled, colorScheme: 'light' })
    const page = await context.newPage()
    await page.goto('/masuk')
    await page.locator('summary', { hasText: 'Tampilan' }).click()
    await page.getByRole('button', { name: 'Gelap' }).click()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    const answer = await page.goto('/bantuan')
    expect(await answer?.text()).toContain('data-theme="dark"')
    if (javaScriptEnabled) await expectSoundPage(page)
    await context.close()
  })
}

test('an address that does not exist says so and shows the way home', async ({ as }) => {
  const page = await as('treasurer')
  const answer = await page.goto('/tidak/ada')
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: 'Halaman tidak ditemukan' })).toBeVisible()
  await expectSoundPage(page)
  await page.getByRole('link', { name: 'Kembali ke beranda' }).click()
  await expect(page).toHaveURL('/')
})

test('a page outside the role is refused in words', async ({ as }) => {
  const page = await as('trainer')
  const answer = await page.goto('/admin')
  expect(answer?.status()).toBe(403)
  await expect(page.getByRole('heading', { name: 'Tidak diizinkan' })).toBeVisible()
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Admin' })).toHaveCount(0)
})

test('the guide opens from the menu without a page load, sound in both widths @phone', async ({ as }) => {
  const page = await as('coordinator')
  await page.goto('/')
  let loads = 0
  page.on('request', (request) => {
    if (request.isNavigationRequest()) loads += 1
  })
  const menu = page.locator('summary', { hasText: /^Menu$/ })
  if (await menu.isVisible()) await menu.click()
  await page.getByRole('navigation').getByRole('link', { name: 'Bantuan' }).filter({ visible: true }).click()
  await page.getByRole('link', { name: 'Mengenal Berdaya' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mengenal Berdaya')
  expect(loads).toBe(0)
  await expectSoundPage(page)
})

test('the keyboard reaches the content first', async ({ as }) => {
  const page = await as('auditor')
  await page.goto('/bantuan')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Langsung ke isi halaman' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('main').locator(':focus')).toHaveCount(1)
})

test('a form from another site is not obeyed', async ({ as, baseURL }) => {
  const page = await as('trainer')
  await page.goto('/bantuan')
  const forged = await page.request.post('/bahasa', {
    form: { bahasa: 'en', kembali: '/' },
    headers: { origin: baseURL ?? '' },
    maxRedirects: 0,
  })
  expect(forged.status()).toBe(403)
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'id')
})
