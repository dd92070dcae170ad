import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { refuse } from '~/domain/shared/refusal'
import { readGuidePage } from '~/platform/guide.server'
import { titleOf } from '~/ui/meta'
import { Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf<typeof loader>((t, page) => page?.title ?? t('help.title'))

export async function loader({ params }: LoaderFunctionArgs) {
  return (await readGuidePage(params.page ?? '')) ?? refuse('not_found')
}

export default function GuidePage() {
  const page = useLoaderData<typeof loader>()
  const t = useTexts()
  return (
    <Page title={page.title} breadcrumbs={[{ label: t('help.title'), to: '/bantuan' }]}>
      <div className="grid gap-6 lg:grid-cols-[1fr_15rem]">
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the guide is part of the portal, not written by its users */}
        <article lang="id" className="prose-guide" dangerouslySetInnerHTML={{ __html: page.html }} />
        {page.headings.length > 1 && (
          <nav aria-labelledby="isi-panduan" className="text-sm lg:order-last" data-chrome>
            <h2 id="isi-panduan" className="mb-1 font-semibold">
              {t('help.contents')}
            </h2>
            <ul>
              {page.headings.map(({ id, text }) => (
                <li key={id}>
                  <a href={`#${id}`} className="block py-1 text-accent hover:underline coarse:py-2.5">
                    {text}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
      <p className="border-t border-line pt-3 text-sm text-muted">{t('common.help.ask')}</p>
    </Page>
  )
}
