import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import type { Role } from '~/domain/shared/actor'
import { openDatabase } from '../../scripts/launch/open-database'

/** The account that stands for a role where a test does not care which one. */
const ACCOUNT_OF: Record<Role, string> = {
  admin: 'admin',
  coordinator: 'koordinator',
  verifier: 'verifikator.6472',
  companion: 'pendamping.6472',
  trainer: 'pelatih',
  treasurer: 'bendahara',
  approver: 'kpa',
  auditor: 'auditor',
  dpo: 'dpo',
}

export type SignInOptions = { javaScriptEnabled?: boolean; viewport?: { width: number; height: number } }

/** Signs someone in, by role (`as('verifier')`) or by account (`as('koordinator.6472')`), in a browser of their own. */
export type As = (who: Role | (string & {}), options?: SignInOptions) => Promise<Page>

type Fixtures = { as: As; sessionCookie: (who: string) => Promise<{ name: string; value: string }> }

/** Tests with signed-in people; anything the browser complains about fails the test. */
export const test = base.extend<Fixtures, { portal: undefined }>({
  portal: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
    async ({}, use) => {
      process.env.DATA_DIR = process.env.E2E_DATA_DIR
      const database = await openDatabase({ share: true, tell: () => undefined })
      await use(undefined)
      const { closeDatabase } = await import('~/platform/db.server')
      await closeDatabase()
      await database.close()
    },
    { scope: 'worker' },
  ],

  sessionCookie: async ({ portal: _portal }, use) => {
    await use((who) => cookieOf(ACCOUNT_OF[who as Role] ?? who))
  },

  as: async ({ browser, baseURL, sessionCookie, contextOptions }, use) => {
    const opened: BrowserContext[] = []
    const noise: string[] = []
    await use(async (who, options = {}) => {
      const context = await browser.newContext({ ...contextOptions, baseURL, locale: 'id-ID', ...options })
      opened.push(context)
      await context.addCookies([{ ...(await sessionCookie(who)), url: baseURL ?? '' }])
      const page = await context.newPage()
      listen(page, noise)
      return page
    })
    for (const context of opened) await context.close()
    expect(noise, 'what the browser complained about').toEqual([])
  },
})

export { expect } from '@playwright/test'

async function cookieOf(account: string): Promise<{ name: string; value: string }> {
  const [{ db }, { startSession }, { now }] = await Promise.all([
    import('~/platform/db.server'),
    import('~/platform/session.server'),
    import('~/platform/clock.server'),
  ])
  const email = account.includes('@') ? account : `${account}@berdaya.test`
  const { id } = await db.userAccount.findUniqueOrThrow({ where: { email }, select: { id: true } })
  const { setCookie } = await startSession(id, { secondFactorAt: now() })
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(setCookie) ?? []
  return { name, value }
}

/** A refused form answers 4xx, which the browser reports as a failed resource; that is no complaint. */
function listen(page: Page, noise: string[]): void {
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return
    if (/^Failed to load resource: the server responded with a status of 4\d\d/.test(message.text())) return
    noise.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => noise.push(`${page.url()}: ${error.message}`))
}
