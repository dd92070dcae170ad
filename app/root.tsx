import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { data } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  type ShouldRevalidateFunctionArgs,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { ActorProvider } from './components/actor'
import { ErrorPage } from './components/error-page'
import { Shell } from './components/shell'
import { currentProgramme } from './domain/programme/queries.server'
import type { Locale } from './domain/shared/actor'
import { textsIn } from './messages/texts'
import { pageFacts } from './platform/page-facts.server'
import stylesheet from './styles/app.css?url'
import { useNonce } from './ui/nonce'
import { FormSealProvider } from './ui/sealed-form'
import { LocaleProvider } from './ui/texts'

export const links: LinksFunction = () => [
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'stylesheet', href: stylesheet },
]

export async function loader(args: LoaderFunctionArgs) {
  const { facts, headers } = await pageFacts(args)
  const programme = facts.actor ? await currentProgramme() : null
  return data({ ...facts, programme }, { headers })
}

/** After a change everything is asked anew; also after a stale form, whose page then gets a fresh seal. */
export function shouldRevalidate({
  actionStatus,
  defaultShouldRevalidate,
  formMethod,
}: ShouldRevalidateFunctionArgs) {
  return actionStatus === 403 || (defaultShouldRevalidate && formMethod !== undefined && formMethod !== 'GET')
}

const ERROR_TITLES: Record<number, 'forbidden' | 'missing' | 'refused'> = {
  403: 'forbidden',
  404: 'missing',
  409: 'refused',
  422: 'refused',
}

export const meta: MetaFunction<typeof loader> = ({ data: facts, error }) => {
  const t = textsIn(facts?.locale ?? 'id')
  const name = t('common.product.name')
  if (!error) return [{ title: `${name} · ${t('common.product.tagline')}` }]
  const kind = (isRouteErrorResponse(error) && ERROR_TITLES[error.status]) || 'failed'
  return [{ title: `${t(`common.problem.${kind}.title`)} · ${name}` }]
}

export function Layout({ children }: { children: ReactNode }) {
  const facts = useRouteLoaderData<typeof loader>('root')
  const error = useRouteError()
  const nonce = useNonce()
  const locale: Locale = facts?.locale ?? localeIn(error) ?? 'id'
  return (
    <html lang={locale} data-theme={facts?.theme ?? 'system'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        <LocaleProvider locale={locale}>{children}</LocaleProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

function localeIn(error: unknown): Locale | undefined {
  const told: unknown = isRouteErrorResponse(error) ? error.data : undefined
  return typeof told === 'object' && told !== null && 'locale' in told && told.locale === 'en'
    ? 'en'
    : undefined
}

function House({ children }: { children: ReactNode }) {
  const facts = useRouteLoaderData<typeof loader>('root')
  if (!facts) return <main className="px-4">{children}</main>
  return (
    <FormSealProvider value={facts.seal}>
      <ActorProvider value={facts.actor}>
        <Shell facts={facts}>{children}</Shell>
      </ActorProvider>
    </FormSealProvider>
  )
}

export default function App() {
  return (
    <House>
      <Outlet />
    </House>
  )
}

export function ErrorBoundary() {
  const facts = useRouteLoaderData<typeof loader>('root')
  return (
    <House>
      <ErrorPage reference={facts?.reference ?? null} />
    </House>
  )
}
