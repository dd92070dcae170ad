import { useLoaderData } from '@remix-run/react'
import { listGuidePages } from '~/platform/guide.server'
import { TextLink } from '~/ui/button'
import { titleOf } from '~/ui/meta'
import { Card, Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('help.title'))

export async function loader() {
  return { pages: await listGuidePages() }
}

export default function Guide() {
  const { pages } = useLoaderData<typeof loader>()
  const t = useTexts()
  return (
    <Page title={t('help.title')} lead={t('help.intro')}>
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {pages.map((page) => (
          <li key={page.name}>
            <Card className="h-full">
              <h2 className="text-base">
                <TextLink to={`/bantuan/${page.name}`}>{page.title}</TextLink>
              </h2>
              <p className="text-muted">{page.summary}</p>
            </Card>
          </li>
        ))}
      </ul>
      <p className="text-muted">{t('common.help.ask')}</p>
    </Page>
  )
}
