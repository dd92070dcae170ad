import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { profileForm } from '~/domain/account/account.form.server'
import { changeName } from '~/domain/account/change-name.server'
import { getOwnAccount } from '~/domain/account/queries.server'
import { themeOf } from '~/platform/preferences.server'
import { requireActor, submit } from '~/platform/respond.server'
import { Button, LinkButton } from '~/ui/button'
import { DescriptionList } from '~/ui/description-list'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { day, instant } from '~/ui/format'
import { TextInput } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { Instant } from '~/ui/money'
import { Card, Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('account.title'))

export async function loader(args: LoaderFunctionArgs) {
  const own = await getOwnAccount(await requireActor(args))
  return { ...own, theme: themeOf(args.request) }
}

export function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: profileForm,
    command: (actor, { name }, at) => changeName(actor, name, at),
    done: (_result, t) => ({ to: '/akun', message: t('account.profile.saved') }),
  })
}

const LANGUAGES = [
  { value: 'id', text: 'common.language.id' },
  { value: 'en', text: 'common.language.en' },
] as const
const THEMES = [
  { value: 'system', text: 'common.theme.system' },
  { value: 'light', text: 'common.theme.light' },
  { value: 'dark', text: 'common.theme.dark' },
] as const

type Own = Awaited<ReturnType<typeof getOwnAccount>>

export default function Account() {
  const own = useLoaderData<typeof loader>()
  const t = useTexts()
  return (
    <Page title={t('account.title')} breadcrumbs={[]} help="akun" ask={t('account.ask')}>
      <div className="grid gap-4 lg:grid-cols-2 lg:items-start">
        <Profile own={own} />
        <Roles own={own} />
        <Security own={own} />
        <Card title={t('account.reading.title')}>
          <p className="text-muted">{t('account.reading.text')}</p>
          <Choices
            action="/bahasa"
            name="bahasa"
            label={t('common.language.label')}
            options={LANGUAGES}
            chosen={t.locale}
          />
          <Choices
            action="/tema"
            name="tema"
            label={t('common.theme.label')}
            options={THEMES}
            chosen={own.theme}
          />
        </Card>
      </div>
    </Page>
  )
}

function Profile({ own }: { own: Own }) {
  const t = useTexts()
  const { form, fields } = useFields<InputOf<typeof profileForm>>({
    id: 'profil',
    defaultValue: { name: own.name },
  })
  return (
    <Card title={t('account.profile.title')}>
      <DescriptionList
        entries={[
          { label: t('account.profile.email'), value: own.email },
          { label: t('account.profile.since'), value: <Instant at={own.createdAt} /> },
        ]}
      />
      <Form of={form}>
        <TextInput
          field={fields.name}
          label={t('account.profile.name')}
          hint={t('account.profile.name.hint')}
          required
          autoComplete="name"
          maxLength={100}
        />
        <FormActions>
          <SubmitButton tone="secondary">{t('account.profile.save')}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  )
}

type ChoicesProps = {
  action: string
  name: string
  label: string
  options: typeof LANGUAGES | typeof THEMES
  chosen: string
}

/** A choice taken by pressing it; the page comes back whole. */
function Choices({ action, name, label, options, chosen }: ChoicesProps) {
  const t = useTexts()
  return (
    <Form action={action} reloadDocument className="flex flex-wrap items-center gap-2" aria-label={label}>
      <input type="hidden" name="kembali" value="/akun" />
      <span className="font-semibold">{label}</span>
      {options.map(({ value, text }) => (
        <Button
          key={value}
          type="submit"
          {...{ name, value }}
          tone={value === chosen ? 'primary' : 'secondary'}
          aria-pressed={value === chosen}
        >
          {t(text)}
        </Button>
      ))}
    </Form>
  )
}

function Roles({ own }: { own: Own }) {
  const t = useTexts()
  return (
    <Card title={t('account.roles.title')}>
      {own.grants.length === 0 && <p className="text-muted">{t('account.roles.none')}</p>}
      <ul className="grid gap-1">
        {own.grants.map(({ role, regencyCode, regencyName, expiresOn }) => (
          <li key={role + regencyCode}>
            <strong>{t(`status.role.${role}`)}</strong>, {regencyName ?? t('account.roles.province')}
            {expiresOn && ` (${t('account.roles.until', { day: day(expiresOn, t.locale) })})`}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Security({ own }: { own: Own }) {
  const t = useTexts()
  const entries = [
    {
      to: '/akun/kata-sandi',
      label: t('account.security.password'),
      action: t('account.password.title'),
      text:
        own.passwordChangedAt &&
        t('account.security.passwordSince', { at: instant(own.passwordChangedAt, t.locale) }),
    },
    {
      to: '/akun/faktor-kedua',
      label: t('account.security.secondFactor'),
      action: t('account.secondFactor.title'),
      text: own.totpConfirmedAt
        ? t('account.secondFactor.on', { at: instant(own.totpConfirmedAt, t.locale) })
        : t('account.secondFactor.off'),
    },
    {
      to: '/akun/sesi',
      label: t('account.security.sessions'),
      action: t('account.sessions.title'),
      text: t('account.security.sessions.text'),
    },
  ]
  return (
    <Card title={t('account.security.title')}>
      <ul className="grid gap-3">
        {entries.map(({ to, label, action, text }) => (
          <li key={to} className="flex flex-wrap items-center justify-between gap-2">
            <span>
              <span className="block font-semibold">{label}</span>
              <span className="text-sm text-muted">{text}</span>
            </span>
            <LinkButton to={to}>{action}</LinkButton>
          </li>
        ))}
      </ul>
    </Card>
  )
}
